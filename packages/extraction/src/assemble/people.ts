import type { Annotated } from '../annotate/types.ts'
import type { Draft } from './types.ts'

const SAME_PEOPLE = new Set(['repatriation', 'handover_border', 'deportation'])

/** "The Indian nationals", "the group": an event without a number takes the one of the people it is about. */
export function resolvePeople(_doc: Annotated, drafts: readonly Draft[]): void {
  const main = drafts.find((draft) => draft.type === 'rescue_release' && draft.status === 'happened' && draft.counts.length === 1)
  if (!main) return
  for (const draft of drafts) {
    if (!SAME_PEOPLE.has(draft.type) || draft.counts.length > 0 || draft.status !== 'planned') continue
    if (draft.nationalities.length > 0 && !draft.nationalities.some((one) => main.nationalities.includes(one))) continue
    const measure = draft.mentions[0]?.frame.measure
    const known = main.counts[0]
    if (measure === undefined || known === undefined) continue
    draft.counts = [{ ...known, measure, groups: [...known.groups] }]
    if (draft.nationalities.length === 0) draft.nationalities = [...main.nationalities]
  }
}

const TELLS_EXPLOITATION = new Set(['rescue_release', 'raid_search', 'arrest_detention', 'exploitation_reported', 'charge_indictment', 'conviction_sentence', 'site_closure', 'sanction_designation', 'missing_trapped_appeal', 'escape', 'death_injury'])

/** The forms of exploitation stated beside the event's own words. */
export function stateExploitation(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const stated = draft.mentions.flatMap((mention) => mention.exploitation.map(({ form }) => form))
    if (TELLS_EXPLOITATION.has(draft.type) || (draft.type === 'repatriation' && draft.status === 'happened')) draft.exploitation = [...new Set(stated)]
  }
}
