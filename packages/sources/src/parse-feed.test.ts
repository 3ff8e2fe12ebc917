import { describe, expect, it } from 'vitest'
import { parseFeed } from './parse-feed.ts'
import { isPartial } from './problems.ts'

const parse = (text: string | Uint8Array, url = 'https://courier.example/feed.xml') => parseFeed(typeof text === 'string' ? Buffer.from(text) : text, { url })
const rss = (items: string, head = '') => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Invented Courier</title><link>https://courier.example/</link><language>en-lr</language>${head}${items}</channel></rss>`
const item = (n: number, more = '') =>
  `<item><guid isPermaLink="false">story-${n}</guid><title>Story ${n}</title><link>https://courier.example/${n}</link><pubDate>Tue, 11 May 2027 0${n % 10}:00:00 +0700</pubDate>${more}</item>`

describe('a good feed', () => {
  it('in RSS 2.0', async () => {
    const { feed, entries, problems } = await parse(
      rss(
        item(
          1,
          '<dc:creator>Ada Example</dc:creator><description>Eleven &lt;b&gt;freed&lt;/b&gt;</description><content:encoded><![CDATA[<p>Eleven people</p>]]></content:encoded><enclosure url="https://courier.example/1.jpg" type="image/jpeg" length="99"/>',
        ),
      ),
    )
    expect(feed).toEqual({ title: 'The Invented Courier', url: 'https://courier.example/', language: 'en-lr' })
    expect(problems).toEqual([])
    expect(entries).toEqual([
      {
        id: 'story-1',
        url: 'https://courier.example/1',
        title: 'Story 1',
        published_at: '2027-05-11T01:00:00+07:00',
        updated_at: null,
        authors: ['Ada Example'],
        summary: 'Eleven <b>freed</b>',
        content: '<p>Eleven people</p>',
        language: null,
        enclosures: [{ url: 'https://courier.example/1.jpg', type: 'image/jpeg', length: 99 }],
      },
    ])
  })

  it('in Atom, with markup that stands in the feed itself', async () => {
    const { feed, entries, problems } =
      await parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">The &amp;amp; Courier</title><link rel="self" href="/feed"/><link href="/"/>
      <entry><id>tag:courier.example,2027:1</id><title>Eleven freed</title><link rel="enclosure" href="/1.mp3"/><link rel="alternate" href="1.html"/><published>2027-05-11T09:30:00+07:00</published><updated>2027-05-12T09:30:00+07:00</updated>
      <author><name>Ada Example</name><email>ada@courier.example</email></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eleven <b>people</b> are free.</p></div></content></entry></feed>`)
    expect(feed).toEqual({ title: 'The & Courier', url: 'https://courier.example/', language: 'en' })
    expect(problems).toEqual([])
    expect(entries[0]).toMatchObject({
      id: 'tag:courier.example,2027:1',
      url: 'https://courier.example/1.html',
      published_at: '2027-05-11T09:30:00+07:00',
      updated_at: '2027-05-12T09:30:00+07:00',
      authors: ['Ada Example'],
      content: expect.stringContaining('<p>Eleven <b>people</b> are free.</p>'),
      enclosures: [{ url: 'https://courier.example/1.mp3' }],
    })
  })

  it('in RSS 1.0', async () => {
    const { entries } = await parse(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example/"><title>C</title></channel><item rdf:about="https://courier.example/1"><title>Eleven freed</title><link>https://courier.example/1</link><dc:date>2027-05-11</dc:date></item></rdf:RDF>`,
    )
    expect(entries).toMatchObject([{ id: 'https://courier.example/1', url: 'https://courier.example/1', published_at: '2027-05-11T00:00:00Z' }])
  })

  it('in JSON', async () => {
    const { feed, entries, problems } = await parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Invented Courier',
        language: 'en',
        items: [
          {
            id: 7,
            url: '/7',
            title: 'Eleven freed',
            content_text: 'One < two\n\nThree',
            date_published: '2027-05-11T09:30:00+07:00',
            authors: [{ name: 'Ada Example' }],
            attachments: [{ url: 'https://courier.example/7.mp3', mime_type: 'audio/mpeg' }],
          },
          'nonsense',
        ],
      }),
    )
    expect(feed).toMatchObject({ title: 'The Invented Courier', language: 'en' })
    expect(entries).toMatchObject([
      {
        id: '7',
        url: 'https://courier.example/7',
        content: '<p>One &lt; two</p>\n<p>Three</p>',
        authors: ['Ada Example'],
        enclosures: [{ type: 'audio/mpeg' }],
      },
    ])
    expect(problems).toEqual(['1 entry is broken and left out.'])
  })
})

