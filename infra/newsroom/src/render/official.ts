import { MARK } from '../mark.ts'
import type { Outlet, Story } from '../types.ts'
import { escapeMarkup as esc, paragraphsOf, storyPath } from './markup.ts'
import { frame } from './pages.ts'

type OfficialInput = { outlet: Outlet; stories: readonly Story[]; origin: string }

const newestFirst = (stories: readonly Story[]) => [...stories].sort((a, b) => Date.parse(b.published) - Date.parse(a.published))

/** Runs in the reader's browser: without JavaScript the page of posts is empty. */
const showPosts = `
const list = document.getElementById('posts')
fetch('posts.json').then((answer) => answer.json()).then(({ posts }) => {
  for (const post of posts) {
    const article = document.createElement('article')
    article.className = 'post'
    article.id = post.id
    const link = Object.assign(document.createElement('a'), { className: 'permalink', href: post.url })
    link.append(Object.assign(document.createElement('time'), { dateTime: post.published, textContent: post.published.slice(0, 10) }))
    const text = Object.assign(document.createElement('div'), { className: 'post-text' })
    for (const line of post.lines) text.append(Object.assign(document.createElement('p'), { textContent: line }))
    article.append(link, text)
    list.append(article)
  }
  list.dataset.ready = 'true'
})
`

/** The page of official posts: a shell that a script fills. */
export function renderPostsPage({ outlet }: OfficialInput): string {
  return frame({
    outlet,
    title: outlet.tagline,
    head: '',
    main: `<header><h1>${esc(outlet.name)}</h1><p>${esc(outlet.tagline)}</p></header><noscript>Please turn JavaScript on.</noscript>
<div id="posts"></div>
<script type="module">${showPosts}</script>`,
  })
}

/** What that script fetches. */
export function renderPostsJson({ outlet, stories, origin }: OfficialInput): string {
  const posts = newestFirst(stories).map((story) => ({
    id: story.id.slice(outlet.id.length + 1),
    url: `${origin}${storyPath(outlet, story)}`,
    published: story.published,
    lines: story.body.filter((block) => typeof block === 'string'),
  }))
  return `${JSON.stringify({ note: MARK, posts }, null, 2)}\n`
}

/** The page of press releases: everything stands in the HTML. */
export function renderPressPage({ outlet, stories, origin }: OfficialInput): string {
  const releases = newestFirst(stories).map(
    (story) => `<section class="press-release">
<h2><a href="${origin}${storyPath(outlet, story)}">${esc(story.title)}</a></h2>
<p class="when"><time datetime="${story.published}">${story.published.slice(0, 10)}</time></p>
<div class="press-text">
${paragraphsOf(story).join('\n')}
</div>
</section>`,
  )
  return frame({ outlet, title: outlet.tagline, head: '', main: `<main><h1>${esc(outlet.tagline)}</h1>\n${releases.join('\n')}\n</main>` })
}
