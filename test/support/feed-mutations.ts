import type { Random, WrittenFeed } from './write-feed.ts'

/** A harmed feed, and the ids of the entries that no blow touched. */
export type Harmed = Readonly<{ bytes: Uint8Array; contentType: string; intact: readonly string[] }>
export type Mutation = (feed: WrittenFeed, random: Random) => Harmed

const wholeOf = ({ head, entries, between, tail }: WrittenFeed): string => head + entries.map(({ text }) => text).join(between) + tail
const ids = ({ entries }: WrittenFeed): string[] => entries.map(({ id }) => id)

/** Where each entry stands in the bytes. */
function placesOf({ head, entries, between }: WrittenFeed): { id: string; from: number; to: number }[] {
  let at = Buffer.byteLength(head)
  return entries.map(({ id, text }) => {
    const from = at
    at += Buffer.byteLength(text) + Buffer.byteLength(between)
    return { id, from, to: from + Buffer.byteLength(text) }
  })
}

const untouched = (feed: WrittenFeed, from: number, to = from): string[] =>
  placesOf(feed)
    .filter((place) => to < place.from || from >= place.to)
    .map(({ id }) => id)

const both = (a: readonly string[], b: readonly string[]): string[] => a.filter((id) => b.includes(id))

/** A piece of text put into one entry at random. */
const inserted =
  (pieces: readonly string[]): Mutation =>
  (feed, random) => {
    const bytes = Buffer.from(wholeOf(feed))
    const { from, to, id } = random.pick(placesOf(feed))
    const at = random.whole(from, to - 1)
    const parts = [bytes.subarray(0, at), Buffer.from(random.pick(pieces)), bytes.subarray(at)]
    return { bytes: Buffer.concat(parts), contentType: feed.contentType, intact: ids(feed).filter((one) => one !== id) }
  }

/** Every way in which a feed is harmed here, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'flipped bits': (feed, random) => {
    const bytes = Buffer.from(wholeOf(feed))
    let intact = ids(feed)
    for (let blows = random.whole(1, 5); blows > 0; blows--) {
      const at = random.whole(0, bytes.length - 1)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7))
      intact = both(intact, untouched(feed, at))
    }
    return { bytes, contentType: feed.contentType, intact }
  },
  cut: (feed, random) => {
    const bytes = Buffer.from(wholeOf(feed))
    const at = random.whole(1, bytes.length - 1)
    return { bytes: bytes.subarray(0, at), contentType: feed.contentType, intact: untouched(feed, at, bytes.length) }
  },
  'a piece lost': (feed, random) => {
    const bytes = Buffer.from(wholeOf(feed))
    const at = random.whole(0, bytes.length - 1)
    const end = Math.min(bytes.length, at + random.whole(1, 200))
    return { bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]), contentType: feed.contentType, intact: untouched(feed, at, end) }
  },
  'a false charset': (feed, random) => {
    const lie = random.pick(['iso-8859-1', 'windows-1251', 'utf-16', 'us-ascii', 'klingon', 'shift_jis', 'gb2312', 'utf-32', ''])
    const text = random.chance(0.5) ? wholeOf(feed).replace('encoding="UTF-8"', `encoding="${lie}"`) : wholeOf(feed)
    return { bytes: Buffer.from(text), contentType: random.chance(0.5) ? `${feed.contentType}; charset=${lie}` : feed.contentType, intact: ids(feed) }
  },
  'a bad entity': inserted(['&nbsp;', '&bogus;', '&', '&#0;', '&#xD800;', '&#99999999;', '&amp', '&%x;']),
  'broken markup': inserted([
    '<',
    '>',
    '<b>',
    '</p>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?x',
    '</channel>',
    '</rss>',
    '"',
    '\\',
    '}',
    '{',
    '\u0000',
    '\u0001',
    '\ufffe',
  ]),
  'a byte order mark': (feed, random) => {
    const text = wholeOf(feed)
    const marked = random.pick([
      () => Buffer.from(`\ufeff${text}`),
      () => Buffer.from(`\ufeff\ufeff${text}`),
      () => Buffer.from(`\ufeff${text}`, 'utf16le'),
      () => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      () => Buffer.from(`\n  \ufeff${text}`),
    ])()
    return { bytes: marked, contentType: feed.contentType, intact: ids(feed) }
  },
  'no feed': (feed, random) => {
    const instead = random.pick(['', '{}', '[]', '{"error":"busy"}', '<!doctype html><html><body>Welcome</body></html>', 'busy', '<x/>', '\u0000', '\u0089PNG'])
    return { bytes: Buffer.from(instead + (random.chance(0.2) ? 'x'.repeat(100_000) : '')), contentType: feed.contentType, intact: [] }
  },
}
