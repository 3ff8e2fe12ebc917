import { countryWords } from '../annotate/countries.ts'
import { placesNamed, plainName } from '../annotate/gazetteer.ts'
import { matchAt } from '../annotate/phrases.ts'
import type { Annotated, BodyMention, PlaceMention, Sentence } from '../annotate/types.ts'
import type { EventMention } from '../events/types.ts'
import { countryOfZone } from '../packs/zones.ts'
import type { Draft } from './types.ts'

const AT = new Set(['in', 'at', 'near', 'inside', 'outside', 'across', 'around', 'off', 'within', 'throughout'])
const MOVES = new Set(['repatriation', 'deportation', 'extradition_transfer'])
/** What the authorities of the reporting country do at home, unless the words place it elsewhere. */
const OFFICIAL = new Set(['investigation', 'law_policy_change', 'statement_denial', 'protest_unrest'])
const PLACELESS = new Set(['statement_denial', 'advisory_warning', 'report_statistics', 'sanction_designation', 'funding_programme'])
const BORDERLESS = new Set(['report_statistics', 'funding_programme'])
/** Measures of a state: their country is the state that acts. */
const ACTING = new Set(['sanction_designation', 'law_policy_change', 'agreement_cooperation'])
/** Authorities write of their own country. */
const HOME_SOURCES = new Set(['police', 'court', 'official_gov'])
const RANK = { site: 3, town: 2, admin: 1, country: 0 } as const

/** Sets place and country of every draft from its own words, then from the country the document is about. */
export function locate(doc: Annotated, drafts: readonly Draft[]): void {
  const home = homeCountry(doc)
  const official = datelineCountry(doc)
  for (const draft of drafts) {
    draft.place = PLACELESS.has(draft.type) ? null : withTwin(doc, bestPlace(doc, draft))
    draft.country = countryOf(doc, draft) ?? sectionCountry(doc, draft) ?? fallbackCountry(draft.type, official, home)
    if (MOVES.has(draft.type)) draft.toCountry = goalOf(draft)
  }
  const there = whereTheyAre(drafts)
  const homeward = drafts.filter((draft) => draft.type === 'repatriation' && draft.status === 'planned' && countryOf(doc, draft) === null)
  for (const draft of homeward) draft.country = there ?? draft.country
}

function fallbackCountry(type: Draft['type'], official: string | null, home: string | null): string | null {
  if (BORDERLESS.has(type)) return null
  return OFFICIAL.has(type) ? (official ?? home) : home
}

function bestPlace(doc: Annotated, draft: Draft): PlaceMention | null {
  const found: PlaceMention[] = []
  for (const mention of draft.mentions) {
    const held = draft.type === 'missing_trapped_appeal' ? placesBehind(doc, mention) : []
    const places = (held.length > 0 ? held : usable(doc, mention)).filter((place) => place.kind !== 'country')
    if (MOVES.has(draft.type)) {
      const from = places.find((place) => place.preposition === 'from')
      if (from) return from
      continue
    }
    const best = finest(places)
    if (best) found.push(best)
  }
  // A headline names the province, the text the town in it.
  const [first] = found
  return found.find((place) => first?.kind === 'admin' && RANK[place.kind] > RANK[first.kind] && ['', first.country].includes(place.country)) ?? first ?? null
}

/** "in Zaragoza and Huesca": two places at once are one string. */
function withTwin(doc: Annotated, place: PlaceMention | null): PlaceMention | null {
  if (place === null || place.kind === 'site') return place
  const twin = (other: PlaceMention | undefined): boolean => other !== undefined && other.kind !== 'country' && other.kind !== 'site'
  const isAnd = (at: number): boolean => doc.tokens[at]?.lower === 'and'
  const next = isAnd(place.last) ? doc.places.find((one) => one.first === place.last + 1 && twin(one)) : undefined
  const before = isAnd(place.first - 1) ? doc.places.find((one) => one.last === place.first - 1 && twin(one)) : undefined
  const [a, b] = next ? [place, next] : before ? [before, place] : [place, place]
  if (a === b) return place
  return { ...a, last: b.last, name: `${a.name} and ${b.name}`, country: a.country || b.country, preposition: a.preposition }
}

/** "PAKISTAN. Police in Faisalabad …": a paragraph of a digest that begins with its country. */
function sectionCountry(doc: Annotated, draft: Draft): string | null {
  for (const { sentence } of draft.mentions) {
    const opening = doc.sentences.find((one) => one.paragraph === sentence.paragraph && one.field === sentence.field)
    const place = opening && opening !== sentence && doc.places.find((one) => one.first === opening.first && one.kind === 'country')
    if (place && opening.last - place.last <= 1) return place.country
  }
  return null
}

/** Where the people are for whom help is asked: named behind them, not where the appeal is made. */
function placesBehind(doc: Annotated, { people, sentence }: EventMention): PlaceMention[] {
  const from = people[0]?.last
  return from === undefined ? [] : doc.places.filter((place) => place.first >= from && place.last <= sentence.last && place.preposition !== 'to')
}

/** Places that can be the event's: not a goal of travel, not an origin of people, not after the clause has ended far away. */
function usable(doc: Annotated, mention: EventMention): PlaceMention[] {
  return mention.places.filter((place) => {
    if (place.preposition === 'to' || place.preposition === 'into') return mention.type === 'handover_border'
    if (isOrigin(doc, place) || isSpeakers(doc, place)) return false
    return place.preposition !== null || place.first > mention.trigger.first || mention.sentence.segment === 'headline'
  })
}

