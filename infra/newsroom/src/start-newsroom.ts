import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SourceSpec } from '@tipwire/domain'
import { newsroomAt } from './newsroom-at.ts'
import { storyPath } from './render/markup.ts'
import { type Route, routesOf, sourcePath } from './routes.ts'
import { steps } from './steps.ts'
import type { Outlet } from './types.ts'

/** `manual`: only `advance` moves it. `live`: first after 45 s, then every 30 s. `fast`: every 5 s. `all`: everything has moved already. Or a pace of one's own. */
export type Pace = 'manual' | 'live' | 'fast' | 'all' | { firstMs: number; nextMs: number }

export type NewsroomOptions = {
  /** 0 or absent: any free port. Addresses of stories hold the port, so a store that is to go on needs the same one again. */
  port?: number
  host?: string
  pace?: Pace
  /** How many steps have been made before, by an earlier run on the same store. */
  stepsMade?: number
  /** Told after each step, so that a later run can go on from there. */
  onStep?: (step: { made: number; name: string }) => void
}

export type Newsroom = AsyncDisposable & {
  url: string
  sources: SourceSpec[]
  /** Makes the next step at once; null when none is left. */
  advance(): { made: number; name: string } | null
  /** Address of a story's page; throws for an unknown id. */
  urlOf(storyId: string): string
  close(): Promise<void>
}

const paces = { live: { firstMs: 45_000, nextMs: 30_000 }, fast: { firstMs: 5_000, nextMs: 5_000 } }

function specOf(outlet: Outlet, origin: string): SourceSpec {
  return SourceSpec.parse({
    ...outlet.spec,
    name: `${outlet.name} (invented)`,
    url: `${origin}${sourcePath(outlet)}`,
    adapter: outlet.feed === 'posts' || outlet.feed === 'press' ? 'press-page' : 'feed',
    poll_every_s: 5,
    allow_private_address: true,
  })
}

function isUnchanged(request: IncomingMessage, etag: string, changedAt: Date): boolean {
  const tags = request.headers['if-none-match']
  if (tags !== undefined) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = request.headers['if-modified-since']
  return since !== undefined && Math.floor(changedAt.getTime() / 1000) * 1000 <= Date.parse(since)
}

type Answer = { request: IncomingMessage; response: ServerResponse; route: Route | undefined; changedAt: Date }

function answer({ request, response, route, changedAt }: Answer): void {
  const marked = { 'x-tipwire-sample': 'invented' }
  if (!route) return void response.writeHead(404, { ...marked, 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
  const body = Buffer.from(route.body())
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ...marked, etag, 'last-modified': changedAt.toUTCString(), 'cache-control': 'no-cache' }
  if (route.status === 200 && isUnchanged(request, etag, changedAt)) return void response.writeHead(304, headers).end()
  response.writeHead(route.status, { ...headers, 'content-type': route.contentType, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  return (server.address() as AddressInfo).port
}

/**
 * Starts the sample newsroom: invented outlets on a local HTTP server, which move while one watches.
 * Throws what `listen` throws when the port is taken.
 */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { host = '127.0.0.1', pace = 'manual' } = options
  let made = Math.min(pace === 'all' ? steps.length : (options.stepsMade ?? 0), steps.length)
  let changedAt = new Date()
  let routes = new Map<string, Route>()
  let timer: NodeJS.Timeout | undefined

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://newsroom.invalid').pathname
    answer({ request, response, route: routes.get(path), changedAt })
  })
  const url = `http://${host}:${await listen(server, host, options.port ?? 0)}`
  routes = routesOf(newsroomAt(made), url)

  function advance(): { made: number; name: string } | null {
    const step = steps[made]
    if (!step) return null
    made += 1
    changedAt = new Date()
    routes = routesOf(newsroomAt(made), url)
    options.onStep?.({ made, name: step.name })
    return { made, name: step.name }
  }

  function moveAfter(delayMs: number, nextMs: number): void {
    timer = setTimeout(() => {
      if (advance()) moveAfter(nextMs, nextMs)
    }, delayMs)
    timer.unref()
  }
  const own = typeof pace === 'object' ? pace : pace === 'live' || pace === 'fast' ? paces[pace] : null
  if (own) moveAfter(own.firstMs, own.nextMs)

  async function close(): Promise<void> {
    clearTimeout(timer)
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  const sources = newsroomAt(0).outlets.map(({ outlet }) => specOf(outlet, url))
  return { url, sources, advance, urlOf: (storyId) => url + pathOfStory(storyId), close, [Symbol.asyncDispose]: close }
}

function pathOfStory(storyId: string): string {
  for (const count of [0, steps.length]) {
    for (const { outlet, stories } of newsroomAt(count).outlets) {
      const story = stories.find((candidate) => candidate.id === storyId)
      if (story) return storyPath(outlet, story)
    }
  }
  throw new Error(`The newsroom has no story ${storyId}`)
}
