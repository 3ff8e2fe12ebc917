import type { Count, Measure, Reading, ReadingEvent, ReadingStatistic } from '@tipwire/domain'
import type { GroupInput } from '../src/group.ts'

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j] as T, copy[i] as T]
  }
  return copy
}

const words = [{ field: 'text' as const, start: 0, end: 4, quote: 'Word', role: 'trigger' as const }]
const places = ['Arda', 'Belmor', 'Cressing', 'Dunholt', null]
const countries = ['KH', 'MM', 'LA']
const nations = ['IN', 'KE', 'PH', 'TH']
const types: readonly [ReadingEvent['type'], Measure | null][] = [
  ['rescue_release', 'rescued'],
  ['raid_search', null],
  ['arrest_detention', 'arrested'],
  ['repatriation', 'repatriated'],
  ['conviction_sentence', 'convicted'],
  ['advisory_warning', null],
]

/** Documents about a few incidents that are near each other in every respect, told with gaps and mistakes: the worst case for an order. */
export function randomWorld(seed: number, documents: number): GroupInput[] {
  const random = randomOf(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const incidents = Array.from({ length: Math.ceil(documents / 4) }, () => ({
    country: pick(countries),
    place: pick(places),
    nation: pick(nations),
    day: 1 + Math.floor(random() * 24),
    number: 3 + Math.floor(random() * 30),
  }))
  const inputs: GroupInput[] = []
  for (let n = 0; n < documents; n++) {
    const told = [pick(incidents), ...(random() < 0.2 ? [pick(incidents)] : [])]
    const events = told.flatMap((incident) =>
      [pick(types), ...(random() < 0.4 ? [pick(types)] : [])].map(([type, measure]) => eventOf({ type, measure, incident, random })),
    )
    const statistics = random() < 0.3 ? [statisticOf(random)] : []
    const original = random() < 0.15 && inputs.length > 0 ? pick(inputs) : null
    const reading: Reading = original?.reading ?? { relevant: true, events, statistics }
    inputs.push({ document: documentOf({ n, day: told[0]?.day ?? 1, random, original }), reading })
  }
  return inputs
}

type Random = () => number
type Invented = { country: string; place: string | null; nation: string; day: number; number: number }

function documentOf({ n, day, random, original }: { n: number; day: number; random: Random; original: GroupInput | null }): GroupInput['document'] {
  const publisher = `Paper ${Math.floor(random() * 6)}`
  const official = random() < 0.2
  return {
    document_id: `doc_${String(n).padStart(4, '0')}`,
    content_key: original?.document.content_key ?? `text ${Math.floor(random() * 1e9)}`,
    source_id: `src_${publisher}`,
    source_kind: official ? 'embassy' : 'rss_news',
    source_actor: official ? 'Embassy of India, Phnom Penh' : null,
    publisher,
    collected_at: null,
    url: `https://${publisher}.example/${n}`,
    published_at: `2025-07-${String(Math.min(28, day + Math.floor(random() * 4))).padStart(2, '0')}T0${Math.floor(random() * 9)}:00:00Z`,
    duplicate_of: original === null ? null : (original.document.duplicate_of ?? original.document.document_id),
    parent_document_id: null,
    agency: null,
    lang: 'en',
    availability: 'live',
  }
}

function eventOf({
  type,
  measure,
  incident,
  random,
}: {
  type: ReadingEvent['type']
  measure: Measure | null
  incident: Invented
  random: Random
}): ReadingEvent {
  const number = random() < 0.75 ? incident.number : incident.number + Math.floor(random() * 5)
  const counts: Count[] = measure === null || random() < 0.2 ? [] : [{ measure, min: number, max: number, qualifier: 'exact', evidence: words }]
  return {
    type,
    status: random() < 0.85 ? 'happened' : 'denied',
    occurred: random() < 0.3 ? null : `2025-07-${String(incident.day).padStart(2, '0')}`,
    country: random() < 0.1 ? null : incident.country,
    place: random() < 0.3 ? null : incident.place,
    counts,
    nationalities: random() < 0.3 ? [] : [incident.nation],
    exploitation: random() < 0.5 ? [] : ['forced_labour'],
    actors: [],
    evidence: words,
    announced_by: random() < 0.2 ? { name: 'Embassy of India, Phnom Penh', attribution: random() < 0.5 ? 'paraphrase' : 'direct_quote' } : null,
  }
}

function statisticOf(random: Random): ReadingStatistic {
  return {
    measure: 'rescued',
    kind: 'cumulative',
    basis: 'official',
    min: random() < 0.5 ? 650 : 640,
    max: null,
    qualifier: 'more_than',
    nationalities: ['IN'],
    country: 'KH',
    as_of: random() < 0.5 ? '2025-07-10' : null,
    said_by: random() < 0.5 ? null : random() < 0.7 ? 'Embassy of India, Phnom Penh' : 'Coast Police',
    evidence: words,
  }
}
