import type { randomOf } from '@tipwire/testkit'

export type Random = ReturnType<typeof randomOf>

/** A feed in parts, so that one knows which entries a blow touched. */
export type WrittenFeed = Readonly<{ head: string; entries: readonly { id: string; text: string }[]; between: string; tail: string; contentType: string }>

const words = ['eleven', 'freed', 'harbour', 'compound', 'Jünger', 'ตำรวจ', '警察', 'поліція', 'AT&T', '"so"', 'a < b', '👮', 'court', 'señor']
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A feed of 3 to 30 invented entries, in one of the formats that news comes in. */
export function writeFeed(random: Random, n: number): WrittenFeed {
  const format = random.pick(formats)
  const count = random.whole(3, 30)
  const entries = Array.from({ length: count }, (_, i) => {
    const id = `https://courier.example/${n}/${i}`
    const prose = (length: number) => Array.from({ length }, () => random.pick(words)).join(' ')
    return {
      id,
      text: format.entry({ id, title: prose(random.whole(3, 9)), body: prose(random.whole(5, 120)), date: `2027-05-${random.whole(10, 28)}T09:00:00Z` }),
    }
  })
  return { head: format.head, entries, between: format.between, tail: format.tail, contentType: format.contentType }
}

type Entry = { id: string; title: string; body: string; date: string }
type Format = Omit<WrittenFeed, 'entries'> & { entry: (entry: Entry) => string }

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const formats: readonly Format[] = [
  {
    contentType: 'application/rss+xml',
    head: `${declaration}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title><link>https://courier.example/</link>\n`,
    entry: ({ id, title, body, date }) =>
      `<item><title>${xml(title)}</title><link>${id}</link><guid isPermaLink="false">${id}</guid><pubDate>${new Date(date).toUTCString()}</pubDate><content:encoded><![CDATA[<p>${body}</p>]]></content:encoded></item>`,
    between: '\n',
    tail: '\n</channel></rss>\n',
  },
  {
    contentType: 'application/atom+xml',
    head: `${declaration}<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title><id>urn:courier</id>\n`,
    entry: ({ id, title, body, date }) =>
      `<entry><id>${id}</id><title type="html">${xml(xml(title))}</title><link rel="alternate" href="${id}"/><updated>${date}</updated><content type="html">${xml(`<p>${xml(body)}</p>`)}</content></entry>`,
    between: '\n',
    tail: '</feed>',
  },
  {
    contentType: 'application/rdf+xml',
    head: `${declaration}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example/"><title>The Courier</title></channel>\n`,
    entry: ({ id, title, body, date }) =>
      `<item rdf:about="${id}"><title>${xml(title)}</title><link>${id}</link><dc:date>${date}</dc:date><description>${xml(body)}</description></item>`,
    between: '\n',
    tail: '</rdf:RDF>',
  },
  {
    contentType: 'application/feed+json',
    head: '{"version":"https://jsonfeed.org/version/1.1","title":"The Courier","items":[',
    entry: ({ id, title, body, date }) =>
      JSON.stringify({ id, url: id, title, content_html: `<p>${xml(body)}</p>`, date_published: date, authors: [{ name: 'Ada Example' }] }),
    between: ',\n',
    tail: ']}',
  },
]
