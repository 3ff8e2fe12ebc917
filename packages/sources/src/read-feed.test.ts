import { expect, it } from 'vitest'
import { readFeed } from './read-feed.ts'

const read = (items: string) => readFeed(Buffer.from(`<rss version="2.0"><channel>${items}</channel></rss>`), { url: 'https://courier.example/feed.xml' })

it('tells entries of one id apart by their addresses', async () => {
  const { entries, problems } = await read('<item><guid>x</guid><link>/a</link></item><item><guid>x</guid><link>/b</link></item>')
  expect(entries.map(({ id }) => id)).toEqual(['x#https://courier.example/a', 'x#https://courier.example/b'])
  expect(problems).toEqual(['Several entries carry the same id; their addresses tell them apart.'])
})

it('takes an entry that is listed twice once, and leaves out one that holds nothing', async () => {
  const { entries, problems } = await read('<item><guid>x</guid><link>/a</link></item><item><guid>x</guid><link>/a</link></item><item/>')
  expect(entries.map(({ id }) => id)).toEqual(['x'])
  expect(problems).toEqual([])
})
