import { type HttpServer, serveHttp } from '@tipwire/testkit'
import { expect, it } from 'vitest'
import { fetchRobots } from './robots.ts'

type Answer = { status: number; body?: string; headers?: Record<string, string> }

async function robotsOf(answer: Answer) {
  const asked: string[] = []
  await using server: HttpServer = await serveHttp((request, response) => {
    asked.push(`${request.url} ${request.headers['user-agent']}`)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  const answered = await fetchRobots({ url: `${server.url}/deep/page?x=1`, allowPrivate: true, userAgent: 'Tipwire/test' })
  expect(asked).toEqual(['/robots.txt Tipwire/test'])
  return answered
}

it('gives the file as it stands', async () => {
  expect(await robotsOf({ status: 200, body: 'User-agent: *\nDisallow: /a' })).toEqual({
    robots: 'User-agent: *\nDisallow: /a',
    status: 200,
    retryAfterMs: null,
  })
})

it.each([404, 410, 401, 403, 400])('%i: there is none, everything is allowed', async (status) => {
  expect(await robotsOf({ status })).toMatchObject({ robots: '', status })
})

it.each([500, 503, 429])('%i: nobody knows', async (status) => {
  expect(await robotsOf({ status, headers: { 'retry-after': '90' } })).toEqual({ robots: null, status, retryAfterMs: 90_000 })
})

it('nobody knows what a host allows that does not answer', async () => {
  const server = await serveHttp(() => {})
  await server[Symbol.asyncDispose]()
  expect(await fetchRobots({ url: server.url, allowPrivate: true, userAgent: 'Tipwire/test' })).toEqual({ robots: null, status: null, retryAfterMs: null })
})

it('one that is too large refuses', async () => {
  expect((await robotsOf({ status: 200, body: '# '.repeat(300_000) })).robots).toContain('Disallow: /')
})

it('goes to no private address, and then there is none', async () => {
  let asked = 0
  await using server = await serveHttp((_request, response) => {
    asked += 1
    response.end()
  })
  expect(await fetchRobots({ url: server.url, userAgent: 'Tipwire/test' })).toMatchObject({ robots: '' })
  expect(asked).toBe(0)
})
