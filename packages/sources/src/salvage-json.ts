const BORDER = /[[,}]\s{0,200}\{|\}\s{0,200}[,\]}]|\}\s{0,200}$/g
const MAX_TRIES = 12
const MAX_STARTS = 20_000

/**
 * The entries of a JSON Feed that is broken or cut off: every stretch of text that is an object on its own and looks like an entry. Linear in the length of the text for a given number of borders inside an entry.
 */
export function salvageJson(text: string, limit: number): { items: unknown[]; title: string | null } | null {
  const from = /"items"\s{0,99}:\s{0,99}\[/.exec(text)
  if (!from) return null
  const { starts, ends } = bordersOf(text, from.index)
  const items: unknown[] = []
  let past = 0
  let firstEnd = 0
  for (const start of starts) {
    if (start < past || items.length >= limit) continue
    while (firstEnd < ends.length && (ends[firstEnd] ?? 0) <= start) firstEnd++
    const end = ends.slice(firstEnd, firstEnd + MAX_TRIES).find((one) => isEntry(parsed(text.slice(start, one))))
    if (end === undefined) continue
    items.push(parsed(text.slice(start, end)))
    past = end
  }
  const title = /"title"\s{0,99}:\s{0,99}("(?:[^"\\]|\\.){0,500}")/.exec(text.slice(0, from.index))?.[1]
  return { items, title: title === undefined ? null : String(parsed(title) ?? '') || null }
}

/** Where objects may begin and end. */
function bordersOf(text: string, from: number): { starts: number[]; ends: number[] } {
  const starts: number[] = []
  const ends: number[] = []
  BORDER.lastIndex = from
  for (let match = BORDER.exec(text); match && starts.length < MAX_STARTS; match = BORDER.exec(text)) {
    if (match[0].startsWith('}')) ends.push(match.index + 1)
    if (match[0].endsWith('{')) starts.push(match.index + match[0].length - 1)
    // What ends one object may begin the next.
    else BORDER.lastIndex = match.index + 1
  }
  return { starts, ends }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): boolean {
  return value !== null && typeof value === 'object' && ('id' in value || 'content_html' in value || 'content_text' in value)
}
