import type { ReadableDocument } from '@tipwire/domain'
import type { Pack } from '../packs/types.ts'

export type SegmentKind = 'headline' | 'byline' | 'dateline' | 'body' | 'embed' | 'boilerplate'

/** A stretch of the title or the text, UTF-16 units, half-open. */
export type Segment = Readonly<{ kind: SegmentKind; field: 'title' | 'text'; start: number; end: number; paragraph: number }>

/** So many lines of page in a row, after some text, end the article. */
const END_RUN = 4

type Line = Readonly<{ text: string; start: number; end: number }>

/** Cuts a document into its parts. Only headline, body and embeds are read for facts. */
export function segment(document: ReadableDocument, pack: Pack): Segment[] {
  const out: Segment[] = []
  if (document.title.trim() !== '') out.push({ kind: 'headline', field: 'title', start: 0, end: document.title.length, paragraph: 0 })
  const state: PageState = { inList: false, hasDateline: false, embedded: false, good: 0, residue: 0 }
  for (const [index, line] of lines(document.text).entries()) {
    const kind = lineKind(line.text, { document, pack, state })
    const here = { field: 'text', paragraph: index + 1 } as const
    if (kind !== 'body') {
      out.push({ kind, ...here, start: line.start, end: line.end })
      continue
    }
    state.embedded ||= isEmbedStart(line.text)
    const dateline = state.good > 5 || state.hasDateline ? 0 : datelineLength(line.text)
    state.hasDateline ||= dateline > 0
    if (dateline > 0) out.push({ kind: 'dateline', ...here, start: line.start, end: line.start + dateline })
    out.push({ kind: state.embedded ? 'embed' : 'body', ...here, start: line.start + dateline, end: line.end })
  }
  return out
}

type PageState = { inList: boolean; hasDateline: boolean; embedded: boolean; good: number; residue: number }
type Page = Readonly<{ document: ReadableDocument; pack: Pack; state: PageState }>

/** What a line is, given the lines before it: lists under a heading and what follows a run of residue are page. */
function lineKind(text: string, { document, pack, state }: Page): SegmentKind {
  const kind: SegmentKind = state.inList && isListItem(text) ? 'boilerplate' : kindOf(text, document, pack)
  state.inList = isHeading(text, pack) || (state.inList && kind === 'boilerplate')
  const isResidue = kind === 'body' && looksLikeResidue(text, document)
  const ended = state.residue >= END_RUN && state.good >= 4
  if (isResidue) state.residue++
  else if (!ended) state.residue = 0
  if (kind === 'body' && !isResidue) state.good++
  return isResidue || (state.residue >= END_RUN && state.good >= 4) ? 'boilerplate' : kind
}

function lines(text: string): Line[] {
  const out: Line[] = []
  let at = 0
  for (const raw of text.split('\n')) {
    const trimmed = raw.trim()
    if (trimmed !== '') {
      const start = at + raw.indexOf(trimmed)
      out.push({ text: trimmed, start, end: start + trimmed.length })
    }
    at += raw.length + 1
  }
  return out
}

/** A short line that ends like no sentence, in a document that has sentences: a menu, a label, a teaser. */
function looksLikeResidue(text: string, document: ReadableDocument): boolean {
  if (document.text.length < 400 || /[.!?:”"'’)]$/u.test(text)) return false
  return text.split(/\s+/u).length < 9
}

const isListItem = (text: string): boolean =>
  text.length < 120 && (text.startsWith('-') || text.startsWith('•') || text.startsWith('*') || !/[.!?”"]$/u.test(text))

const bare = (text: string): string => text.toLowerCase().replace(/[:\s]+$/u, '')

const isHeading = (text: string, pack: Pack): boolean => pack.boilerplate.headings.includes(bare(text))

function kindOf(text: string, document: ReadableDocument, pack: Pack): SegmentKind {
  const lower = text.toLowerCase()
  if (isByline(lower, text, pack)) return 'byline'
  if (text.startsWith('— ') && /\(@/u.test(text) && text.length < 120) return 'byline'
  if (text.length < 160 && pack.boilerplate.starts.some((start) => startsWithWord(lower, start))) return 'boilerplate'
  if (text.length < 200 && pack.boilerplate.contains.some((part) => lower.includes(part))) return 'boilerplate'
  if (bare(text) === bare(document.title) && document.title !== '') return 'boilerplate'
  return 'body'
}

function isByline(lower: string, text: string, pack: Pack): boolean {
  if (text.length > 140) return false
  if (!pack.boilerplate.byline.some((start) => startsWithWord(lower, start))) return false
  // A sentence that merely begins with "By" ends like a sentence.
  return !text.endsWith('.') || lower.startsWith('(') || lower.startsWith('—')
}

function startsWithWord(lower: string, start: string): boolean {
  if (!lower.startsWith(start)) return false
  const next = lower.charAt(start.length)
  return next === '' || !/[\p{L}\p{N}]/u.test(next)
}

const isEmbedStart = (text: string): boolean => text.includes('pic.twitter.com') || text.startsWith('— ')

const DASHES = ['—', '–', ' - ', '):', ') -']

/**
 * Length of a dateline at the start of the first paragraph ("SUVA, Aug 18 (South Seas News) — "), 0 when there is none.
 * A dateline begins with a capital place and ends with a dash or colon within the first 90 units.
 */
function datelineLength(text: string): number {
  const head = text.slice(0, 90)
  const upper = /^\p{Lu}[\p{Lu}.' ]{2,30}(?=[,\s(–—:-])/u.test(head)
  const cuts = DASHES.map((dash) => ({ dash, at: head.indexOf(dash) })).filter(({ at }) => at > 0)
  const colon = /^\p{Lu}[\p{L}]{2,20}: /u.exec(head)
  if (colon && !/^(update|advisory|clarification|note|press|breaking|exclusive|warning|alert|watch|number|statement)/iu.test(head)) return colon[0].length
  if (cuts.length === 0) return 0
  const cut = cuts.reduce((a, b) => (a.at < b.at ? a : b))
  const before = head.slice(0, cut.at)
  const placed = upper || /^\p{Lu}[\p{L}' ]{2,30}, (?:\p{Lu}\p{L}{2,9}\.? )?\d{1,2}/u.test(before) || /\((?:[^()]{2,40})\)\s?$/u.test(before)
  if (!placed || /\b(was|were|is|are|has|have|said)\b/u.test(before)) return 0
  let end = cut.at + cut.dash.length
  while (text.charAt(end) === ' ') end++
  return end
}
