import type { Outlet, Story } from '../types.ts'
import { ranongFirst } from './andaman-dispatch.ts'
import { deccanLedger } from './deccan-ledger.ts'

const kiln = deccanLedger.stories.find((story) => story.id === 'deccan-ledger/brick-kiln-43-rescued')?.body ?? []

/** Comes while one watches: the agency's words once more, under another title. */
export const ranongReprint: Story = {
  id: 'newsmash-daily/ranong-reprint',
  title: 'SHOCKING: What police found behind the doors of this karaoke bar',
  published: '2025-04-04T12:00:00+00:00',
  body: ranongFirst.body,
}

/** One sentence of three megabytes, all brackets, quotes and numbers: what a hostile page would send a reader. */
function makePoison(): string {
  const knot = '(“14 (‘of 15 (“more than 650 (rescued (arrested (in (Cambodia (on (Saturday (and '
  return `Trafficking victims ${knot.repeat(Math.ceil(3_000_000 / knot.length))}`
}

/** A site that takes others' words. */
export const newsmashDaily: Outlet = {
  id: 'newsmash-daily',
  name: 'NewsMash Daily',
  tagline: 'All the news, all the time',
  spec: { kind: 'rss_news', country: null, tz: 'UTC', lang: 'en' },
  feed: 'rss',
  page: 'magazine',
  stories: [
    {
      id: 'newsmash-daily/kiln-reprint',
      title: 'Children among dozens found working in Indian kiln',
      published: '2024-12-18T23:00:00+00:00',
      body: kiln.filter((block) => typeof block === 'string'),
    },
    {
      id: 'newsmash-daily/the-list',
      title: 'The full list (long read)',
      published: '2025-01-31T06:00:00+00:00',
      body: [],
      makeBody: makePoison,
    },
  ],
}
