import { Parser } from 'htmlparser2'

/** One subscription. `known` are the attributes that Tipwire writes of its own, by name. */
export type Subscription = Readonly<{ url: string; title: string; site: string | null; folders: readonly string[]; known: Readonly<Record<string, string>> }>

const PREFIX = 'tipwire:'
const MAX_SUBSCRIPTIONS = 20_000

/** The feeds of an OPML file, each address once. Broken files give what can be read; a file that is no OPML gives null. */
export function readOpml(text: string): Subscription[] | null {
  const found = new Map<string, Subscription>()
  const path: (string | null)[] = []
  let isOpml = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const given = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value.trim()]))
        if (name.toLowerCase() === 'opml') isOpml = true
        if (name.toLowerCase() !== 'outline') return
        const url = given['xmlurl'] ?? ''
        const title = given['title'] || given['text'] || url
        if (url !== '' && !found.has(url) && found.size < MAX_SUBSCRIPTIONS)
          found.set(url, subscription(given, { url, title, folders: path.filter((one) => one !== null) }))
        path.push(url === '' ? title : null)
      },
      onclosetag(name) {
        if (name.toLowerCase() === 'outline') path.pop()
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  return isOpml ? [...found.values()] : null
}

function subscription(given: Record<string, string>, rest: { url: string; title: string; folders: string[] }): Subscription {
  const own = Object.entries(given).filter(([name]) => name.startsWith(PREFIX))
  return { ...rest, site: given['htmlurl'] || null, known: Object.fromEntries(own.map(([name, value]) => [name.slice(PREFIX.length), value])) }
}

/** Subscriptions as OPML 2.0, which every feed reader takes; `known` goes into attributes of our own namespace, which they ignore. */
export function writeOpml(subscriptions: readonly Omit<Subscription, 'folders'>[], { title }: { title: string }): string {
  const lines = subscriptions.map(({ url, title: name, site, known }) => {
    const own = Object.entries(known).map(([key, value]) => attribute(PREFIX + key, value))
    return `    <outline${[attribute('type', 'rss'), attribute('text', name), attribute('title', name), attribute('xmlUrl', url), site ? attribute('htmlUrl', site) : '', ...own].join('')}/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0" xmlns:tipwire="urn:tipwire:source">\n  <head><title>${escaped(title)}</title></head>\n  <body>\n${lines.join('\n')}\n  </body>\n</opml>\n`
}

const attribute = (name: string, value: string): string => ` ${name}="${escaped(value)}"`
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\p{Cc}/gu, ' ')
