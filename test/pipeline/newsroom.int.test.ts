import { canaries, changes, expectedAfter, type Newsroom, newsroomAt, poison, startNewsroom, steps, trueSum, withoutFacts } from '@tipwire/newsroom'
import { throwawayDatabase } from '@tipwire/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analystQueries } from './analyst-queries.ts'
import { enginesHere, redisFor } from './harness/engines.ts'
import { findWords } from './harness/find-words.ts'
import { type Chain, startChain } from './harness/start-chain.ts'
import { named, toldIncidents, wanted } from './harness/told-incidents.ts'
import { lineOf, toldStatistics } from './harness/told-statistics.ts'

const FIGURES = ['rescued', 'arrested', 'victims', 'repatriated', 'convicted', 'dead'] as const

describe.each(enginesHere())('the sample newsroom through the whole chain, queues on %s', (engine) => {
  const parts = new AsyncDisposableStack()
  let newsroom: Newsroom
  let chain: Chain
  let storyOf: (url: string) => string

  beforeAll(async () => {
    newsroom = parts.use(await startNewsroom())
    const database = parts.use(await throwawayDatabase())
    const { redisUrl } = parts.use(await redisFor(engine))
    storyOf = storyNames(newsroom)
    chain = parts.use(await startChain({ connectionString: database.connectionString, redisUrl, sources: newsroom.sources }))
    await chain.drain()
  }, 180_000)
  afterAll(() => parts.disposeAsync())

  /** Compares all incidents and figures with what is true after so many steps. */
  async function expectTruth(count: number): Promise<void> {
    const expected = expectedAfter(count)
    const incidents = named(await toldIncidents(chain, storyOf), expected.incidents)
    expect([...incidents.keys()].sort()).toEqual(expected.incidents.map(({ key }) => key).sort())
    for (const incident of expected.incidents) expect(incidents.get(incident.key), incident.key).toMatchObject(wanted(incident, incidents))
    const statistics = await toldStatistics(chain, storyOf)
    expect(statistics.map(lineOf).sort()).toEqual(expected.statistics.map(lineOf).sort())
    for (const { key, reports, ...statistic } of expected.statistics) {
      expect(statistics, key).toContainEqual(expect.objectContaining({ ...statistic, reports: [...reports].sort() }))
    }
  }

  const sumsAfter = (count: number) => Object.fromEntries(FIGURES.map((figure) => [figure, trueSum(expectedAfter(count), figure)]))
  async function naiveSums(): Promise<Record<string, number | null>> {
    const columns = FIGURES.map((figure) => `sum(${figure})::int as ${figure}`).join(', ')
    return (await chain.rows<Record<string, number | null>>(`select ${columns} from tipwire.incidents`))[0] ?? {}
  }
  const ask = <T extends object>(sql: string, params: unknown[] = []) => chain.rows<T & Record<string, unknown>>(sql, { params, role: 'tipwire_analyst' })

  it('tells every incident once, with its reports and figures, and every published figure once', async () => {
    await expectTruth(0)
  })

  it('gives true figures to the naive query', async () => {
    expect(await naiveSums()).toEqual(sumsAfter(0))
  })

  it('keeps published figures out of events', async () => {
    const people = await chain.rows<{ people_low: number }>('select people_low::float8 from tipwire.events where people_low is not null')
    expect(people.length).toBeGreaterThan(0)
    const published = new Set(expectedAfter(0).statistics.map(({ low }) => low))
    expect(people.filter(({ people_low }) => published.has(people_low))).toEqual([])
  })

  it('keeps plans, warnings, laws and sanctions out of incidents', async () => {
    const loose = await chain.rows<{ type: string; status: string; country: string; urls: string[] }>(`
      select e.type, e.status, e.country, array(select r.url from tipwire.reports r where r.event_id = e.event_id) as urls
      from tipwire.events e where e.incident_id is null`)
    const told = loose.map(({ urls, ...event }) => ({ ...event, reports: urls.map(storyOf).sort() }))
    for (const { key, reports, ...event } of expectedAfter(0).looseEvents) expect(told, key).toContainEqual({ ...event, reports: [...reports].sort() })
  })

  it('makes nothing of stories about other things, and stores them', async () => {
    const reported = await chain.rows<{ url: string }>('select distinct url from tipwire.reports')
    const stories = new Set(reported.map(({ url }) => storyOf(url)))
    expect([...withoutFacts, poison].filter((id) => stories.has(id))).toEqual([])
    const stored = await chain.rows<{ url: string }>('select distinct url from pipeline.documents where parent_document_id is null')
    const ids = new Set(stored.map(({ url }) => storyOf(url)))
    const expected = newsroomAt(0).outlets.flatMap(({ stories: ofOutlet }) => ofOutlet.map(({ id }) => id))
    expect(expected.filter((id) => id !== poison && !ids.has(id))).toEqual([])
  })

  it('puts the document that poisons a reader aside, and nothing else', async () => {
    const aside = await chain.rows<{ stage: string; error_code: string; url: string | null }>(`
      select w.stage, w.error_code, coalesce(d.url, i.url) as url from pipeline.work w
      left join pipeline.documents d on d.document_id = w.id left join pipeline.items i on i.item_id = w.id where w.state = 'quarantined'`)
    expect(aside.map(({ url }) => storyOf(url ?? ''))).toEqual([poison])
  })

  it('says which source is broken, and that the others are well', async () => {
    const sources = await chain.rows<{ name: string; state: string; state_reason: string | null }>('select name, state, state_reason from tipwire.sources')
    expect(sources).toHaveLength(newsroom.sources.length)
    const ill = sources.filter(({ state }) => state !== 'ok')
    expect(ill.map(({ name }) => name)).toEqual(['Northern Star Wire (invented)'])
    expect(ill[0]?.state_reason).toMatch(/cut off/i)
  })

  it('holds the names of victims and private persons nowhere but in the restricted schema', async () => {
    const [held] = await chain.rows<{ count: number }>(
      `select count(*)::int as count from restricted.document_texts t, unnest($1::text[]) word where t::text ilike '%' || word || '%'`,
      { params: [canaries] },
    )
    expect(held?.count, 'the texts do hold them').toBeGreaterThan(canaries.length / 2)
    expect(await findWords(chain, canaries)).toEqual([])
  })

  describe('the ten queries of an analyst', () => {
    it('1: rescued by month and country', async () => {
      const rows = await ask<{ month: Date; country: string }>(analystQueries.rescuedByMonth)
      const lines = rows.map(({ month, country, incidents, rescued_at_least, loosely_dated }) =>
        [monthOf(month), country, incidents, rescued_at_least, loosely_dated].join(' '),
      )
      const rescues = Map.groupBy(
        expectedAfter(0).incidents.filter(({ figures }) => figures.rescued !== undefined),
        ({ date, country }) => `${date.slice(0, 7)} ${country}`,
      )
      const expected = [...rescues].map(([key, group]) => {
        const rescued = group.reduce((sum, { figures }) => sum + (figures.rescued ?? 0), 0)
        return [key, group.length, rescued, group.filter(({ date_basis }) => date_basis !== 'day').length].join(' ')
      })
      expect(lines.sort()).toEqual(expected.sort())
    })

    it('2: nationality by place found, no person twice', async () => {
      const rows = await ask<{ nationality: string }>(analystQueries.nationalityByPlace)
      const lines = rows.map(({ nationality, found_in, rescued_at_least, events }) => [nationality, found_in, rescued_at_least, events].join(' '))
      expect(lines.sort()).toEqual(
        [
          ...['BD KH  1', 'NP KH  1', 'PK KH  1'], // named without numbers
          ...['IN KH 31 2', 'ID KH 30 1', 'MM TH 15 1', 'PH LA 19 2', 'NG NG 11 1', 'CO ES 18 1'],
        ].sort(),
      )
    })

    it('3: the running total of one embassy, with its drop', async () => {
      const rows = await ask<{ as_of: Date; value_low: string }>(analystQueries.runningTotal)
      expect(rows.map(({ as_of, value_low, series_break, reports }) => [dayOf(as_of), Number(value_low), series_break, reports])).toEqual([
        ['2024-07-20', 650, null, 3],
        ['2024-09-14', 770, null, 1],
        ['2024-12-16', 1100, null, 1],
        ['2025-03-21', 1050, 'fell', 1],
      ])
    })

    it('4: numbers in conflict', async () => {
      const rows = await ask<{ field: string; said: string; event_id: string }>(analystQueries.conflicts)
      const people = rows.filter(({ field }) => field === 'people')
      expect(people).toHaveLength(1)
      expect(people[0]?.said.split(' / ').sort()).toEqual(['42 (shown)', '45'])
    })

    it('5: told by two independent sources, and no suspected duplicate', async () => {
      const rows = await ask(analystQueries.corroborated)
      const expected = expectedAfter(0).incidents.filter(({ independent_sources, maybe_same_as }) => independent_sources >= 2 && maybe_same_as?.length === 0)
      expect(rows.map(({ reports, independent_sources }) => [reports, independent_sources])).toEqual(
        expected.sort((a, b) => (a.date < b.date ? 1 : -1)).map(({ reports, independent_sources }) => [reports.length, independent_sources]),
      )
    })

    it('6: days from an event to its first report', async () => {
      const rows = await ask<{ country: string; median_days: number }>(analystQueries.daysToReport)
      const median = Object.fromEntries(rows.map(({ country, median_days }) => [country, median_days]))
      expect(median).toMatchObject({ ES: 2, NG: 2, IN: 1, LA: 2, KW: 1 })
    })

    it('7: no corrections yet', async () => {
      expect(await ask(analystQueries.correctionsOfTheWeek)).toEqual([])
    })

    it('8: an arrest that led to a sentence', async () => {
      const rows = await ask<{ sentenced_on: Date }>(analystQueries.arrestsToConvictions)
      expect(rows.map(({ arrested, convicted, sentenced_on, days }) => ({ arrested, convicted, days, sentenced_on: dayOf(sentenced_on) }))).toEqual([
        { arrested: 3, convicted: 2, days: 286, sentenced_on: '2025-07-22' },
      ])
    })

    it('9: the words behind an event, for those who may read them', async () => {
      const [rescue] = await ask<{ event_id: string }>(`select event_id from tipwire.events
        where type = 'rescue_release' and country = 'KH' and people_low = 14 and status = 'happened'`)
      const words = await ask<{ field: string; quote: string; value_text: string }>(analystQueries.wordsBehind, [rescue?.event_id])
      const people = words.filter(({ field }) => field === 'people')
      expect(people.length).toBeGreaterThanOrEqual(4)
      for (const { quote, value_text } of people) expect(`${value_text}: ${quote}`).toMatch(/^14: .*\b(14|fourteen)\b/i)
      const unread = await chain.rows<{ quote: string | null }>(analystQueries.wordsBehind, { params: [rescue?.event_id], role: 'tipwire_reader' })
      expect(unread).toHaveLength(words.length)
      expect(unread.filter(({ quote }) => quote !== null)).toEqual([])
    })

    it('10: where we are blind', async () => {
      const rows = await ask<{ country: string | null }>(analystQueries.areWeBlind)
      const alive = Object.fromEntries(rows.map(({ country, sources, alive: living }) => [country, `${living} of ${sources}`]))
      expect(alive).toMatchObject({ GB: '1 of 2', TH: '3 of 3', KH: '2 of 2', IN: '1 of 1', KE: '2 of 2' })
    })
  })

  describe.each(changes.map((change, index) => ({ ...change, made: index + 1 })))('after step $made, $step', ({ step, made, reasons, diff, incidents }) => {
    let since = 0
    let versions: Map<string, number>

    beforeAll(async () => {
      versions = await versionsByKey(made - 1)
      since = Number((await chain.rows<{ cursor: string }>('select coalesce(max(cursor), 0) as cursor from tipwire.changes'))[0]?.cursor)
      expect(newsroom.advance()?.name).toBe(step)
      await chain.drain()
    }, 180_000)

    const versionsByKey = async (count: number) => {
      const told = named(await toldIncidents(chain, storyOf), expectedAfter(count).incidents)
      return new Map([...told].map(([key, { version }]) => [key, version]))
    }
    const changesSince = (object: string) =>
      chain.rows<{ reason: string; action: string; id: string; diff: Record<string, unknown> | null; version: number }>(
        'select reason, action, id, diff, version from tipwire.changes where cursor > $1 and object = $2 order by cursor',
        { params: [since, object] },
      )

    it('tells what is true now', async () => {
      await expectTruth(made)
      expect(await naiveSums()).toEqual(sumsAfter(made))
    })

    it('says so in the change feed', async () => {
      const found = (await Promise.all(['incident', 'event', 'statistic'].map(changesSince))).flat()
      expect([...new Set(found.map(({ reason }) => reason))].sort()).toEqual([...reasons].sort())
      if (diff) expect(found.map((change) => change.diff?.[diff.field])).toContainEqual([diff.was, diff.now])
      for (const [key, incident] of Object.entries(incidents ?? {}))
        if (incident === null) expect(found, key).toContainEqual(expect.objectContaining({ action: 'remove' }))
    })

    it('raises the version of what changed, and of nothing else', async () => {
      const now = await versionsByKey(made)
      const raised = [...now].filter(([key, version]) => versions.has(key) && version !== versions.get(key)).map(([key]) => key)
      expect(raised).toEqual(diff ? [diff.incident] : [])
    })
  })

  it('answers query 7 with the corrections of the week', async () => {
    expect(changes).toHaveLength(steps.length)
    const rows = await ask<{ reason: string; field: string; was: string; now: string }>(analystQueries.correctionsOfTheWeek)
    expect(rows).toContainEqual(expect.objectContaining({ reason: 'correction', field: 'people_low', was: '15', now: '14' }))
    expect(rows).toContainEqual(expect.objectContaining({ reason: 'withdrawn' }))
  })

  it('has given every change its place, without a gap', async () => {
    const [row] = await chain.rows<{ gapless: boolean }>('select count(*) = max(cursor) and min(cursor) = 1 as gapless from tipwire.changes')
    expect(row?.gapless).toBe(true)
  })
})

/** The story behind an address; an address that no story has comes back as it is. */
function storyNames(newsroom: Newsroom): (url: string) => string {
  const ids = [0, steps.length].flatMap((count) => newsroomAt(count).outlets.flatMap(({ stories }) => stories.map(({ id }) => id)))
  const byUrl = new Map(ids.map((id) => [newsroom.urlOf(id), id]))
  return (url) => byUrl.get(url) ?? url
}

/** A `date` column as node-postgres gives it: midnight of this machine's zone. */
function dayOf(date: Date): string {
  return [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-')
}

function monthOf(date: Date): string {
  return dayOf(date).slice(0, 7)
}
