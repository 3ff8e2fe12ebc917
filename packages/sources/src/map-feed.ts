import type { FeedEntry, ParsedFeed } from '@tipwire/domain'
import { absolute, joined } from './addresses.ts'
import { readDate } from './dates.ts'
import { hashId } from './entry-ids.ts'
import { all, entryNames, type Field, firstText, firstWritten, headNames, type RawEntry, type RawFeed } from './fields.ts'
import { plainText } from './plain-text.ts'
import { problems } from './problems.ts'

type Context = Readonly<{ url: string; problems: Set<string> }>

/** The head of a feed as everything else sees it. */
export function mapHead(raw: RawFeed, url: string): ParsedFeed['feed'] {
  const title = firstText(raw.head, headNames.title)
  return {
    title: title === null ? null : plainText(title),
    url: addressOf(linkOf(all(raw.head, headNames.link)), url),
    language: firstText(raw.head, headNames.language) ?? raw.rootAttributes['xml:lang'] ?? null,
  }
}

/** One entry as everything else sees it. */
export function mapEntry(raw: RawEntry, context: Context): FeedEntry {
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
  const named = ownId(raw) ?? url
  const id = named ?? hashId([title, ...(title === '' ? everythingIn(raw) : [dates.published_at ?? '', rest.content ?? rest.summary ?? ''])])
  return { id, url, title, ...dates, ...rest }
}

/** All that a nameless entry holds, so that no other entry gets its name. */
function everythingIn(raw: RawEntry): string[] {
  return [...raw.fields].flatMap(([name, fields]) => fields.map((field) => JSON.stringify([name, field.text, field.attributes])))
}

/** An id that is an address without its beginning is made whole where the feed declares a base. RSS 1.0 names an item by `rdf:about`. */
function ownId(raw: RawEntry): string | null {
  const found = firstWritten(all(raw.fields, entryNames.id))
  if (found === null) return raw.attributes['rdf:about']?.trim().slice(0, 1000) || null
  const isAddress = found.field.base !== '' && !isNoLink(found.field)
  return (isAddress ? joined(found.text, found.field.base) : found.text).slice(0, 1000)
}

const isNoLink = (guid: Field): boolean => /^\s*false/i.test(guid.attributes['isPermaLink'] ?? guid.attributes['ispermalink'] ?? '')

function entryUrl(raw: RawEntry, base: string): string | null {
  const link = linkOf(all(raw.fields, entryNames.link))
  if (link !== null) return addressOf(link, base)
  const guid = all(raw.fields, ['guid']).find((field) => !isNoLink(field) && /^https?:\/\//i.test(field.text.trim()))
  return absolute(guid?.text ?? raw.attributes['rdf:about'] ?? null, joined(raw.base, base))
}

type Link = Readonly<{ href: string; base: string }>

const addressOf = (link: Link | null, url: string): string | null => (link === null ? null : absolute(link.href, joined(link.base, url)))

/**
 * RSS writes a link as text, and the last one counts; Atom as `href` with a relation: the page itself is `alternate`, or has no relation. Of
 * several, the one that leads to a page of HTML.
 */
function linkOf(links: readonly Field[]): Link | null {
  const written = links.filter((link) => link.text.trim() !== '' || (link.attributes['href'] && relation(link) === ''))
  const last = written.some((link) => link.text.trim() !== '') ? written.at(-1) : undefined
  if (last) return { href: last.text.trim() || (last.attributes['href'] ?? ''), base: last.base }
  const pages = links.filter((link) => link.attributes['href'] && /^(?:alternate)?$/i.test(relation(link)))
  const page = pages.find((link) => /^(?:text\/html|application\/xhtml\+xml|)$/i.test(link.attributes['type'] ?? '')) ?? pages[0]
  return page ? { href: page.attributes['href'] ?? '', base: page.base } : null
}

const relation = (link: Field): string => (link.attributes['rel'] ?? '').trim().replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//i, '')

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
  return firstWritten(fields)?.text ?? null
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
  const links = all(raw.fields, entryNames.link).filter((link) => relation(link) === 'enclosure')
  const media = all(raw.fields, entryNames.group).flatMap((group) => group.children.get('media:content') ?? [])
  const found = [...all(raw.fields, entryNames.enclosure), ...media, ...links].flatMap(({ attributes, base: own }) => {
    const url = absolute(attributes['url'] ?? attributes['href'] ?? null, joined(own, base))
    const length = Number(attributes['length'] ?? attributes['fileSize'] ?? Number.NaN)
    return url === null ? [] : [{ url, type: attributes['type'] ?? null, length: Number.isFinite(length) ? length : null }]
  })
  return found.slice(0, 50)
}
