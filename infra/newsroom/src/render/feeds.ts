import { MARK } from '../mark.ts'
import type { Outlet, Story } from '../types.ts'
import { escapeMarkup, paragraphsOf, storyPath, summaryOf } from './markup.ts'

export type Rendered = { contentType: string; body: string }
type FeedInput = { outlet: Outlet; stories: readonly Story[]; origin: string }

const newestFirst = (stories: readonly Story[]) => [...stories].sort((a, b) => Date.parse(b.published) - Date.parse(a.published))
const tagOf = (outlet: Outlet, story: Story) => `tag:newsroom.invalid,2024:${outlet.id}/${story.id.slice(outlet.id.length + 1)}`

/** An RFC 822 date in the zone that the outlet prints. */
export function rfc822(instant: string): string {
  const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const [, year = '', month = '', day = '', time = '', zone = ''] = /^(\d{4})-(\d\d)-(\d\d)T([\d:]{8})(.*)$/.exec(instant) ?? []
  const weekday = days[new Date(`${year}-${month}-${day}T00:00:00Z`).getUTCDay()]
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${time} ${zone.replace(':', '').replace('Z', '+0000')}`
}

function rssItem({ outlet, origin }: FeedInput, story: Story): string {
  const byline = story.byline ? `\n      <dc:creator>${escapeMarkup(story.byline)}</dc:creator>` : ''
  const full = outlet.feed === 'rss_full' ? `\n      <content:encoded><![CDATA[${paragraphsOf(story).join('\n')}]]></content:encoded>` : ''
  return `    <item>
      <title>${escapeMarkup(story.title)}</title>
      <link>${origin}${storyPath(outlet, story)}</link>
      <guid isPermaLink="false">${tagOf(outlet, story)}</guid>
      <pubDate>${rfc822(story.published)}</pubDate>${byline}
      <description>${escapeMarkup(summaryOf(story))}</description>${full}
    </item>`
}

function rss(input: FeedInput): Rendered {
  const { outlet, origin } = input
  const items = newestFirst(input.stories).map((story) => rssItem(input, story))
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel>
    <title>${escapeMarkup(outlet.name)}</title>
    <link>${origin}/${outlet.id}/</link>
    <description>${escapeMarkup(`${outlet.tagline}. ${MARK}`)}</description>
    <language>${outlet.spec.lang}</language>
${items.join('\n')}
  </channel>
</rss>
`
  return { contentType: 'application/rss+xml; charset=utf-8', body }
}

/** The feed breaks off inside its first item, as when a server dies while it answers. */
function brokenRss({ outlet, origin }: FeedInput): Rendered {
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>${escapeMarkup(outlet.name)}</title>
    <link>${origin}/${outlet.id}/</link>
    <description>${escapeMarkup(`${outlet.tagline}. ${MARK}`)}</description>
    <item>
      <title>Minister to visit flooded valley</title>
      <link>${origin}/${outlet.id}/2025/03/01/minister-vis`
  return { contentType: 'application/rss+xml; charset=utf-8', body }
}

function atomEntry({ outlet, origin }: FeedInput, story: Story): string {
  const author = story.byline ? `\n    <author><name>${escapeMarkup(story.byline)}</name></author>` : ''
  const lang = story.lang ? ` xml:lang="${story.lang}"` : ''
  return `  <entry${lang}>
    <id>${tagOf(outlet, story)}</id>
    <title>${escapeMarkup(story.title)}</title>
    <link rel="alternate" type="text/html" href="${origin}${storyPath(outlet, story)}"/>
    <published>${story.published}</published>
    <updated>${story.updated ?? story.published}</updated>${author}
    <summary>${escapeMarkup(summaryOf(story))}</summary>
  </entry>`
}

function atom(input: FeedInput): Rendered {
  const { outlet, origin } = input
  const stories = newestFirst(input.stories)
  const updated = stories.map((story) => story.updated ?? story.published).sort((a, b) => Date.parse(b) - Date.parse(a))[0]
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${outlet.spec.lang}">
  <id>tag:newsroom.invalid,2024:${outlet.id}</id>
  <title>${escapeMarkup(outlet.name)}</title>
  <subtitle>${escapeMarkup(`${outlet.tagline}. ${MARK}`)}</subtitle>
  <link rel="self" href="${origin}/${outlet.id}/feed.xml"/>
  <link rel="alternate" href="${origin}/${outlet.id}/"/>
  <updated>${updated}</updated>
${stories.map((story) => atomEntry(input, story)).join('\n')}
</feed>
`
  return { contentType: 'application/atom+xml; charset=utf-8', body }
}

function jsonFeed({ outlet, stories, origin }: FeedInput): Rendered {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: outlet.name,
    home_page_url: `${origin}/${outlet.id}/`,
    feed_url: `${origin}/${outlet.id}/feed.json`,
    description: `${outlet.tagline}. ${MARK}`,
    language: outlet.spec.lang,
    items: newestFirst(stories).map((story) => ({
      id: tagOf(outlet, story),
      url: `${origin}${storyPath(outlet, story)}`,
      title: story.title,
      summary: summaryOf(story),
      date_published: story.published,
      ...(story.updated ? { date_modified: story.updated } : {}),
      ...(story.byline ? { authors: [{ name: story.byline }] } : {}),
    })),
  }
  return { contentType: 'application/feed+json; charset=utf-8', body: `${JSON.stringify(feed, null, 2)}\n` }
}

/** The feed of an outlet as it stands, or null for an outlet that has none. */
export function renderFeed(input: FeedInput): Rendered | null {
  if (input.outlet.feed === 'rss' || input.outlet.feed === 'rss_full') return rss(input)
  if (input.outlet.feed === 'atom') return atom(input)
  if (input.outlet.feed === 'json') return jsonFeed(input)
  if (input.outlet.feed === 'broken') return brokenRss(input)
  return null
}
