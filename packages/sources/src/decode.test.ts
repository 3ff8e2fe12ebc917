import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decode, decodePage } from './decode.ts'

const text = '<?xml version="1.0"?><a>Jünger façade “x”</a>'
const thai = '<a>ตำรวจช่วยเหลือ</a>'

describe('decode', () => {
  it.each([
    ['UTF-8 by default', Buffer.from(thai), null, thai],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(thai)]), 'text/xml; charset=iso-8859-1', thai],
    ['UTF-16 with its mark', iconv.encode(thai, 'utf-16le', { addBOM: true }), null, thai],
    ['UTF-16 big-endian without a mark', iconv.encode(thai, 'utf-16be'), null, thai],
    ['UTF-32 with its mark', iconv.encode(thai, 'utf-32le', { addBOM: true }), 'text/xml; charset=utf-8', thai],
    ['UTF-32 big-endian without a mark', iconv.encode(thai, 'utf-32be', { addBOM: false }), null, thai],
    ['the names of browsers', iconv.encode(text, 'windows-1252'), 'text/xml; charset=iso-8859-1', text],
    ['the charset of the header', iconv.encode(text, 'windows-1252'), 'text/xml; charset="Windows-1252"', text],
    [
      'the charset of the declaration',
      iconv.encode(text.replace('"1.0"', '"1.0" encoding="iso-8859-15"'), 'iso-8859-15'),
      'text/xml',
      text.replace('"1.0"', '"1.0" encoding="iso-8859-15"').replaceAll(/[“”]/g, '?'),
    ],
    ['a charset of many bytes', iconv.encode('<a>警察救出</a>', 'gb18030'), 'text/xml; charset=gb2312', '<a>警察救出</a>'],
  ])('reads %s', (_, bytes, contentType, expected) => {
    expect(decode(bytes, contentType)).toEqual({ text: expected, problem: null })
  })

  it('keeps UTF-8 with a broken letter', () => {
    const bytes = Buffer.concat([Buffer.from(thai), Buffer.from([0xe0, 0xb8])])
    expect(decode(bytes, null)).toEqual({ text: `${thai}\ufffd`, problem: 'Some bytes are not UTF-8; those letters are lost.' })
  })

  it('reads one byte a letter where UTF-16 is declared', () => {
    const declared = `<?xml version="1.0" encoding="utf-16"?>${thai}`
    expect(decode(Buffer.from(declared), null).text).toBe(declared)
  })

  it('does not believe a charset that the bytes contradict, and says so', () => {
    expect(decode(Buffer.from(thai), 'text/xml; charset=iso-8859-1')).toEqual({ text: thai, problem: expect.stringContaining('bytes are UTF-8') })
    expect(decode(iconv.encode(text, 'windows-1252'), 'text/xml; charset=utf-8')).toEqual({ text, problem: expect.stringContaining('windows-1252') })
    expect(decode(Buffer.from('<a>x</a>'), 'text/xml; charset=klingon')).toEqual({ text: '<a>x</a>', problem: null })
  })

  it('reads the charset that a page declares in its head', () => {
    const page = '<html><head><meta http-equiv="content-type" content="text/html; charset=windows-1252"></head>façade'
    expect(decodePage(iconv.encode(page, 'windows-1252'), 'text/html')).toBe(page)
  })
})
