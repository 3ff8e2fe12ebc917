import { readFileSync } from 'node:fs'
import { findShowcase, readViews, type Store } from '@tipwire/store'
import type { FastifyInstance } from 'fastify'
import { sendBody, sendJson } from './http.ts'
import { labels } from './labels.ts'

const files = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/app.js', file: 'app.js', type: 'text/javascript; charset=utf-8' },
  { path: '/card.js', file: 'card.js', type: 'text/javascript; charset=utf-8' },
  { path: '/evidence.js', file: 'evidence.js', type: 'text/javascript; charset=utf-8' },
  { path: '/dom.js', file: 'dom.js', type: 'text/javascript; charset=utf-8' },
  { path: '/app.css', file: 'app.css', type: 'text/css; charset=utf-8' },
  { path: '/favicon.svg', file: 'favicon.svg', type: 'image/svg+xml' },
] as const

/** The page at `/`: static files, and what they need to know about this store. */
export function servePage(server: FastifyInstance, { sample, store }: { sample: boolean; store: Store }): void {
  for (const { path, file, type } of files) {
    const body = readFileSync(new URL(`./page/${file}`, import.meta.url))
    server.get(path, async (request, reply) => sendBody(request, reply, { body, type }))
  }
  server.get('/page.json', async (request, reply) => {
    const showcase = sample ? await readViews(store.db, findShowcase) : null
    return sendJson(request, reply, { sample, showcase, labels })
  })
}