describe('names of entries', () => {
  it('are their ids, else their addresses, else what they hold', async () => {
    const { entries } = await parse(
      rss(
        '<item><title>A</title><link>/a</link></item><item><title>B</title><pubDate>11 May 2027</pubDate></item><item><title>B</title><pubDate>12 May 2027</pubDate></item><item><description>only words</description></item><item></item>',
      ),
    )
    expect(entries.map(({ id }) => id.replace(/[0-9a-f]{32}/, '#'))).toEqual(['https://courier.example/a', 'sha256:#', 'sha256:#', 'sha256:#', 'sha256:#'])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(5)
  })

  it('never lead anywhere but to the web', async () => {
    const { entries } = await parse(
      rss('<item><guid>a</guid><link>javascript:alert(1)</link></item><item><guid>b</guid><link>file:///etc/passwd</link></item>'),
    )
    expect(entries.map(({ url }) => url)).toEqual([null, null])
  })
})

describe('a broken feed gives what is intact, and says what was wrong', () => {
  const items = [1, 2, 3, 4].map((n) => item(n))
  it.each([
    ['a bare &', rss(items.join('').replace('Story 2', 'Story &  AT&T 2')), 4, /not well-formed/],
    ['an entity of HTML', rss(items.join('').replace('Story 2', 'Story&nbsp;2 &hellip;')), 4, null],
    ['no tail', rss(items.join('')).slice(0, -60), 3, /cut off/],
    ['no end tags at all', rss(items.join('')).replaceAll('</item>', ''), 0, /not well-formed|cut off/],
    ['an open CDATA', rss(items.join('').replace('Story 2', '<![CDATA[Story 2')), 4, /not well-formed/],
    ['crossed tags', rss(items.join('').replace('<title>Story 2</title>', '<title>Story 2<b></title></b>')), 4, /not well-formed/],
    ['text before it', `<!-- made by hand -->\n${rss(items.join(''))}`, 4, null],
  ])('%s', async (_, text, count, problem) => {
    const { entries, problems } = await parse(text)
    expect(entries).toHaveLength(count)
    if (problem) expect(problems.join(' ')).toMatch(problem)
    expect(isPartial(problems)).toBe(problem !== null)
  })

  it('leaves NULs out', async () => {
    const { entries, problems } = await parse(rss(item(1).replace('Story', 'Sto\u0000ry')))
    expect(entries[0]?.title).toBe('Story 1')
    expect(problems).toEqual(['The feed contains NUL characters, which were ignored.'])
  })

  it('keeps the dates that can be read', async () => {
    const { entries, problems } = await parse(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><published>yesterday</published></entry><entry><id>2</id><published>2027-05-11</published></entry></feed>`,
    )
    expect(entries.map((entry) => entry.published_at)).toEqual([null, '2027-05-11T00:00:00Z'])
    expect(problems).toEqual(['Some dates cannot be read.'])
    expect(isPartial(problems)).toBe(false)
  })

  it('of 500 random damages: no crash, each under a second, and nearly every intact entry', async () => {
    const random = seeded(20270511)
    let intact = 0
    let found = 0
    for (let round = 0; round < 500; round++) {
      const count = 5 + Math.floor(random() * 15)
      const parts = Array.from({ length: count }, (_, n) => item(n, `<description>${'words & more of them '.replace('&', '&amp;').repeat(5)}</description>`))
      const hit = Math.floor(random() * count)
      parts[hit] = damage(parts[hit] as string, random)
      const since = performance.now()
      const { entries } = await parse(rss(parts.join('\n')))
      expect(performance.now() - since).toBeLessThan(1000)
      intact += count - 1
      found += new Set(entries.filter(({ id, title }) => title.replace('Story ', 'story-') === id && id !== `story-${hit}`).map(({ id }) => id)).size
    }
    expect(found / intact).toBeGreaterThan(0.95)
  })
})

describe('what is no feed', () => {
  it.each([
    ['', 'FEED_EMPTY'],
    ['  \n ', 'FEED_EMPTY'],
    ['\u0000\u0000', 'FEED_EMPTY'],
    ['<!DOCTYPE html><html><body>Welcome</body></html>', 'FEED_IS_HTML'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html></html>', 'FEED_IS_HTML'],
    ['<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>', 'FEED_IS_HTML'],
    ['<urlset><url><loc>https://courier.example/</loc></url></urlset>', 'FEED_UNREADABLE'],
    ['<opml version="2.0"></opml>', 'FEED_UNREADABLE'],
    ['{"error":"not found"}', 'FEED_UNREADABLE'],
    ['{"items":[', 'FEED_UNREADABLE'],
    ['just words', 'FEED_UNREADABLE'],
    ['\u0089PNG\r\n', 'FEED_UNREADABLE'],
  ])('%s', async (text, code) => {
    await expect(parse(text)).rejects.toMatchObject({ code, retry: 'later' })
  })

  it('is too large', async () => {
    await expect(parse(new Uint8Array(15 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'FEED_TOO_LARGE' })
  })
})

describe('an XML attack does nothing, quickly', () => {
  const laughs = `<!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
  it.each([
    ['a billion laughs', `<?xml version="1.0"?>${laughs}<rss version="2.0"><channel><item><guid>1</guid><title>&j;</title></item></channel></rss>`],
    [
      'an entity from a file',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><guid>1</guid><title>&x;</title></item></channel></rss>`,
    ],
    ['100,000 levels', rss(`<item><guid>1</guid><title>${'<a>'.repeat(100_000)}</title></item>`)],
    ['a million references', rss(`<item><guid>1</guid><title>${'&#65;'.repeat(500_000)}</title></item>`)],
    ['too many entries', rss('<item><guid>1</guid></item>'.repeat(50_000))],
    [
      'names of the language itself',
      rss('<item><guid>1</guid><title>x</title><__proto__><polluted>1</polluted></__proto__><constructor>y</constructor></item>'),
    ],
    ['open entries', rss('<item>'.repeat(50_000))],
    ['open tags', rss('<item '.repeat(50_000))],
  ])('%s', async (_, text) => {
    const since = process.cpuUsage().user
    const { entries } = await parse(text)
    expect((process.cpuUsage().user - since) / 1e6).toBeLessThan(3)
    expect(entries.length).toBeLessThanOrEqual(2000)
    expect(JSON.stringify(entries)).not.toMatch(/root:|hahahaha/)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

/** Mulberry32: the same numbers at every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** One entry hurt in one of the ways of real feeds. */
function damage(entry: string, random: () => number): string {
  const at = Math.floor(random() * entry.length)
  const ways = [
    () => entry.slice(0, at) + String.fromCharCode(Math.floor(random() * 127)) + entry.slice(at + 1),
    () => entry.slice(0, at) + entry.slice(at + Math.floor(random() * 40)),
    () => `${entry.slice(0, at)}<![CDATA[${entry.slice(at)}`,
    () => `${entry.slice(0, at)}&bogus;${entry.slice(at)}`,
    () => `${entry.slice(0, at)}\u0000${entry.slice(at)}`,
    () => `${entry.slice(0, at)}</rss>${entry.slice(at)}`,
    () => `${entry.slice(0, at)}<!--${entry.slice(at)}`,
  ]
  return (ways[Math.floor(random() * ways.length)] as () => string)()
}
