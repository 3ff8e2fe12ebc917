import { describe, expect, it } from 'vitest'
import { parseFeed } from './parse-feed.ts'
import { isPartial } from './problems.ts'

const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'The "Courier"',
  items: [1, 2, 3, 4].map((n) => ({
    id: `${n}`,
    title: `Story ${n}`,
    content_text: 'One {, two}, [three]',
    authors: [{ name: 'Ada', url: 'https://ada.example' }, { name: 'Ben' }],
  })),
})
const parse = (text: string) => parseFeed(Buffer.from(text), { url: 'https://courier.example/feed.json' })

describe('a broken JSON Feed gives the entries that are intact', () => {
  it.each([
    ['cut off', feed.slice(0, feed.indexOf('Story 4')), ['1', '2', '3']],
    ['a quote too many', feed.replace('Story 2', 'Story "2'), ['1', '3', '4']],
    ['a quote too few', feed.replace('"Story 3"', 'Story 3"'), ['1', '2', '4']],
    ['a comma lost', feed.replace('},{"id":"2"', '} {"id":"2"'), ['1', '2', '3', '4']],
    ['broken before its entries', feed.replace('"version":', '"version'), ['1', '2', '3', '4']],
  ])('%s', async (_, text, ids) => {
    const { feed: head, entries, problems } = await parse(text)
    expect(entries.map(({ id }) => id)).toEqual(ids)
    expect(head.title).toBe('The "Courier"')
    expect(isPartial(problems)).toBe(true)
  })
})

it.each(['{"items":[', '{"items":[{"id":', `{"items":[${'{'.repeat(100_000)}`, `{"items":[${'{"a":['.repeat(30_000)}`])(
  'nothing is made of nothing: %#',
  async (text) => {
    const since = process.cpuUsage().user
    await expect(parse(text)).rejects.toMatchObject({ code: 'FEED_UNREADABLE' })
    expect((process.cpuUsage().user - since) / 1e6).toBeLessThan(2)
  },
)
