import { type FeedEntry, type ParsedFeed, type SourceSpec, StageError } from '@tipwire/domain'
import { parseHTML } from 'linkedom'
import { absolute } from './addresses.ts'
import { readDate } from './dates.ts'
import { hashId } from './entry-ids.ts'
import { plainText } from './plain-text.ts'

/** Where the posts of a page are: a selector of one post, and within it of its parts. */
export type Selectors = NonNullable<SourceSpec['selectors']>
/** Shows a page and returns its markup after its scripts have run, with the address that it ended at. */
export type Render = (url: string) => Promise<{ html: string; url: string }>

const MAX_POSTS = 200
const MAX_CHARS = 10_000_000

type Part = {
  readonly textContent: string | null
  readonly innerHTML: string
  querySelector(selector: string): Part | null
  querySelectorAll(selector: string): Iterable<Part>
  getAttribute(name: string): string | null
  matches(selector: string): boolean
}

/**
 * The posts that a page shows, as entries that are whole documents. Only absolute times count: "2 h ago" says nothing tomorrow.
 * Throws PAGE_WITHOUT_POSTS when no post is where the selectors look, SELECTOR_WRONG when a selector is none.
 */
export function parsePressPage(html: string, { url, selectors }: { url: string; selectors: Selectors }): ParsedFeed {
  const { document } = parseHTML(html.slice(0, MAX_CHARS)) as unknown as { document: Part & { title?: string; documentElement: Part | null } }
  const posts = select(document, selectors.post)
  const entries = posts.slice(0, MAX_POSTS).flatMap((post) => readPost(post, { url, selectors }) ?? [])
  if (entries.length === 0) throw new StageError('PAGE_WITHOUT_POSTS', 'The page shows no posts where its selectors look.', { retry: 'later' })
  const lost = Math.min(posts.length, MAX_POSTS) - entries.length
  return {
    feed: {
      title: plainText(document.querySelector('title')?.textContent ?? '') || null,
      url,
      language: document.documentElement?.getAttribute('lang') ?? null,
    },
    entries: [...new Map(entries.map((entry) => [entry.id, entry])).values()],
    problems: lost > 0 ? [`${lost} posts have no text.`] : [],
  }
}

/** Renders a page and reads its posts. */
export async function readPressPage({ url, selectors }: { url: string; selectors: Selectors }, render: Render): Promise<ParsedFeed> {
  const page = await render(url)
  return parsePressPage(page.html, { url: page.url, selectors })
}

function readPost(post: Part, { url, selectors }: { url: string; selectors: Selectors }): FeedEntry | null {
  const body = selectors.text ? part(post, selectors.text) : post
  const content = body?.innerHTML.trim() ?? ''
  const text = plainText(content)
  if (text === '') return null
  const link = absolute(linkOf(post, selectors.link), url)
  const published_at = selectors.time ? timeOf(part(post, selectors.time)) : null
  const title = selectors.title ? plainText(part(post, selectors.title)?.textContent ?? '') : ''
  const ownId = post.getAttribute('data-id') ?? post.getAttribute('id')
  const id = link ?? (ownId ? `${url}#${ownId}` : hashId([text, published_at ?? '']))
  return id === null
    ? null
    : { id, url: link ?? url, title, published_at, updated_at: null, authors: [], summary: null, content, language: null, enclosures: [], complete: true }
}

function linkOf(post: Part, selector: string | undefined): string | null {
  const link = selector ? part(post, selector) : part(post, 'a[href]')
  return link?.getAttribute('href') ?? link?.querySelector('a[href]')?.getAttribute('href') ?? null
}

/** The machine's time if there is one; words only when they are an absolute date. */
function timeOf(element: Part | null): string | null {
  if (!element) return null
  const marked = element.getAttribute('datetime') ?? element.querySelector('[datetime]')?.getAttribute('datetime') ?? element.getAttribute('title')
  return readDate(marked) ?? readDate(element.textContent)
}

function part(post: Part, selector: string): Part | null {
  return select(post, selector)[0] ?? (post.matches(selector) ? post : null)
}

function select(root: Part, selector: string): Part[] {
  try {
    return [...root.querySelectorAll(selector)]
  } catch (error) {
    throw new StageError('SELECTOR_WRONG', 'A selector of this source is not valid CSS.', { retry: 'later', cause: error })
  }
}
