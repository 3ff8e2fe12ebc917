import { nameOf } from '../annotate/bodies.ts'
import { placesNamed, plainName } from '../annotate/gazetteer.ts'
import type { Annotated, BodyMention, PlaceMention, Span } from '../annotate/types.ts'
import type { Draft } from './types.ts'

const BEFORE_COURT = new Set(['conviction_sentence', 'trial_hearing', 'acquittal_dismissal', 'charge_indictment'])
const DECIDED = new Set(['conviction_sentence', 'acquittal_dismissal', 'trial_hearing'])

/** The court of a court's event: named in its sentence, or close by; its seat is the event's place. */
export function seatCourts(doc: Annotated, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const court = BEFORE_COURT.has(draft.type) ? courtOf(doc, draft, drafts) : null
    if (!court) continue
    if (DECIDED.has(draft.type) && draft.actors.length === 0 && !court.generic)
      draft.actors.push({ body: court, role: 'sentencing', name: court.name, country: court.country })
    seat(doc, draft, court)
  }
}

function seat(doc: Annotated, draft: Draft, court: BodyMention): void {
  const there = seatOf(doc, court, draft.country)
  const open = draft.place === null || draft.place.preposition === 'to' || overlaps(draft.place, court) || DECIDED.has(draft.type)
  if (there && open) {
    draft.place = there
    draft.country = there.country || draft.country
  } else if (there === null && court.country !== null && DECIDED.has(draft.type)) draft.country = court.country
}

function courtOf(doc: Annotated, draft: Draft, drafts: readonly Draft[]): BodyMention | null {
  const courts = doc.bodies.filter((body) => body.kind === 'court')
  const sentenceOf = (court: BodyMention): number => doc.tokens[court.first]?.sentence ?? 0
  for (const { sentence, trigger } of draft.mentions) {
    const near = courts.filter((court) => sentenceOf(court) === sentence.index)
    const best = near.find((court) => court.first >= trigger.first) ?? near[0]
    if (best) return best
  }
  if (draft.status !== 'happened' || !DECIDED.has(draft.type)) return null
  // A court named with another decision is that decision's.
  const others = drafts.filter((other) => other !== draft && DECIDED.has(other.type)).flatMap((other) => other.mentions.map(({ sentence }) => sentence.index))
  const free = courts.filter((court) => !court.generic && !others.includes(sentenceOf(court)))
  const dated = draft.mentions.filter((mention) => mention.dates.length > 0)
  return free.find((court) => dated.some(({ sentence }) => Math.abs(sentenceOf(court) - sentence.index) <= 2)) ?? null
}

const overlaps = (a: { first: number; last: number }, b: { first: number; last: number }): boolean => a.first < b.last && b.first < a.last

/** "Leeds Magistrates' Court", "the high court in Johannesburg": the town inside the name. */
function seatOf(doc: Annotated, court: BodyMention, home: string | null): PlaceMention | null {
  for (let first = court.first; first < court.last; first++) {
    for (let last = Math.min(court.last, first + 3); last > first; last--) {
      const seat = townAt(doc, { first, last }, court.country ?? home)
      if (seat) return { ...seat, country: court.country ?? seat.country }
    }
  }
  return null
}

/** The town of that name, in the wanted country if there is one. */
function townAt(doc: Annotated, { first, last }: Span, country: string | null): PlaceMention | null {
  if (!CAPITAL.test(doc.tokens[first]?.text ?? '') || !CAPITAL.test(doc.tokens[last - 1]?.text ?? '')) return null
  const name = nameOf(doc.tokens, first, last)
  const found = COURT_WORDS.has(name.toLowerCase()) ? [] : placesNamed(plainName(name))
  const there = found.filter((place) => place.country === country)
  const [best] = (there.length > 0 ? there : found).toSorted((a, b) => b.population - a.population)
  return best ? { first, last, name, country: best.country, kind: best.kind, preposition: 'at', population: best.population } : null
}

const CAPITAL = /^\p{Lu}/u

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
