import { once } from 'node:events'
import { connect } from 'node:net'
import { serveHttp } from '@tipwire/testkit'
import { ProxyAgent, request } from 'undici'
import { expect, it } from 'vitest'
import { type GuardedProxy, openGuardedProxy } from './guarded-proxy.ts'

const through = async (proxy: GuardedProxy, url: string) => {
  const agent = new ProxyAgent({ uri: proxy.url, proxyTunnel: false })
  const answer = await request(url, { dispatcher: agent })
  const body = await answer.body.text()
  await agent.destroy()
  return { status: answer.statusCode, body }
}

/** The first line that the proxy answers to a wish for a tunnel. */
async function tunnel(proxy: GuardedProxy, target: string): Promise<string> {
  const socket = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`)
  const [data] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return data.toString().split('\r\n')[0] ?? ''
}

it('passes what may be reached, and refuses the rest, names and literals alike', async () => {
  await using server = await serveHttp((_, response) => response.end('hello'))
  await using proxy = await openGuardedProxy({ allowPrivate: '127.0.0.1', maxBytes: 1e6 })
  expect(await through(proxy, `${server.url}/page`)).toEqual({ status: 200, body: 'hello' })
  const seen = server.requests.length
  for (const host of ['localhost', '127.0.0.2', '[::1]', '[::ffff:127.0.0.1]']) {
    expect((await through(proxy, server.url.replace('127.0.0.1', host))).status).toBe(403)
    expect(await tunnel(proxy, `${host}:${new URL(server.url).port}`)).toContain('403')
  }
  expect(server.requests).toHaveLength(seen)
  expect([...proxy.refused]).toContain('localhost')
})

it('opens a tunnel to the allowed host', async () => {
  await using server = await serveHttp((_, response) => response.end('hello'))
  await using proxy = await openGuardedProxy({ allowPrivate: '127.0.0.1', maxBytes: 1e6 })
  expect(await tunnel(proxy, `127.0.0.1:${new URL(server.url).port}`)).toContain('200')
})

it('cuts everything when too much comes in', async () => {
  await using server = await serveHttp((_, response) => response.end(Buffer.alloc(3e6)))
  await using proxy = await openGuardedProxy({ allowPrivate: '127.0.0.1', maxBytes: 1e6 })
  await expect(through(proxy, server.url)).rejects.toThrow()
  expect(proxy.exhausted).toBe(true)
})
