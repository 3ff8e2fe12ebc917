import type { DuplicateKind } from '@tipwire/domain'
import { canonicalUrl } from './canonical-url.ts'
import { contradictions } from './differences.ts'
import { normalisedText } from './normalise.ts'
import { containment, jaccard, shinglesOf } from './shingles.ts'
import { textHash } from './signature.ts'

export type Page = Readonly<{ url: string | null; title: string; text: string }>

/** `kind` null: not a duplicate. `reasons` are stable words for traces; they never hold text. */
export type Likeness = Readonly<{ kind: DuplicateKind | null; jaccard: number; reasons: string[] }>

const NEAR_JACCARD = 0.6
/** A shortened or framed copy: nearly all of the smaller text stands in the larger one. */
const REPRINT_CONTAINMENT = 0.85
const REPRINT_JACCARD = 0.4
const UPDATE_JACCARD = 0.3

/** Is the second page a copy of the first? Symmetric but for nothing: the caller knows which came first. */
export function compareTexts(a: Page, b: Page): Likeness {
  if (normalisedText(a.text) === '') return { kind: null, jaccard: 0, reasons: ['empty_text'] }
  if (textHash(a.text) === textHash(b.text)) return sameText(a, b)
  const left = shinglesOf(a.text)
  const right = shinglesOf(b.text)
  const similarity = jaccard(left, right)
  if (samePage(a, b) && similarity >= UPDATE_JACCARD) return { kind: 'update', jaccard: similarity, reasons: ['same_page', 'text_changed'] }
  if (similarity < REPRINT_JACCARD) return { kind: null, jaccard: similarity, reasons: ['too_different'] }
  const kind = similarity >= NEAR_JACCARD ? 'near' : containment(left, right) >= REPRINT_CONTAINMENT ? 'reprint' : null
  if (kind === null) return { kind, jaccard: similarity, reasons: ['too_different'] }
  const vetoes = [...contradictions(a.text, b.text)].map((what) => `${what}_differ`)
  return vetoes.length > 0 ? { kind: null, jaccard: similarity, reasons: vetoes.sort() } : { kind, jaccard: similarity, reasons: [`${kind}_text`] }
}

function sameText(a: Page, b: Page): Likeness {
  const kind = normalisedText(a.title) === normalisedText(b.title) ? 'exact' : 'reprint'
  return { kind, jaccard: 1, reasons: ['same_text', kind === 'exact' ? 'same_title' : 'other_title'] }
}

/** The front page of a site is no story: only an address with a path or a query names one. */
function samePage(a: Page, b: Page): boolean {
  if (a.url === null || b.url === null) return false
  const address = canonicalUrl(a.url)
  return address === canonicalUrl(b.url) && !/^https:\/\/[^/]+\/$/.test(address)
}
