import { type ChangeReason, SourceSpec } from '@tipwire/domain'
import {
  addSource,
  assignCursors,
  type Columns,
  endObjects,
  type FactObject,
  lockResolution,
  recordPuts,
  recordRemoves,
  recordReports,
  type Store,
  saveClaims,
  saveDocument,
  saveEvidence,
  saveItems,
  saveObjects,
  saveReports,
  saveToldDocument,
  startRun,
  type Tx,
  type WriteUnder,
} from '@tipwire/store'

type Words = Readonly<{ field: string; value_text: string; agrees?: boolean; start: number; quote: string }>
type Told = Readonly<{ document_id: string; role?: string; origin?: string; words: readonly Words[] }>
type Row = Readonly<{ object: FactObject; id: string; columns?: Columns; told?: readonly Told[] }>

/** Writes facts as the resolver does, through the same verbs of the store, and gives them their place in the feed. */
export function factsWriter(store: Store, run_id: string) {
  return {
    /** One document of a source of its own. */
    document: (host: string, headline: string) => store.transaction((tx) => writeDocument(tx, { host, headline, run_id })),
    put: (rows: readonly Row[], reason: ChangeReason = 'new_report') => publish(store, { reason, run_id }, (tx, under) => putRows(tx, rows, under)),
    remove: (object: FactObject, id: string, replaced_by: string[], reason: ChangeReason = 'merge') =>
      publish(store, { reason, run_id }, async (tx, under) => {
        const ended = await endObjects(tx, { object, ends: [{ id, replaced_by }], under })
        await recordRemoves(tx, { object, ended, replaced_by: new Map([[id, replaced_by]]), under })
      }),
  }
}

export async function openWriter(store: Store) {
  return factsWriter(store, await startRun(store.db, { service: 'test', version: '0' }))
}

async function publish(store: Store, { reason, run_id }: { reason: ChangeReason; run_id: string }, write: (tx: Tx, under: WriteUnder) => Promise<void>) {
  await store.transaction(async (tx) => write(tx, { reason, run_id, commit_id: await lockResolution(tx) }))
  await assignCursors(store.db)
}

async function writeDocument(tx: Tx, { host, headline, run_id }: { host: string; headline: string; run_id: string }): Promise<string> {
  const source_id = await addSource(tx, SourceSpec.parse({ name: host, url: `https://${host}/feed`, kind: 'rss_news' }))
  const url = `https://${host}/news/1`
  const entry = {
    id: url,
    url,
    title: headline,
    published_at: '2024-07-21T02:00:00Z',
    updated_at: null,
    authors: [],
    summary: null,
    content: null,
    language: 'en',
    enclosures: [],
  }
  const { new_ids } = await saveItems(tx, { source_id, entries: [entry], run_id })
  const article = { title: headline, byline: null, published_at: entry.published_at, lang: 'en', canonical_url: url, text: 'Text of the article.', embeds: [] }
  const item_id = new_ids[0] as string
  const { document_id } = await saveDocument(tx, {
    item_id,
    source_id,
    url,
    canonical_url: url,
    kind: 'article',
    article,
    published_at: entry.published_at,
    lang: 'en',
    content_sha256: host,
    text_sha256: host,
    run_id,
  })
  await saveToldDocument(tx, { document_id, headline, agency: null })
  return document_id
}

async function putRows(tx: Tx, rows: readonly Row[], under: WriteUnder): Promise<void> {
  for (const { object, id, columns = {}, told } of rows) {
    const saved = await saveObjects(tx, { object, rows: [{ id, columns: { ...defaults[object], ...countersOf(told), ...columns } }], under })
    if (told && object !== 'incident') await putTold(tx, { subject: object, id, told, under })
    await recordPuts(tx, { object, saved, under })
  }
}

async function putTold(
  tx: Tx,
  { subject, id, told, under }: { subject: 'event' | 'statistic'; id: string; told: readonly Told[]; under: WriteUnder },
): Promise<void> {
  const kind = subject === 'event' ? 'event' : 'statistic'
  for (const { document_id } of told)
    await saveClaims(tx, {
      document_ids: [],
      document_id,
      claims: [{ claim_id: `${document_id} ${id}`, kind, value: {}, spans: [{ start: 0, end: 1 }] }],
      run_id: under.run_id,
    })
  const reports = told.map(({ document_id, role = 'first', origin = document_id }) => ({ document_id, role, origin_id: origin }))
  const evidence = told.flatMap(({ document_id, words }) =>
    words.map(({ field, value_text, agrees = true, start, quote }) => ({
      claim_id: `${document_id} ${id}`,
      claim_kind: kind,
      document_id,
      field,
      value_text,
      agrees,
      part: 'body',
      char_start: start,
      char_end: start + quote.length,
      quote,
    })),
  )
  const changes = await saveReports(tx, { subject, reports: new Map([[id, reports]]) })
  await saveEvidence(tx, { subject, evidence: new Map([[id, evidence]]) })
  await recordReports(tx, { changes, under })
}

function countersOf(told: readonly Told[] | undefined): Columns {
  if (!told) return {}
  return { reports: told.length, independent_sources: new Set(told.map((one) => one.origin ?? one.document_id)).size }
}

const shared = {
  country: 'KH',
  nationalities: ['IN'],
  checked: 'not_checked',
  reports: 1,
  independent_sources: 1,
  first_reported_at: '2024-07-21T02:00:00Z',
}
const placed = {
  place: null,
  place_precision: 'country',
  lat: null,
  lon: null,
  timeline_date: '2024-07-20',
  timeline_basis: 'day',
  exploitation: ['forced_criminality_online_scam'],
  verification: 'official',
}

const defaults: Readonly<Record<FactObject, Columns>> = {
  incident: {
    ...shared,
    ...placed,
    title: '14 people (India) released from a scam compound',
    lead_type: 'rescue_release',
    rescued: 14,
    arrested: null,
    victims: null,
    repatriated: null,
    convicted: null,
    dead: null,
    numbers_disputed: false,
    maybe_same_as: [],
    follows: null,
    case_facts: {},
    sort_key: 'a',
  },
  event: {
    ...shared,
    ...placed,
    incident_id: null,
    type: 'rescue_release',
    family: 'response',
    status: 'happened',
    title: '14 people rescued',
    occurred_from: '2024-07-20',
    occurred_to: '2024-07-20',
    announced_on: null,
    to_country: null,
    measure: 'rescued',
    people_low: 14,
    people_high: 14,
    people_text: '14',
    by_nationality: { IN: 14 },
    other_numbers: [],
    bodies: [{ name: 'Embassy of India, Phnom Penh', role: 'assisting', country: 'IN' }],
  },
  statistic: {
    ...shared,
    series_id: null,
    measure: 'rescued',
    kind: 'running_total',
    basis: 'official',
    value_low: 650,
    value_high: null,
    value_text: 'more than 650',
    said_by: 'Embassy of India, Phnom Penh',
    cited_work: null,
    from_date: null,
    to_date: '2024-07-20',
    date_basis: 'statement_date',
    series_break: null,
  },
}
