import { MARK } from './mark.ts'
import type { NewsroomState } from './newsroom-at.ts'
import { type Rendered, renderFeed } from './render/feeds.ts'
import { escapeMarkup, storyPath } from './render/markup.ts'
import { renderPostsJson, renderPostsPage, renderPressPage } from './render/official.ts'
import { frame, renderStoryPage } from './render/pages.ts'
import type { Outlet, Story } from './types.ts'

/** What an address answers. `body` is a function because one page is large and seldom asked for. */
export type Route = { status: 200 | 410; contentType: string; body: () => string }

const html = (body: () => string): Route => ({ status: 200, contentType: 'text/html; charset=utf-8', body })
const done = ({ contentType, body }: Rendered): Route => ({ status: 200, contentType, body: () => body })

function frontPage(outlet: Outlet, stories: readonly Story[], origin: string): string {
  const links = stories.map((story) => `<li><a href="${origin}${storyPath(outlet, story)}">${escapeMarkup(story.title)}</a></li>`)
  return frame({ outlet, title: outlet.tagline, head: '', main: `<main><h1>${escapeMarkup(outlet.name)}</h1><ul>${links.join('\n')}</ul></main>` })
}

function newsroomIndex(state: NewsroomState): string {
  const links = state.outlets.map(
    ({ outlet, stories }) => `<li><a href="/${outlet.id}/">${escapeMarkup(outlet.name)}</a> (${outlet.feed}, ${stories.length} stories)</li>`,
  )
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Sample newsroom</title><meta name="tipwire-sample" content="invented"></head>
<body><h1>Sample newsroom</h1><p><strong>${MARK}</strong></p><ul>${links.join('\n')}</ul></body></html>
`
}

/** Where the source of an outlet is polled. */
export function sourcePath(outlet: Outlet): string {
  if (outlet.feed === 'posts' || outlet.feed === 'press') return `/${outlet.id}/`
  return `/${outlet.id}/feed.${outlet.feed === 'json' ? 'json' : 'xml'}`
}

function addListRoutes(routes: Map<string, Route>, input: { outlet: Outlet; stories: readonly Story[]; origin: string }): void {
  const { outlet, stories, origin } = input
  const feed = renderFeed(input)
  if (feed) routes.set(sourcePath(outlet), done(feed))
  if (outlet.feed === 'posts') {
    routes.set(
      `/${outlet.id}/`,
      html(() => renderPostsPage(input)),
    )
    routes.set(`/${outlet.id}/posts.json`, { status: 200, contentType: 'application/json; charset=utf-8', body: () => renderPostsJson(input) })
  } else if (outlet.feed === 'press')
    routes.set(
      `/${outlet.id}/`,
      html(() => renderPressPage(input)),
    )
  else
    routes.set(
      `/${outlet.id}/`,
      html(() => frontPage(outlet, stories, origin)),
    )
}

/** Every address of the newsroom in a state. */
export function routesOf(state: NewsroomState, origin: string): Map<string, Route> {
  const routes = new Map<string, Route>([
    ['/', html(() => newsroomIndex(state))],
    ['/robots.txt', { status: 200, contentType: 'text/plain; charset=utf-8', body: () => 'User-agent: *\nAllow: /\n' }],
  ])
  for (const { outlet, stories } of state.outlets) {
    addListRoutes(routes, { outlet, stories, origin })
    for (const story of stories) {
      const others = stories.filter((other) => other.id !== story.id && other.title !== '')
      routes.set(
        storyPath(outlet, story),
        html(() => renderStoryPage({ outlet, story, others, origin })),
      )
    }
  }
  for (const { outlet, story } of state.withdrawn) {
    const body = () => frame({ outlet, title: 'Gone', head: '', main: '<main><h1>This story has been withdrawn</h1></main>' })
    routes.set(storyPath(outlet, story), { status: 410, contentType: 'text/html; charset=utf-8', body })
  }
  return routes
}
