import iconv from 'iconv-lite'

const BOMS: readonly [bytes: readonly number[], charset: string][] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
// Only the head of a document declares its charset.
const DECLARATION = /^\s{0,64}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})["']/i

/**
 * Bytes as text. In order: byte order mark, the charset of the HTTP header, the XML declaration, UTF-8. A charset that the bytes
 * contradict is not believed; `problem` says so in plain words. Names of charsets mean what they mean to browsers.
 */
export function decode(bytes: Uint8Array, contentType: string | null | undefined): { text: string; problem: string | null } {
  const bom = BOMS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  const wide = bom?.[1] ?? wideCharset(bytes)
  if (wide) return { text: asText(bytes.subarray(bom?.[0].length ?? 0), wide) ?? '', problem: null }
  const declared = charsetOf(contentType) ?? declaredIn(bytes)
  const utf8 = asStrictUtf8(bytes)
  if (utf8 !== null && (declared === null || isUtf8(declared))) return { text: utf8, problem: null }
  if (utf8 !== null) return believeBytes(utf8, bytes, declared as string)
  const other = declared !== null && !isUtf8(declared) && !isWide(declared) ? asText(bytes, declared) : null
  return other === null ? mend(bytes, declared) : { text: other, problem: null }
}

/** The bytes are valid UTF-8 and another charset is declared: right for pure ASCII, and a lie nearly always when longer sequences are valid. */
function believeBytes(utf8: string, bytes: Uint8Array, declared: string): { text: string; problem: string | null } {
  const ascii = utf8.length === bytes.length
  const byChance = isMultiByte(declared) && (utf8.match(/[\u0080-\uffff]/g)?.length ?? 0) < 4
  const other = (ascii || byChance || isStateful(declared)) && !isWide(declared) ? asText(bytes, declared) : null
  if (other !== null) return { text: other, problem: null }
  return { text: utf8, problem: ascii ? null : `The charset is declared as ${declared}, but the bytes are UTF-8.` }
}

/** Neither what is declared nor UTF-8: UTF-8 with a few broken letters, else the charset of Windows. */
function mend(bytes: Uint8Array, declared: string | null): { text: string; problem: string | null } {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const broken = utf8.split('\ufffd').length - 1
  const whole = (utf8.match(/[\u0080-\ufffc]/g)?.length ?? 0) - broken
  if (whole > broken) return { text: utf8, problem: `Some bytes are not ${declared ?? 'UTF-8'}; those letters are lost.` }
  return { text: asText(bytes, 'windows-1252') ?? utf8, problem: `The bytes are not ${declared ?? 'UTF-8'}; they were read as windows-1252.` }
}

/** Null for a charset that nobody knows. */
function asText(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return iconv.encodingExists(charset) ? iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset) : null
  }
}

function asStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 and UTF-32 without a mark show by their NULs around the first `<`. */
function wideCharset(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0x3c && b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  return a === 0 && b === 0 && c === 0 && d === 0x3c ? 'utf-32be' : null
}

function charsetOf(contentType: string | null | undefined): string | null {
  return /charset\s{0,8}=\s{0,8}["']?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 300))?.[1]?.toLowerCase() ?? null
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 400)).toString('latin1')
  return DECLARATION.exec(head)?.[1]?.toLowerCase() ?? null
}

const isUtf8 = (charset: string): boolean => /^(utf-?8|us-ascii|ascii)$/i.test(charset)
/** Declared as two or four bytes a letter, which the bytes themselves would show. */
const isWide = (charset: string): boolean => /^(?:utf|ucs)-?(?:16|32|2|4)/i.test(charset)
/** Charsets whose bytes can be valid UTF-8 by chance, when they are few. */
const isMultiByte = (charset: string): boolean => /^(?:gb|big5|euc|shift|sjis|x-sjis|ks_c)/i.test(charset)
/** Charsets that write everything with ASCII. */
const isStateful = (charset: string): boolean => /^(?:iso-2022|hz|utf-?7)/i.test(charset)

/** An HTML page as text: as `decode`, with the charset that its head declares. */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  const declared = /<meta[^>]{0,200}charset\s{0,8}=\s{0,8}["']?([\w.:-]{1,40})/i.exec(head)?.[1]
  return decode(bytes, charsetOf(contentType) === null && declared ? `text/html; charset=${declared}` : contentType).text
}
