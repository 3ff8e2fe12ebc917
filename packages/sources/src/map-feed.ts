import { createHash } from 'node:crypto'
import type { FeedEntry, ParsedFeed } from '@tipwire/domain'
import { readDate } from './dates.ts'
import { all, entryNames, type Field, firstText, headNames, type RawEntry, type RawFeed } from './fields.ts'
import { plainText } from './plain-text.ts'
import { problems } from './problems.ts'

type Context = Readonly<{ url: string; problems: Set<string> }>

/** The head of a feed as everything else sees it. */
export function mapHead(raw: RawFeed, url: string): ParsedFeed['feed'] {
  const title = firstText(raw.head, headNames.title)
  return {
    title: title === null ? null : plainText(title),
    url: absolute(linkOf(all(raw.head, headNames.link)), url),
    language: firstText(raw.head, headNames.language) ?? raw.rootAttributes['xml:lang'] ?? null,
  }
}

/** One entry as everything else sees it; null when it has nothing that could name it. */
export function mapEntry(raw: RawEntry, context: Context): FeedEntry | null {
  const { fields } = raw
  const title = plainText(firstText(fields, entryNames.title) ?? '')
  const url = entryUrl(raw, context.url)
  const updated = dateOf(raw, { names: entryNames.updated, context })
  const dates = { published_at: dateOf(raw, { names: entryNames.published, context }) ?? updated, updated_at: updated }
  const rest = {
    authors: authorsOf(raw),
    summary: markupOf(all(fields, entryNames.summary)),
    content: markupOf(all(fields, entryNames.content)),
    language: firstText(fields, entryNames.language) ?? raw.attributes['xml:lang'] ?? null,
    enclosures: enclosuresOf(raw, context.url),
  }
  const id = ownId(raw) ?? url ?? hashId([title, ...(title === '' ? everythingIn(raw) : [dates.published_at ?? '', rest.content ?? rest.summary ?? ''])])
  return id === null ? null : { id, url, title, ...dates, ...rest }
}

/** `link` resolved against `base`; null unless it is http or https. */
export function absolute(link: string | null, base: string): string | null {
  const url = link === null || link.length > 4096 ? null : URL.parse(link, URL.canParse(base) ? base : undefined)
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? (link === url.href.replace(/\/$/, '') ? link : url.href) : null
}

/** A name for an entry that brings none. Null when there is nothing to make it of. */
export function hashId(parts: readonly string[]): string | null {
  if (parts.every((part) => part === '')) return null
  return `sha256:${createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32)}`
}

/** All that a nameless entry holds, so that no other entry gets its name. */
function everythingIn(raw: RawEntry): string[] {
  return [...raw.fields].flatMap(([name, fields]) => fields.map((field) => JSON.stringify([name, field.text, field.attributes])))
}

function ownId(raw: RawEntry): string | null {
  const id = firstText(raw.fields, entryNames.id)
  return id === null ? null : plainText(id).slice(0, 1000) || null
}

function entryUrl(raw: RawEntry, base: string): string | null {
  const link = linkOf(all(raw.fields, entryNames.link))
  const guid = all(raw.fields, ['guid']).find((field) => field.attributes['isPermaLink'] !== 'false' && /^https?:\/\//i.test(field.text.trim()))
  return absolute(link ?? guid?.text.trim() ?? raw.attributes['rdf:about'] ?? null, raw.attributes['xml:base'] ?? base)
}

/** RSS writes a link as text, Atom as `href` with a relation: the page itself is `alternate`, or has no relation. */
function linkOf(links: readonly Field[]): string | null {
  const page =
    links.find((link) => link.text.trim() !== '') ??
    links.find((link) => link.attributes['rel'] === 'alternate') ??
    links.find((link) => link.attributes['href'] && !link.attributes['rel'])
  return page ? page.text.trim() || (page.attributes['href']?.trim() ?? null) : null
}

function dateOf(raw: RawEntry, { names, context }: { names: readonly string[]; context: Context }): string | null {
  const texts = all(raw.fields, names)
    .map((field) => field.text.trim())
    .filter((text) => text !== '')
  for (const text of texts) {
    const date = readDate(text)
    if (date !== null) return date
  }
  if (texts.length > 0) context.problems.add(problems.badDates)
  return null
}

function markupOf(fields: readonly Field[]): string | null {
  const field = fields.find((one) => (one.markup ?? one.text).trim() !== '')
  if (!field) return null
  const isBase64 = field.attributes['mode'] === 'base64'
  return isBase64 ? Buffer.from(field.text, 'base64').toString('utf8') : (field.markup ?? field.text).trim()
}

function authorsOf(raw: RawEntry): string[] {
  const names = all(raw.fields, entryNames.author).map((field) => {
    const text = field.children.get('name')?.[0]?.text ?? field.children.get('email')?.[0]?.text ?? field.text
    return personName(plainText(text))
  })
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 20)
}

/** RSS authors are "mail (Name)" or "Name <mail>": the name is wanted. */
function personName(text: string): string {
  const inBrackets = /^\S{1,200}@\S{1,200} \(([^()]{1,200})\)$/.exec(text)?.[1]
  const before = /^([^<@]{1,200}) <?\S{1,200}@\S{1,200}>?$/.exec(text)?.[1]
  return (inBrackets ?? before ?? text).trim()
}

function enclosuresOf(raw: RawEntry, base: string): FeedEntry['enclosures'] {
  const links = all(raw.fields, entryNames.link).filter((link) => link.attributes['rel'] === 'enclosure')
  const found = [...all(raw.fields, entryNames.enclosure), ...links].flatMap(({ attributes }) => {
    const url = absolute(attributes['url'] ?? attributes['href'] ?? null, base)
    const length = Number(attributes['length'] ?? attributes['fileSize'] ?? Number.NaN)
    return url === null ? [] : [{ url, type: attributes['type'] ?? null, length: Number.isFinite(length) ? length : null }]
  })
  return found.slice(0, 50)
}