/** "officials in Nairobi said", "according to a charity in Vientiane": where the speaker is. */
function isSpeakers({ tokens, pack }: Annotated, place: PlaceMention): boolean {
  if (place.preposition !== 'in') return false
  if (pack.cues.saying.has(tokens[place.last]?.lower ?? '')) return true
  const sentence = tokens[place.first]?.sentence
  return tokens.slice(Math.max(0, place.first - 10), place.first).some((token) => token.lower === 'according' && token.sentence === sentence)
}

/** "34 labourers from Chhattisgarh", "a man from Cartagena": where people come from. */
function isOrigin(doc: Annotated, place: PlaceMention): boolean {
  return (
    doc.groups.some((group) => group.number !== null && place.first >= group.last && place.first < group.originEnd && place.kind !== 'site') &&
    !doc.tokens.slice(Math.max(0, place.first - 3), place.first).some((token) => token.pos === 'VERB')
  )
}

function finest(places: readonly PlaceMention[]): PlaceMention | null {
  const first = places[0]
  if (!first) return null
  const near = places.filter((place) => Math.abs(place.first - first.first) <= 8)
  // "the Dakar suburb of Pikine": what "of" names is the finer one.
  const rank = (place: PlaceMention): number => RANK[place.kind] + (place.preposition === 'of' && place.kind !== 'country' ? 0.5 : 0)
  return near.reduce((a, b) => (rank(b) > rank(a) ? b : a))
}

function countryOf(doc: Annotated, draft: Draft): string | null {
  const acting = ACTING.has(draft.type) ? actingState(doc, draft) : null
  if (acting) return acting
  if (draft.place && draft.place.country !== '') return draft.place.country
  const moves = MOVES.has(draft.type)
  const places = draft.mentions.flatMap((mention) => (moves ? mention.places.filter((place) => place.preposition === 'from') : usable(doc, mention)))
  const named = places.find((place) => place.country !== '')
  if (named) return named.country
  if (BORDERLESS.has(draft.type) || moves) return null
  return draft.mentions.find((mention) => mention.agent?.country && mention.agent.kind !== 'embassy')?.agent?.country ?? null
}

/** The body that acts, or the country that is the subject: "Malawi and Zambia signed", "Nepal stopped issuing permits". */
function actingState(doc: Annotated, draft: Draft): string | null {
  for (const mention of draft.mentions) {
    if (mention.agent?.country) return mention.agent.country
    const subject = doc.places.find(
      (place) => place.kind === 'country' && place.preposition === null && place.first >= mention.sentence.first && place.last <= mention.trigger.first,
    )
    if (subject) return subject.country
  }
  return null
}

/** Those who are to go home are where they were handed over or freed. */
const whereTheyAre = (drafts: readonly Draft[]): string | null =>
  (
    drafts.find((one) => one.type === 'handover_border' && one.status === 'happened') ??
    drafts.find((one) => one.type === 'rescue_release' && one.status === 'happened')
  )?.country ?? null

const goalOf = (draft: Draft): string | null =>
  draft.mentions.flatMap((mention) => mention.places).find((place) => place.preposition === 'to' && place.country !== '')?.country ?? null

/** The country the document is about: where its headline and first sentences place things; else the dateline's or the publisher's. */
function homeCountry(doc: Annotated): string | null {
  const votes = new Map<string, number>()
  const vote = (country: string | null | undefined, weight: number): void => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + weight)
  }
  for (const place of doc.places) vote(place.country, weightOf(doc, place))
  for (const body of doc.bodies) vote(body.kind === 'embassy' ? seatCountry(doc, body) : body.country, body.kind === 'other' ? 0.5 : 1)
  const publisher = countryOfZone[doc.document.publisher_tz ?? '']
  if (HOME_SOURCES.has(doc.document.source_kind)) vote(publisher, 4)
  vote(datelineCountry(doc), 0.8)
  const best = [...votes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
  return best?.[0] ?? publisher ?? null
}

/** "the Indian Embassy in Cambodia": the country in which it sits, when the name says so. */
function seatCountry({ tokens }: Annotated, { first, last }: BodyMention): string | null {
  for (let at = first + 1; at < last; at++) {
    const seat = tokens[at]?.lower === 'in' ? matchAt(countryWords().names, tokens, { first: at + 1, last }) : null
    if (seat) return seat.value.country
  }
  return null
}

/** Where things happen weighs more than what is merely named, and the headline more than the rest. */
function weightOf(doc: Annotated, place: PlaceMention): number {
  const sentence = doc.sentences[doc.tokens[place.first]?.sentence ?? 0] as Sentence
  const placed = place.preposition !== null && AT.has(place.preposition)
  const left = place.preposition === 'from' && !isOrigin(doc, place)
  const position = sentence.segment === 'headline' ? 4 : sentence.index < 4 ? 2 : 1
  return (placed ? 2 : left ? 1 : 0.3) * position
}

function datelineCountry(doc: Annotated): string | null {
  const segment = doc.segments.find((one) => one.kind === 'dateline')
  if (!segment) return null
  const words =
    doc.document.text
      .slice(segment.start, segment.end)
      .split(/[,(—–:-]/u)[0]
      ?.trim() ?? ''
  const found = placesNamed(plainName(words))
  return found.length === 0 ? null : found.reduce((a, b) => (b.population > a.population ? b : a)).country
}
