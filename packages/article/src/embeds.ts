import type { Embed } from '@tipwire/domain'
import { cleanUrl } from './canonical.ts'
import { findDate, machineDate } from './dates.ts'
import { type Page, type PageElement, textOf } from './dom.ts'
import { blockText } from './text.ts'

/** How each platform's posts stand in a page, and what their addresses look like. */
const PLATFORMS: readonly { platform: string; selector: string; host: RegExp }[] = [
  {
    platform: 'x',
    selector: 'blockquote.twitter-tweet, blockquote.twitter-video, blockquote.twitter-tweet-rendered, .twitter-tweet, twitter-widget',
    host: /(?:^|\.)(?:twitter\.com|x\.com|t\.co)$/,
  },
  { platform: 'instagram', selector: 'blockquote.instagram-media, .instagram-media', host: /(?:^|\.)instagram\.com$/ },
  { platform: 'facebook', selector: '.fb-post, .fb-video, blockquote.fb-xfbml-parse-ignore', host: /(?:^|\.)(?:facebook\.com|fb\.watch)$/ },
  { platform: 'mastodon', selector: 'blockquote.mastodon-embed, iframe.mastodon-embed', host: /^$/ },
  { platform: 'bluesky', selector: 'blockquote.bluesky-embed', host: /(?:^|\.)bsky\.app$/ },
  { platform: 'telegram', selector: '.telegram-post, iframe[src*="t.me/"]', host: /(?:^|\.)t\.me$/ },
  { platform: 'tiktok', selector: 'blockquote.tiktok-embed', host: /(?:^|\.)tiktok\.com$/ },
  {
    platform: 'youtube',
    selector: 'iframe[src*="youtube.com/embed"], iframe[src*="youtube-nocookie.com/embed"]',
    host: /(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/,
  },
]
const FRAMES = 'figure iframe[src], .wp-block-embed iframe[src], iframe[src*="/embed"]'
const WRAPPER = 'figure, .wp-block-embed, .embed, .tweet-embed, .twitter-embed'
const POST_PATH = /\/(?:status(?:es)?|p|reel|posts|videos|post|embed|@[\w.]+)\/|\/\d{6,}/
const MAX_EMBEDS = 50
// What is longer is a page that someone's theme calls a post.
const MAX_POST_CHARS = 3000

/** Cuts the embedded posts out of the page and returns them in their order, so that another's words never count as the article's. */
export function takeEmbeds(page: Page, base: string): Embed[] {
  const found: Embed[] = []
  for (const element of inOrder(page)) {
    const platform = PLATFORMS.find((one) => element.matches(one.selector))
    found.push(readEmbed(element, { platform: platform?.platform ?? null, host: platform?.host ?? null, base }))
    removeWithWrapper(element)
  }
  return found.filter((embed) => embed.text !== '' || embed.url !== null)
}

function inOrder(page: Page): PageElement[] {
  const selector = [...PLATFORMS.map((one) => one.selector), FRAMES].join(', ')
  const found: PageElement[] = []
  for (const element of page.querySelectorAll(selector)) {
    if (found.length >= MAX_EMBEDS) break
    if (textOf(element).length <= MAX_POST_CHARS && !found.at(-1)?.contains(element)) found.push(element)
  }
  return found
}

function readEmbed(element: PageElement, { platform, host, base }: { platform: string | null; host: RegExp | null; base: string }): Embed {
  const url = addressOf(element, { host, base })
  const text = blockText(element)
    .replace(/\s*(?:pic\.twitter\.com\/\w+|View this post on Instagram)\s*/g, '\n')
    .trim()
  const { body, author, date } = splitSignature(text, element)
  return { platform: platform ?? platformOf(url), url, author, published_at: date, text: body }
}

/** The post's own address: the attribute that the platform uses, else the last link that looks like a post. */
function addressOf(element: PageElement, { host, base }: { host: RegExp | null; base: string }): string | null {
  const own = ['cite', 'data-instgrm-permalink', 'data-href', 'data-telegram-post', 'data-bluesky-uri', 'src']
    .map((name) => element.getAttribute(name))
    .find((value) => value !== null && /^(?:https?:)?\/\//.test(value))
  const links = [...element.querySelectorAll('a[href]')].map((link) => cleanUrl(link.getAttribute('href') ?? '', base)).filter((link) => link !== null)
  const posts = links.filter((link) => POST_PATH.test(new URL(link).pathname) && (host === null || host.source === '^$' || host.test(new URL(link).hostname)))
  const chosen = own ?? posts.at(-1) ?? null
  return chosen === null ? null : withoutQuery(cleanUrl(chosen, base))
}

function withoutQuery(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  if (!parsed) return null
  if (!parsed.hostname.includes('youtu')) parsed.search = ''
  return parsed.href
}

function platformOf(url: string | null): string | null {
  const host = url === null ? '' : (URL.parse(url)?.hostname ?? '')
  return PLATFORMS.find((one) => one.host.source !== '^$' && one.host.test(host))?.platform ?? null
}

// "— Embassy of Somewhere (@handle) July 20, 2026", as the platforms sign their quotations.
const SIGNATURE = /(?:^|\n)\s*(?:&mdash;|—|–)\s*([^\n]{1,160}?\s*\(@[\w.]{1,40}\))\s*([^\n]{0,60})\s*$/u
const SHARED_BY = /\n?\s*A post shared by ([^\n]{1,160})\s*$/

function splitSignature(text: string, element: PageElement): { body: string; author: string | null; date: string | null } {
  const stamped = machineDate(element.querySelector('time[datetime]')?.getAttribute('datetime'))
  const signed = SIGNATURE.exec(text)
  if (signed) return { body: text.slice(0, signed.index).trim(), author: (signed[1] ?? '').trim(), date: stamped ?? findDate(signed[2] ?? '') }
  const shared = SHARED_BY.exec(text)
  if (shared) return { body: text.slice(0, shared.index).trim(), author: (shared[1] ?? '').trim(), date: stamped }
  const marked = textOf(element.querySelector('.author, [rel="author"], cite')) || null
  return { body: text, author: marked, date: stamped }
}

/** A figure or block that holds nothing but the post goes with it, its caption too. */
function removeWithWrapper(element: PageElement): void {
  const wrapper = element.closest(WRAPPER)
  const own = textOf(element).length
  if (wrapper && textOf(wrapper).length - own <= 200) wrapper.remove()
  else element.remove()
}
