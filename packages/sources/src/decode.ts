import iconv from 'iconv-lite'

const BOMS: readonly [bytes: readonly number[], charset: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
// Only the head of a document declares its charset.
const DECLARATION = /^\s{0,64}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}["']([\w.:-]{1,40})["']/i

/**
 * Bytes as text. In order: byte order mark, the charset of the HTTP header, the XML declaration, UTF-8. A charset that the bytes
 * contradict is not believed; `problem` says so in plain words.
 */
export function decode(bytes: Uint8Array, contentType: string | null | undefined): { text: string; problem: string | null } {
  const bom = BOMS.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))
  if (bom) return { text: asText(bytes.subarray(bom[0].length), bom[1]), problem: null }
  const wide = wideCharset(bytes)
  if (wide) return { text: asText(bytes, wide), problem: null }
  const declared = charsetOf(contentType) ?? declaredIn(bytes)
  const utf8 = asStrictUtf8(bytes)
  if (utf8 !== null && (declared === null || isUtf8(declared))) return { text: utf8, problem: null }
  if (utf8 !== null) return believeBytes(utf8, bytes, declared as string)
  if (declared !== null && !isUtf8(declared) && iconv.encodingExists(declared)) return { text: asText(bytes, declared), problem: null }
  return { text: asText(bytes, 'windows-1252'), problem: `The bytes are not ${declared ?? 'UTF-8'}; they were read as windows-1252.` }
}

/** The bytes are valid UTF-8 and another charset is declared: right for pure ASCII, and a lie nearly always when longer sequences are valid. */
function believeBytes(utf8: string, bytes: Uint8Array, declared: string): { text: string; problem: string | null } {
  const ascii = utf8.length === bytes.length
  if (iconv.encodingExists(declared) && (ascii || isMultiByte(declared))) return { text: asText(bytes, declared), problem: null }
  return { text: utf8, problem: ascii ? null : `The charset is declared as ${declared}, but the bytes are UTF-8.` }
}

function asText(bytes: Uint8Array, charset: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset)
}

function asStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function wideCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null
}

function charsetOf(contentType: string | null | undefined): string | null {
  return /charset\s{0,8}=\s{0,8}["']?([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 300))?.[1]?.toLowerCase() ?? null
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 400)).toString('latin1')
  return DECLARATION.exec(head)?.[1]?.toLowerCase() ?? null
}

const isUtf8 = (charset: string): boolean => /^(utf-?8|us-ascii|ascii)$/i.test(charset)
const isMultiByte = (charset: string): boolean => /^(gb|big5|euc|shift|sjis|iso-2022|utf-?16|utf-?7)/i.test(charset)

/** An HTML page as text: as `decode`, with the charset that its head declares. */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString('latin1')
  const declared = /<meta[^>]{0,200}charset\s{0,8}=\s{0,8}["']?([\w.:-]{1,40})/i.exec(head)?.[1]
  return decode(bytes, charsetOf(contentType) === null && declared ? `text/html; charset=${declared}` : contentType).text
}
