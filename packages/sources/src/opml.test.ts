import { expect, it } from 'vitest'
import { readOpml, writeOpml } from './opml.ts'

it('reads the feeds of nested folders, each once, however their attributes are written', () => {
  const text = `<opml version="1.1"><body><outline text="Asia"><outline text="Mekong"><outline type="rss" text="The Courier &amp; Post" xmlUrl=" https://courier.example/rss " htmlUrl="https://courier.example/"/></outline>
    <outline title="Dispatch" xmlurl="https://dispatch.example/feed"/></outline><outline text="again" xmlUrl="https://courier.example/rss"/><outline text="a note"/></body>`
  expect(readOpml(text)).toEqual([
    { url: 'https://courier.example/rss', title: 'The Courier & Post', site: 'https://courier.example/', folders: ['Asia', 'Mekong'], known: {} },
    { url: 'https://dispatch.example/feed', title: 'Dispatch', site: null, folders: ['Asia'], known: {} },
  ])
})

it('gives back what it wrote', () => {
  const subscription = {
    url: 'https://courier.example/rss?a=1&b=2',
    title: 'The "Courier" <Post>',
    site: null,
    known: { kind: 'embassy', tz: 'Asia/Phnom_Penh' },
  }
  expect(readOpml(writeOpml([subscription], { title: 'Sources & more' }))).toEqual([{ ...subscription, folders: [] }])
})

it('says when a file is no OPML', () => {
  expect(readOpml('<rss><channel/></rss>')).toBeNull()
})
