import { readElement } from './element-reader.ts'
import type { RawEntry, RawFeed } from './fields.ts'
import { feedPrefixes } from './names.ts'

export type Salvage = Readonly<{ feed: RawFeed; lost: number }>

/**
 * Reads a feed from its source text, for feeds that rss-parser refuses: each entry is cut out and read on its own, so that a broken one
 * takes no other with it. `names` are the elements that are entries. `lost` counts the entries that have no end. Linear in the length of the text; `limit` caps the entries.
 */
export function salvage(text: string, limit: number, names = 'item|entry'): Salvage {
  const { chunks, lost, rest } = cut(text, { limit, names })
  const root = readElement(rest, null)
  const around = { scope: root.scope, base: root.base }
  const entries = chunks.map((chunk) => readElement(chunk, around)).map(({ attributes, fields, base }): RawEntry => ({ attributes, fields, base }))
  return { feed: { head: root.fields, rootAttributes: root.attributes, entries }, lost }
}

/** The source cut at entry borders; `rest` is what stands around them. An entry that reaches the next one's start, or the end, was cut off. */
function cut(text: string, { limit, names }: { limit: number; names: string }): { chunks: string[]; lost: number; rest: string } {
  const visible = withoutQuoted(text)
  const starts = startsOf(visible, { limit, names })
  const chunks: string[] = []
  const rest = [text.slice(0, starts[0]?.at ?? text.length)]
  let lost = 0
  starts.slice(0, limit).forEach((start, i) => {
    const until = starts[i + 1]?.at ?? text.length
    const end = endOf(visible, { ...start, until })
    if (end === null) lost++
    else {
      chunks.push(text.slice(start.at, end.from))
      rest.push(text.slice(end.to, until))
    }
  })
  return { chunks, lost, rest: rest.join('') }
}

type Start = { at: number; name: string; alone: number | null }

function startsOf(visible: string, { limit, names }: { limit: number; names: string }): Start[] {
  const prefixes = feedPrefixes(visible)
  const starts: Start[] = []
  for (const match of visible.matchAll(new RegExp(`<((?:([\\w.-]{1,60}):)?(?:${names}))(?=[\\s/>])(?:\\s{0,99}(\\/)>)?`, 'gi'))) {
    if (!prefixes.has(match[2] ?? '')) continue
    starts.push({ at: match.index, name: match[1] ?? '', alone: match[3] ? match.index + match[0].length : null })
    if (starts.length > limit) break
  }
  return starts
}

function endOf(visible: string, { at, name, alone, until }: Start & { until: number }): { from: number; to: number } | null {
  if (alone !== null) return { from: alone, to: alone }
  const close = new RegExp(`</${name.replaceAll('.', '\\.')}\\s{0,8}>`, 'i').exec(visible.slice(at, until))
  return close && { from: at + close.index, to: at + close.index + close[0].length }
}

const QUOTES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
] as const

/**
 * The text with comments and CDATA blanked out, every other character in its place: entries inside are not meant. One that seems to reach over
 * the start of another was left open by mistake, and hides nothing.
 */
function withoutQuoted(text: string): string {
  return QUOTES.reduce((visible, [open, close]) => withoutQuote(visible, open, close), text)
}

function withoutQuote(text: string, open: string, close: string): string {
  const parts: string[] = []
  let from = 0
  for (let at = text.indexOf(open); at !== -1; ) {
    const end = text.indexOf(close, at + open.length)
    if (end === -1) break
    const next = text.indexOf(open, at + open.length)
    const isLeftOpen = next !== -1 && next < end
    const until = isLeftOpen ? next : end + close.length
    parts.push(text.slice(from, at), isLeftOpen ? text.slice(at, until) : ' '.repeat(until - at))
    from = until
    at = isLeftOpen ? next : text.indexOf(open, until)
  }
  return parts.join('') + text.slice(from)
}
