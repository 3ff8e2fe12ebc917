import { afterEach, beforeEach, expect, it } from 'vitest'
import { MARK, type Newsroom, newsroomAt, poison, startNewsroom, steps } from './index.ts'

let newsroom: Newsroom

beforeEach(async () => {
  newsroom = await startNewsroom()
})
afterEach(() => newsroom.close())

const sourceNamed = (name: string) => newsroom.sources.find((source) => source.name.startsWith(name))?.url ?? ''
const textOf = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).text()
const poipet = 'mekong-courier/poipet-30-indonesians'

it('answers for every source and every story, each marked as invented', async () => {
  for (const source of newsroom.sources) expect(await textOf(source.url), source.name).toContain(MARK)
  for (const { stories } of newsroomAt(0).outlets) {
    for (const { id } of stories) {
      const answer = await fetch(newsroom.urlOf(id))
      expect(answer.status, id).toBe(200)
      const page = await answer.text()
      expect(page, id).toContain('<meta name="tipwire-sample" content="invented">')
      expect(page, id).toContain(MARK)
    }
  }
})

it('answers 304 until something changes', async () => {
  const url = sourceNamed('Andaman Dispatch')
  const first = await fetch(url)
  const unchanged = { 'if-none-match': first.headers.get('etag') ?? '', 'if-modified-since': first.headers.get('last-modified') ?? '' }
  expect((await fetch(url, { headers: unchanged })).status).toBe(304)
  expect((await fetch(url, { headers: { 'if-modified-since': unchanged['if-modified-since'] } })).status).toBe(304)
  newsroom.advance()
  expect((await fetch(url, { headers: unchanged })).status, 'another outlet moved').toBe(304)
  newsroom.advance()
  expect((await fetch(url, { headers: unchanged })).status, 'this outlet corrected itself').toBe(200)
})

it('corrects a story in its feed and on its page', async () => {
  const page = newsroom.urlOf('andaman-dispatch/ranong-karaoke-bar')
  expect(await textOf(page)).toContain('freed 15 women')
  newsroom.advance()
  expect(newsroom.advance()).toEqual({ made: 2, name: 'correction: 15 becomes 14' })
  expect(await textOf(page)).toContain('freed 14 women')
  expect(await textOf(sourceNamed('Andaman Dispatch'))).toContain('free 14 Myanmar women')
})

it('withdraws a story: gone from the feed, its page answers 410, older stories stay', async () => {
  expect(await textOf(sourceNamed('Mekong Courier'))).toContain('poipet')
  for (let step = 0; step < 3; step++) newsroom.advance()
  const feed = await textOf(sourceNamed('Mekong Courier'))
  expect(feed).not.toContain('poipet')
  expect(feed).toContain('fourteen-indians-released')
  expect((await fetch(newsroom.urlOf(poipet))).status).toBe(410)
})

it('ends after its last step, and goes on from an earlier run', async () => {
  for (const step of steps) expect(newsroom.advance()?.name).toBe(step.name)
  expect(newsroom.advance()).toBeNull()
  await using later = await startNewsroom({ stepsMade: 3 })
  expect((await fetch(later.urlOf(poipet))).status).toBe(410)
  expect(later.advance()?.made).toBe(4)
})

it('moves by itself when it is asked to', async () => {
  const ended = Promise.withResolvers<void>()
  const made: number[] = []
  await using _ = await startNewsroom({
    pace: { firstMs: 5, nextMs: 5 },
    onStep: (step) => {
      made.push(step.made)
      if (step.made === steps.length) ended.resolve()
    },
  })
  await ended.promise
  expect(made).toEqual(steps.map((_step, index) => index + 1))
})

it('has moved already when it is asked for all', async () => {
  await using all = await startNewsroom({ pace: 'all' })
  expect((await fetch(all.urlOf(poipet))).status).toBe(410)
  expect(all.advance()).toBeNull()
})

it('shows its posts only to a browser that runs scripts', async () => {
  const url = sourceNamed('India in Cambodia')
  expect(await textOf(url)).not.toContain('14 Indian citizens')
  expect(await textOf(`${url}posts.json`)).toContain('14 Indian citizens')
  expect(await textOf(sourceNamed('Embassy of Sri Lanka'))).toContain('18 Sri Lankan nationals')
})

it('has a feed that breaks off and a page that is huge', async () => {
  expect(await textOf(sourceNamed('Northern Star Wire'))).not.toContain('</channel>')
  expect((await textOf(newsroom.urlOf(poison))).length).toBeGreaterThan(3_000_000)
})

it('answers 404 for what it does not have', async () => {
  expect((await fetch(`${newsroom.url}/nowhere`)).status).toBe(404)
  expect(() => newsroom.urlOf('nowhere/nothing')).toThrow('nowhere/nothing')
})
