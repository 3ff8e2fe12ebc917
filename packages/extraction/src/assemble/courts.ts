import { nameOf } from '../annotate/bodies.ts'
import { placesNamed, plainName } from '../annotate/gazetteer.ts'
import type { Annotated, BodyMention, PlaceMention } from '../annotate/types.ts'
import type { Draft } from './types.ts'

const BEFORE_COURT = new Set(['conviction_sentence', 'trial_hearing', 'acquittal_dismissal', 'charge_indictment'])
const DECIDED = new Set(['conviction_sentence', 'acquittal_dismissal', 'trial_hearing'])

/** The court of a court's event: named in its sentence, or close by; its seat is the event's place. */
export function seatCourts(doc: Annotated, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (!BEFORE_COURT.has(draft.type)) continue
    const court = courtOf(doc, draft, drafts)
    if (!court) continue
    if (DECIDED.has(draft.type) && draft.actors.length === 0 && !court.generic)
      draft.actors.push({ body: court, role: 'sentencing', name: court.name, country: court.country })
    const seat = seatOf(doc, court)
    if (seat && (draft.place === null || draft.place.preposition === 'to' || overlaps(draft.place, court) || DECIDED.has(draft.type))) {
      draft.place = seat
      if (seat.country !== '') draft.country = seat.country
    }
  }
}

function courtOf(doc: Annotated, draft: Draft, drafts: readonly Draft[]): BodyMention | null {
  const courts = doc.bodies.filter((body) => body.kind === 'court')
  const reach = draft.status === 'happened' && DECIDED.has(draft.type) ? 2 : 0
  for (const mention of draft.mentions) {
    const at = mention.sentence.index
    const near = courts.filter((court) => Math.abs((doc.tokens[court.first]?.sentence ?? 0) - at) <= 0)
    const best = near.find((court) => court.first >= mention.trigger.first) ?? near[0]
    if (best) return best
  }
  if (reach === 0) return null
  // A court named with another decision is that decision's.
  const isTaken = (court: BodyMention): boolean =>
    drafts.some(
      (other) =>
        other !== draft && DECIDED.has(other.type) && other.mentions.some(({ sentence }) => court.first >= sentence.first && court.last <= sentence.last),
    )
  for (const mention of draft.mentions) {
    const at = mention.sentence.index
    const near = courts.find(
      (court) => !court.generic && !isTaken(court) && Math.abs((doc.tokens[court.first]?.sentence ?? 0) - at) <= reach && mention.dates.length > 0,
    )
    if (near) return near
  }
  return null
}

const overlaps = (a: { first: number; last: number }, b: { first: number; last: number }): boolean => a.first < b.last && b.first < a.last

/** "Leeds Magistrates' Court", "the high court in Johannesburg": the town inside the name. */
function seatOf(doc: Annotated, court: BodyMention): PlaceMention | null {
  for (let first = court.first; first < court.last; first++) {
    for (let last = Math.min(court.last, first + 3); last > first; last--) {
      if (!/^\p{Lu}/u.test(doc.tokens[first]?.text ?? '') || !/^\p{Lu}/u.test(doc.tokens[last - 1]?.text ?? '')) continue
      const name = nameOf(doc.tokens, first, last)
      const found = placesNamed(plainName(name))
      if (found.length === 0 || COURT_WORDS.has(name.toLowerCase())) continue
      const best = found.reduce((a, b) => (b.population > a.population ? b : a))
      return { first, last, name, country: court.country ?? best.country, kind: best.kind, preposition: 'at', population: best.population }
    }
  }
  return null
}

const COURT_WORDS = new Set([
  'court',
  'high',
  'crown',
  'supreme',
  'district',
  'federal',
  'central',
  'special',
  'magistrates',
  'national',
  'regional',
  'county',
  'judge',
  'sessions',
])
