import { compilePhrases, holds, type Matcher } from '../annotate/phrases.ts'
import type { Annotated } from '../annotate/types.ts'
import type { Pack } from '../packs/types.ts'
import type { Draft } from './types.ts'

const OPERATION = new Set(['rescue_release', 'raid_search', 'arrest_detention', 'site_closure', 'asset_seizure', 'death_injury'])
const compiled = new WeakMap<Pack, Matcher<true>>()

/** Events of one operation share its date and place where the wording ties them: one sentence, "on the spot", "in the raid". */
export function inherit(doc: Annotated, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (!OPERATION.has(draft.type) || draft.status === 'planned') continue
    const lender = drafts.find((other) => other !== draft && lends(doc, other, draft))
    if (!lender) continue
    draft.date ??= lender.date
    if (draft.place === null && lender.place !== null) {
      draft.place = lender.place
      draft.country = lender.country
    }
  }
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
