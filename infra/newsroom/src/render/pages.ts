import { MARK } from '../mark.ts'
import type { Block, Outlet, PageForm, Story } from '../types.ts'
import { escapeMarkup as esc, storyPath } from './markup.ts'

type PageInput = { outlet: Outlet; story: Story; others: readonly Story[]; origin: string }
type PageTemplate = (input: PageInput) => { head: string; main: string }

const longDate = (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${instant.slice(0, 10)}T00:00:00Z`))
const clock = (instant: string) => instant.slice(11, 16)

function postBlock(block: Extract<Block, { kind: 'post' }>): string {
  return `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${esc(block.text)}</p>&mdash; ${esc(block.author)} (${esc(block.handle)}) <a href="${esc(block.url)}"><time datetime="${block.at}">${longDate(block.at)}</time></a></blockquote>`
}

function blockHtml(block: Block): string {
  if (typeof block === 'string') return `<p>${esc(block)}</p>`
  if (block.kind === 'post') return postBlock(block)
  if (block.kind === 'subhead') return `<h3>${esc(block.text)}</h3>`
  if (block.kind === 'caption') return `<figure><div class="photo-placeholder"></div><figcaption>${esc(block.text)}</figcaption></figure>`
  return `<div class="also-read"><strong>Also Read:</strong> <a href="#">${esc(block.text)}</a></div>`
}

function bodyHtml(story: Story): string {
  return story.makeBody ? `<p>${esc(story.makeBody())}</p>` : story.body.map(blockHtml).join('\n')
}

const shareButtons = `<div class="share-bar" aria-label="Share"><a href="#">Share on Facebook</a> <a href="#">Post on X</a> <a href="#">WhatsApp</a> <a href="#">Copy link</a></div>`
const cookieBanner = `<div class="cookie-banner" role="dialog">We use cookies to improve your experience. <button>Accept all</button> <button>Manage choices</button></div>`
const newsletter = `<form class="newsletter"><label>Get the morning briefing in your inbox <input type="email"></label><button>Sign up</button></form>`

function relatedList({ outlet, others, origin }: PageInput): string {
  const links = others.slice(0, 4).map((other) => `<li><a href="${origin}${storyPath(outlet, other)}">${esc(other.title)}</a></li>`)
  return links.length === 0 ? '' : `<aside class="related"><h4>More from ${esc(outlet.name)}</h4><ul>${links.join('')}</ul></aside>`
}

/** JSON-LD, a standfirst, a share bar, related links: the page of a large daily. */
const broadsheet: PageTemplate = (input) => {
  const { outlet, story, origin } = input
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    datePublished: story.published,
    dateModified: story.updated ?? story.published,
    inLanguage: story.lang ?? outlet.spec.lang,
    author: { '@type': 'Person', name: story.byline ?? outlet.name },
    publisher: { '@type': 'Organization', name: outlet.name },
    mainEntityOfPage: `${origin}${storyPath(outlet, story)}`,
  }
  return {
    head: `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    main: `${cookieBanner}<main><article class="story"><header><h1>${esc(story.title)}</h1>
${story.dek ? `<h2 class="standfirst">${esc(story.dek)}</h2>` : ''}
<div class="byline">By ${esc(story.byline ?? outlet.name)} | ${longDate(story.published)}, ${clock(story.published)}</div>${shareButtons}</header>
<div class="story-body">
${bodyHtml(story)}
</div></article>${newsletter}${relatedList(input)}</main>`,
  }
}

/** Meta tags and a hero picture: the page of a site made with an ordinary publishing system. */
const magazine: PageTemplate = (input) => {
  const { outlet, story } = input
  const modified = story.updated ? `\n<meta property="article:modified_time" content="${story.updated}">` : ''
  return {
    head: `<meta property="og:type" content="article">
<meta property="og:title" content="${esc(story.title)}">
<meta property="og:site_name" content="${esc(outlet.name)}">
<meta property="article:published_time" content="${story.published}">${modified}
<meta name="author" content="${esc(story.byline ?? outlet.name)}">`,
    main: `<div id="content"><div class="entry"><h1 class="entry-title">${esc(story.title)}</h1>
<p class="entry-meta">Posted on ${longDate(story.published)}${story.byline ? ` by <span class="author">${esc(story.byline)}</span>` : ''}</p>
<div class="entry-content">
${bodyHtml(story)}
</div>${shareButtons}</div><div class="sidebar">${relatedList(input)}${newsletter}</div></div>${cookieBanner}`,
  }
}

/** A time element and little else: an agency's plain page. */
const plain: PageTemplate = (input) => {
  const { story } = input
  return {
    head: '',
    main: `<main><article><h1>${esc(story.title)}</h1>
<p class="byline">${story.byline ? `By ${esc(story.byline)} · ` : ''}<time datetime="${story.published}">${longDate(story.published)} ${clock(story.published)}</time></p>
${bodyHtml(story)}
</article>${relatedList(input)}</main>`,
  }
}

/** Microdata and a contact box: the bulletin of a body. */
const bulletin: PageTemplate = (input) => {
  const { outlet, story } = input
  return {
    head: `<meta name="DC.date.issued" content="${story.published}">`,
    main: `<main itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${esc(story.title)}</h1>
<p class="issued">Issued: <time itemprop="datePublished" datetime="${story.published}">${longDate(story.published)}, ${clock(story.published)}</time></p>
<div itemprop="articleBody">
${bodyHtml(story)}
</div></main>
<aside class="contact"><h4>Contact</h4><p>Press office of ${esc(outlet.name)}, open Monday to Friday.</p></aside>${relatedList(input)}`,
  }
}

const templates: Record<PageForm, PageTemplate> = { broadsheet, magazine, plain, bulletin, posts: plain, press: bulletin }

/** The frame of every page: navigation, canonical address, and the mark in the head and the footer. */
export function frame(input: { outlet: Outlet; title: string; head: string; main: string; lang?: string }): string {
  const { outlet } = input
  return `<!doctype html>
<html lang="${input.lang ?? outlet.spec.lang}">
<head>
<meta charset="utf-8">
<title>${esc(input.title === '' ? outlet.name : `${input.title} | ${outlet.name}`)}</title>
<meta name="tipwire-sample" content="invented">
${input.head}
</head>
<body>
<nav><a href="/${outlet.id}/">${esc(outlet.name)}</a> <a href="#">Latest</a> <a href="#">Videos</a> <a href="#">Subscribe</a></nav>
${input.main}
<footer><p class="sample-mark"><strong>${MARK}</strong></p><p>© ${esc(outlet.name)}. All rights reserved.</p></footer>
</body>
</html>
`
}

/** A story's own page in the outlet's template. */
export function renderStoryPage(input: PageInput): string {
  const { outlet, story, origin } = input
  const { head, main } = templates[outlet.page](input)
  const canonical = `<link rel="canonical" href="${origin}${storyPath(outlet, story)}">\n`
  return frame({ outlet, title: story.title, head: canonical + head, main, ...(story.lang ? { lang: story.lang } : {}) })
}
