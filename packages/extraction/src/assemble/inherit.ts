import { compilePhrases, holds, type Matcher } from '../annotate/phrases.ts'
import type { Annotated, DateMention, PlaceMention } from '../annotate/types.ts'
import type { Pack } from '../packs/types.ts'
import type { Draft } from './types.ts'

const OPERATION = new Set(['rescue_release', 'raid_search', 'arrest_detention', 'site_closure', 'asset_seizure', 'death_injury'])
const compiled = new WeakMap<Pack, Matcher<true>>()

/** Events of one operation share its date and place where the wording ties them: one sentence, "on the spot", "in the raid". */
export function inherit(doc: Annotated, drafts: readonly Draft[]): void {
  for (const operation of operationsOf(doc)) for (const draft of drafts) takeOperation(draft, operation)
  for (const draft of drafts) {
    if (!OPERATION.has(draft.type) || draft.status === 'planned') continue
    const lender = drafts.find((other) => other !== draft && lends(doc, other, draft)) ?? neighbour(drafts, draft)
    if (!lender) continue
    draft.operation = lender
    borrow(draft, lender)
  }
}

function borrow(draft: Draft, lender: Draft): void {
  draft.date ??= lender.date
  if (draft.place !== null || lender.place === null) return
  draft.place = lender.place
  draft.country = lender.country
}

const SAME_DAY = new Set(['rescue_release', 'raid_search', 'arrest_detention', 'asset_seizure'])

/** "Police raided X on Monday. Nine women were freed.": what is told next, with no day, place or body of its own, belongs to what was told before. */
function neighbour(drafts: readonly Draft[], draft: Draft): Draft | undefined {
  if (!SAME_DAY.has(draft.type) || draft.status !== 'happened' || draft.date !== null || draft.place !== null) return undefined
  const lenders = drafts.filter(
    (other) => other !== draft && SAME_DAY.has(other.type) && other.status === 'happened' && (other.date !== null || other.place !== null),
  )
  return lenders.find((other) => draft.mentions.some((mention) => other.mentions.some((one) => gap(one, mention) >= 0 && gap(one, mention) <= NEAR)))
}

const NEAR = 1

type Operation = Readonly<{ sentence: number; date: DateMention | null; place: PlaceMention | null }>

/** "The operation was carried out in Cordova on Monday": day and place of the events told beside it. */
function operationsOf(doc: Annotated): Operation[] {
  return doc.sentences.flatMap((sentence) => {
    const opening = doc.tokens.slice(sentence.first, Math.min(sentence.last, sentence.first + 4)).map((token) => token.lower)
    if (!opening.includes('operation') && !opening.includes('action')) return []
    const inside = (span: { first: number; last: number }): boolean => span.first >= sentence.first && span.last <= sentence.last
    const date = doc.dates.find((one) => inside(one) && one.grain === 'day') ?? null
    const place = doc.places.find((one) => inside(one) && one.kind !== 'country' && (one.preposition === 'in' || one.preposition === 'at')) ?? null
    return date || place ? [{ sentence: sentence.index, date, place }] : []
  })
}

function takeOperation(draft: Draft, { sentence, date, place }: Operation): void {
  if (!OPERATION.has(draft.type) || draft.status !== 'happened') return
  if (!draft.mentions.some((mention) => Math.abs(mention.sentence.index - sentence) <= 2)) return
  draft.date ??= date
  if (draft.place !== null || place === null) return
  draft.place = place
  if (place.country !== '') draft.country = place.country
}

function lends(doc: Annotated, lender: Draft, draft: Draft): boolean {
  if (!OPERATION.has(lender.type) || lender.status !== draft.status || (lender.date === null && lender.place === null)) return false
  if (draft.date !== null && lender.date !== null && draft.date.edtf !== lender.date.edtf) return false
  return draft.mentions.some((mention) =>
    lender.mentions.some(
      (other) => other.sentence.index === mention.sentence.index || (isTied(doc, mention.sentence) && gap(other, mention) >= 0 && gap(other, mention) <= 3),
    ),
  )
}

const gap = (a: Draft['mentions'][number], b: Draft['mentions'][number]): number => b.sentence.index - a.sentence.index

function isTied({ tokens, pack }: Annotated, sentence: Draft['mentions'][number]['sentence']): boolean {
  let matcher = compiled.get(pack)
  if (!matcher) {
    matcher = compilePhrases(pack.cues.tie)
    compiled.set(pack, matcher)
  }
  return holds(matcher, tokens, sentence)
}
