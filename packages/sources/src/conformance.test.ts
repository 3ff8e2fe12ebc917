import { describe, expect, it } from 'vitest'
import { parseFeed } from './parse-feed.ts'

const parse = (text: string, url = 'https://courier.example/feed.xml') => parseFeed(Buffer.from(text), { url })
const rss = (items: string, attributes = '') => `<rss version="2.0" ${attributes}><channel><title>C</title>${items}</channel></rss>`
const first = async (text: string, url?: string) => (await parse(text, url)).entries[0]

describe('elements are known by their namespace, whatever the feed calls them', () => {
  it.each([
    ['Atom 1.0', 'http://www.w3.org/2005/Atom', 'published'],
    ['Atom 0.3', 'http://purl.org/atom/ns#', 'issued'],
  ])('%s under a prefix', async (_, namespace, date) => {
    const { feed, entries, problems } = await parse(
      `<q:feed xmlns:q="${namespace}"><q:title>C</q:title><q:entry><q:title>Eleven freed</q:title><q:id>1</q:id><q:link rel="alternate" href="/1"/><q:${date}>2027-05-11</q:${date}></q:entry></q:feed>`,
    )
    expect(feed.title).toBe('C')
    expect(entries).toMatchObject([{ id: '1', title: 'Eleven freed', url: 'https://courier.example/1', published_at: '2027-05-11T00:00:00Z' }])
    expect(problems).toEqual([])
  })

  it('Dublin Core and content under prefixes of the feed', async () => {
    const entry = await first(
      rss(
        '<item><d:title>Eleven freed</d:title><d:creator>Ada Example</d:creator><c:encoded>&lt;p&gt;Free&lt;/p&gt;</c:encoded></item>',
        'xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"',
      ),
    )
    expect(entry).toMatchObject({ title: 'Eleven freed', authors: ['Ada Example'], content: '<p>Free</p>' })
  })

  it('but not elements of others that are only called alike', async () => {
    const { entries } = await parse(
      rss('<item><guid>1</guid><title>A</title><o:item>x</o:item><o:title>B</o:title></item>', 'xmlns:o="https://other.example/ns"'),
    )
    expect(entries).toMatchObject([{ id: '1', title: 'A' }])
  })

  it('in capitals', async () => {
    expect(await first(rss('<item><TITLE>A</TITLE><PubDate>11 May 2027 09:00 GMT</PubDate></item>'))).toMatchObject({
      title: 'A',
      published_at: '2027-05-11T09:00:00Z',
    })
  })
})

describe('addresses', () => {
  it('start at xml:base, of the nearest element', async () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><link href="home"/><entry xml:base="y/"><id>1</id><link href="1"/></entry><entry><id>2</id><link xml:base="https://b.example/" href="2"/></entry></feed>`
    const parsed = await parse(feed)
    expect(parsed.feed.url).toBe('https://a.example/x/home')
    expect(parsed.entries.map(({ url }) => url)).toEqual(['https://a.example/x/y/1', 'https://b.example/2'])
  })

  it('stay as written when they are whole, or when nobody knows where the feed came from', async () => {
    expect((await first(rss('<item><link>HTTPS://Courier.example/A?b=c|d</link></item>')))?.url).toBe('HTTPS://Courier.example/A?b=c|d')
    expect((await first(rss('<item><link>/1</link></item>'), ''))?.url).toBe('/1')
    expect((await first(rss('<item><link>javascript:alert(1)</link></item>'), ''))?.url).toBeNull()
  })

  it('of Atom are those of a page', async () => {
    const entry = await first(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="alternate" type="application/json" href="/1.json"/><link rel="http://www.iana.org/assignments/relation/alternate" type="text/html" href="/1"/></entry></feed>',
    )
    expect(entry?.url).toBe('https://courier.example/1')
  })
})

describe('entries', () => {
  it('in comments and in CDATA are none', async () => {
    const { entries } = await parse(
      rss('<!-- <item><guid>0</guid></item> --><item><guid>1</guid><description><![CDATA[an <item> of </item>]]> & more</description></item>'),
    )
    expect(entries.map(({ id }) => id)).toEqual(['1'])
  })

  it('without anything count, as does the head behind them', async () => {
    const { feed, entries } = await parse('<rss version="2.0"><channel><item/><item><guid>2</guid></item><title>C & D</title></channel></rss>')
    expect(feed.title).toBe('C & D')
    expect(entries).toHaveLength(2)
  })

  it('of RSS 1.0 are named by rdf:about, not by their link', async () => {
    const entry = await first(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="urn:c:1"><title>A</title><link>https://courier.example/1</link></item></rdf:RDF>',
    )
    expect(entry).toMatchObject({ id: 'urn:c:1', url: 'https://courier.example/1' })
  })

  it('keep ids as written', async () => {
    expect((await first(rss('<item><guid isPermaLink="false">&lt;7&gt; a&amp;b</guid></item>')))?.id).toBe('<7> a&b')
  })

  it('show the media of a group', async () => {
    const entry = await first(
      rss(
        '<item><guid>1</guid><media:group><media:content url="/1.mp4" type="video/mp4"/></media:group></item>',
        'xmlns:media="http://search.yahoo.com/mrss/"',
      ),
    )
    expect(entry?.enclosures).toEqual([{ url: 'https://courier.example/1.mp4', type: 'video/mp4', length: null }])
  })
})

describe('texts', () => {
  it.each([
    ['base64', `<title mode="base64">${Buffer.from('Eleven freed').toString('base64')}</title>`, 'Eleven freed'],
    ['base64 by its type', `<title type="application/octet-stream">${Buffer.from('Eleven freed').toString('base64')}</title>`, 'Eleven freed'],
    ['plain under an odd type', '<title type="application/odd">test</title>', 'test'],
    ['inline XHTML', '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Eleven <b>freed</b></div></title>', 'Eleven freed'],
    ['quotes of Windows', '<title>Eleven&#146;s</title>', 'Eleven’s'],
    ['controls', '<title>El\u0001even</title>', 'Eleven'],
    ['a script', '<title type="html">Eleven&lt;script&gt;evil()&lt;/script&gt; freed</title>', 'Eleven freed'],
  ])('%s', async (_, title, expected) => {
    expect((await first(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>${title}</entry></feed>`))?.title).toBe(expected)
  })
})
