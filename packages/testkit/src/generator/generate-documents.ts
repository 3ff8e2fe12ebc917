import type { ReadableDocument } from '@tipwire/domain'
import { type InventedIncident, inventIncident } from './incident.ts'
import { type Random, randomOf } from './random.ts'
import { tell } from './tell.ts'
import { otherNews, outlets } from './vocabulary.ts'

/** A running total that a document gives beside its incident; it is never the incident's own number. */
export type InventedFigure = Readonly<{ measure: 'rescued'; kind: 'cumulative'; value: number; said_by: string }>

/** What is true about a generated document. */
export type Truth = Readonly<{
  /** The incident that it tells; null for other news. */
  incident: InventedIncident | null
  /** Document that this one copies word for word under another title; null for an outlet's own words. */
  reprint_of: string | null
  figures: readonly InventedFigure[]
}>

export type GeneratedDocument = Readonly<{ document: ReadableDocument & { url: string; publisher: string }; truth: Truth }>

const shareOfOtherNews = 0.12
const shareOfReprints = 0.25
const shareWithTotal = 0.2
const everyTwin = 12
const dayMs = 24 * 60 * 60 * 1000

/**
 * Invented news as a stream, endless unless `documents` says how many: incidents told by one to four outlets in their own words, reprints, template
 * twins (one embassy, the same words, another incident), running totals, other news. The same seed gives the same stream; memory stays flat.
 */
export function* generateDocuments({
  seed,
  documents = Number.POSITIVE_INFINITY,
  host = 'https://news.example',
}: {
  seed: number
  documents?: number
  host?: string
}): Generator<GeneratedDocument> {
  let made = 0
  for (let index = 0; made < documents; index++) {
    for (const one of documentsOf(seed, index, host)) {
      if (made++ >= documents) return
      yield one
    }
  }
}

/** The documents of incident number `index`, and now and then other news. */
function documentsOf(seed: number, index: number, host: string): GeneratedDocument[] {
  const random = randomOf(seed, `documents ${index}`)
  const incident = inventIncident(seed, index)
  const tellings = random.pick([1, 1, 1, 2, 2, 3, 4])
  const firstOutlet = random.whole(0, outlets.length - 1)
  const made: GeneratedDocument[] = []
  for (let i = 0; i < tellings; i++) made.push(telling({ seed, index, i, host, incident, outlet: firstOutlet + i, random, before: made[0] }))
  if (index % everyTwin === 0) made.push(...twins({ seed, index, host, incident }))
  if (random.chance(shareOfOtherNews)) made.push(other({ index, host, outlet: firstOutlet + tellings, random, day: incident.day }))
  return made
}

type TellingInput = Readonly<{
  seed: number
  index: number
  i: number
  host: string
  incident: InventedIncident
  outlet: number
  random: Random
  before: GeneratedDocument | undefined
}>

function telling({ seed, index, i, host, incident, outlet, random, before }: TellingInput): GeneratedDocument {
  const id = `doc-${seed}-${index}-${i}`
  const meta = frame({ id, host, outlet, day: incident.day, random })
  if (before && random.chance(shareOfReprints)) {
    const title = `${before.document.title} (agency)`
    return { document: { ...meta, title, text: before.document.text }, truth: { ...before.truth, reprint_of: before.document.id } }
  }
  const { title, text } = tell(incident, outlet, random)
  const figures = incident.measure === 'rescued' && random.chance(shareWithTotal) ? [total(incident, index)] : []
  const sentences = figures.map(
    (figure) =>
      `${figure.said_by} said more than ${figure.value} ${incident.people.adjective} nationals had been rescued from ${incident.country.name} so far.`,
  )
  return { document: { ...meta, title, text: [text, ...sentences].join('\n\n') }, truth: { incident, reprint_of: null, figures } }
}

/** An embassy's two statements in the very same words, about two incidents: only the number and the day differ. */
function twins({ seed, index, host, incident }: { seed: number; index: number; host: string; incident: InventedIncident }): GeneratedDocument[] {
  const later = new Date(Date.parse(incident.day) + 7 * dayMs).toISOString().slice(0, 10)
  const second = { ...incident, key: `${incident.key}-twin`, count: incident.count + 200, day: later }
  const actor = `Embassy of ${incident.people.country} in ${incident.country.name}`
  return [incident, second].map((facts, i) => {
    const random = randomOf(seed, `twins ${index}`)
    const meta = {
      ...frame({ id: `twin-${seed}-${index}-${i}`, host, outlet: index, day: facts.day, random }),
      source_kind: 'embassy' as const,
      publisher: actor,
      source_actor: actor,
    }
    return { document: { ...meta, ...tell(facts, 0, random) }, truth: { incident: facts, reprint_of: null, figures: [] } }
  })
}

function total(incident: InventedIncident, index: number): InventedFigure {
  const said_by = `The Embassy of ${incident.people.country} in ${incident.country.name}`
  return { measure: 'rescued', kind: 'cumulative', value: 400 + index * 5 + incident.count, said_by }
}

function other({ index, host, outlet, random, day }: { index: number; host: string; outlet: number; random: Random; day: string }): GeneratedDocument {
  const [title, text] = random.pick(otherNews)
  const meta = frame({ id: `other-${index}`, host, outlet, day, random })
  return {
    document: { ...meta, title, text: `${text} It was the ${index + 1}th such note of the season.` },
    truth: { incident: null, reprint_of: null, figures: [] },
  }
}

function frame({ id, host, outlet, day, random }: { id: string; host: string; outlet: number; day: string; random: Random }) {
  const publisher = outlets[outlet % outlets.length] ?? outlets[0]
  const published_at = new Date(Date.parse(`${day}T06:00:00Z`) + random.whole(0, 40) * (dayMs / 24)).toISOString()
  return {
    id,
    source_kind: 'rss_news' as const,
    url: `${host}/${slug(publisher)}/${id}.html`,
    published_at,
    publisher_tz: 'Asia/Bangkok',
    lang: 'en',
    publisher,
  }
}

/** Seven Rivers Post -> seven-rivers-post */
export function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
