type Span = Readonly<{ start: number; end: number }>

/** Letters to either side of a span that are shown at most. */
const reach = 90

/** The words around a span, cut at line ends and at blanks, in one line. */
export function sentenceAround(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const head = before.slice(before.lastIndexOf('\n') + 1)
  const tail = after.split('\n', 1)[0] ?? ''
  const cutHead = head.length === reach ? `…${head.slice(head.indexOf(' ') + 1)}` : head
  const cutTail = tail.length === reach ? `${tail.slice(0, Math.max(0, tail.lastIndexOf(' ')))}…` : tail
  return `${cutHead}${text.slice(start, end)}${cutTail}`.replaceAll(/\s+/g, ' ').trim()
}

/** Where a value stands in the text: a number also with marks between its thousands; null when it is not written so. */
export function findValue(text: string, value: string): Span | null {
  const pattern = /^\d+$/.test(value) ? new RegExp(`(?<![\\d.,])${numberPattern(value)}(?![\\d%])`, 'u') : null
  const start = pattern ? text.search(pattern) : text.indexOf(value)
  if (start < 0) return null
  const length = pattern ? (pattern.exec(text)?.[0].length ?? 0) : value.length
  return { start, end: start + length }
}

/** 5000 as 5000, 5,000, 5.000 and 5 000. */
function numberPattern(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, '[,.\\s]?')
}
