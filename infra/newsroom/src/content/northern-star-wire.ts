import type { Outlet } from '../types.ts'

/** A feed that breaks off inside its first item. */
export const northernStarWire: Outlet = {
  id: 'northern-star-wire',
  name: 'Northern Star Wire',
  tagline: 'Breaking since 1998',
  spec: { kind: 'rss_news', country: 'GB', tz: 'Europe/London', lang: 'en' },
  feed: 'broken',
  page: 'plain',
  stories: [],
}
