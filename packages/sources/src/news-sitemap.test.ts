import { expect, it } from 'vitest'
import { parseFeed } from './parse-feed.ts'

const story = (n: number, title: string) =>
  `<url><loc>https://courier.example/${n}</loc><n:news><n:publication><n:name>The Courier</n:name><n:language>en</n:language></n:publication><n:publication_date>2027-05-11T09:00:00+07:00</n:publication_date><n:title>${title}</n:title></n:news><lastmod>2027-05-12</lastmod></url>`
const sitemap = (urls: string) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${urls}</urlset>`
const parse = (text: string) => parseFeed(Buffer.from(text), { url: 'https://courier.example/news.xml' })

it('reads a news sitemap as a feed', async () => {
  const { feed, entries, problems } = await parse(sitemap(`${story(1, 'Eleven &amp; one freed')}<url><loc>https://courier.example/about</loc></url>`))
  expect(feed).toEqual({ title: 'The Courier', url: null, language: 'en' })
  expect(entries).toMatchObject([
    {
      id: 'https://courier.example/1',
      title: 'Eleven & one freed',
      published_at: '2027-05-11T09:00:00+07:00',
      updated_at: '2027-05-12T00:00:00Z',
      language: 'en',
    },
  ])
  expect(problems).toEqual([])
})

it('says when it is cut off', async () => {
  const { entries, problems } = await parse(sitemap(story(1, 'A') + story(2, 'B')).slice(0, -80))
  expect(entries.map(({ title }) => title)).toEqual(['A'])
  expect(problems).toContain('1 entry is broken and left out.')
})
