import { createServer } from 'node:net'
import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { serveHttp, serveTcp, waitUntil } from '@tipwire/testkit'
import { describe, expect, it } from 'vitest'
import { type FetchRequest, fetchPolitely } from './fetch-politely.ts'

const ask = (url: string, more: Partial<FetchRequest> = {}) =>
  fetchPolitely({ url, door: 'feed', allowPrivate: true, maxBytes: 1024 * 1024, deadlineMs: 1500, userAgent: 'Tipwire-Test', ...more })

// As a person, or an attacker, may write an address of this machine or its neighbours.
const literals = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://0/',
  'http://0.0.0.0/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://10.0.0.1/',
  'http://10.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://192.168.257/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://192.0.0.192/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://240.0.0.1/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[::7f00:1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:7f00:1::1]/',
  'http://[2001:0:7f00:1::]/',
  'http://[2001::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://[100::1]/',
  'http://[3fff::1]/',
]

describe('the guard', () => {
  it.each(literals)('refuses %s', async (url) => {
    await expect(ask(url, { allowPrivate: false, deadlineMs: 3000 })).rejects.toMatchObject({ code: 'FETCH_PRIVATE_ADDRESS', retry: 'never' })
  })

  it.each([
    'file:///etc/passwd',
    'ftp://courier.example/',
    'gopher://127.0.0.1/',
    'data:text/plain,x',
    'http://user:secret@courier.example/',
    'no address',
    'http://',
    `http://courier.example/${'a'.repeat(5000)}`,
  ])('refuses %s', async (url) => {
    await expect(ask(url)).rejects.toMatchObject({ code: 'FETCH_BAD_URL', retry: 'never' })
  })

  it('connects to nothing that it refuses', async () => {
    await using server = await serveTcp(() => {})
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0', '2130706433']) {
      await expect(ask(`http://${host}:${server.port}/`, { allowPrivate: false })).rejects.toMatchObject({ code: 'FETCH_PRIVATE_ADDRESS' })
    }
    expect(server.connections()).toBe(0)
  })

  it('checks where a redirect leads, even from a host that may be private', async () => {
    await using inner = await serveHttp((_, response) => response.end('secret'))
    const target = inner.url.replace('127.0.0.1', 'localhost')
    await using server = await serveHttp((_, response) => response.writeHead(302, { location: target }).end())
    await expect(ask(server.url)).rejects.toMatchObject({ code: 'FETCH_PRIVATE_ADDRESS' })
    expect(inner.requests).toEqual([])
  })

  it.each(['file:///etc/passwd', 'http://a:b@127.0.0.1/', 'http://[::127.0.0.1]/'])('follows no redirect to %s', async (location) => {
    await using server = await serveHttp((_, response) => response.writeHead(302, { location }).end())
    await expect(ask(server.url)).rejects.toMatchObject({ retry: 'never', code: expect.stringMatching(/FETCH_(BAD_URL|PRIVATE_ADDRESS)/) })
  })
})

describe('redirects', () => {
  it('are followed, and told', async () => {
    await using server = await serveHttp((request, response) => {
      if (request.url === '/a') response.writeHead(301, { location: '/b' }).end()
      else if (request.url === '/b') response.writeHead(307, { location: 'c' }).end()
      else response.end('here')
    })
    const fetched = await ask(`${server.url}/a`)
    expect(fetched).toMatchObject({
      status: 200,
      url: `${server.url}/c`,
      redirects: [
        { status: 301, url: `${server.url}/b` },
        { status: 307, url: `${server.url}/c` },
      ],
    })
    expect(fetched.body.toString()).toBe('here')
  })

  it('say where they lead, or fail', async () => {
    await using server = await serveHttp((_, response) => response.writeHead(302).end())
    await expect(ask(server.url)).rejects.toMatchObject({ code: 'FETCH_REDIRECTS' })
  })

  it('end after five', async () => {
    await using server = await serveHttp((request, response) => response.writeHead(302, { location: `${request.url}x` }).end())
    await expect(ask(`${server.url}/x`)).rejects.toMatchObject({ code: 'FETCH_REDIRECTS', retry: 'never' })
    expect(server.requests).toHaveLength(6)
  })
})

describe('limits', () => {
  it('gives up a server that never answers, and its socket', async () => {
    let closed = false
    await using server = await serveHttp((request) => request.socket.on('close', () => (closed = true)))
    const since = performance.now()
    await expect(ask(server.url, { deadlineMs: 300 })).rejects.toMatchObject({ code: 'FETCH_TIMEOUT', retry: 'later', message: 'No answer within 0.3 s.' })
    expect(performance.now() - since).toBeLessThan(1500)
    await waitUntil('the socket is closed', () => closed)
  })

  it('gives up a server that sends a byte at a time, and its socket', async () => {
    let closed = false
    await using server = await serveHttp((_, response) => {
      const timer = setInterval(() => response.write('x'), 10)
      response.on('close', () => {
        clearInterval(timer)
        closed = true
      })
    })
    await expect(ask(server.url, { deadlineMs: 300 })).rejects.toMatchObject({ code: 'FETCH_TIMEOUT', message: 'The answer did not end within 0.3 s.' })
    await waitUntil('the socket is closed', () => closed)
  })

  it('gives up a server that takes the connection and says nothing at all', async () => {
    await using server = await serveTcp(() => {})
    await expect(ask(`http://127.0.0.1:${server.port}/`, { deadlineMs: 300 })).rejects.toMatchObject({ code: 'FETCH_TIMEOUT' })
  })

  it('stops at the cap of an endless answer', async () => {
    await using server = await serveHttp((_, response) => endless().pipe(response))
    await expect(ask(server.url)).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE', retry: 'never' })
  })

  it.each(['gzip', 'br', 'deflate'] as const)('counts after unpacking: a bomb in %s', async (encoding) => {
    const packed = { gzip: zlib.gzipSync, br: zlib.brotliCompressSync, deflate: zlib.deflateSync }[encoding](Buffer.alloc(50 * 1024 * 1024))
    await using server = await serveHttp((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(packed))
    const before = process.memoryUsage().rss
    await expect(ask(server.url)).rejects.toMatchObject({ code: 'FETCH_TOO_LARGE' })
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
  })

  it.each([
    ['two steps', 'gzip, gzip'],
    ['two kinds of steps', 'gzip, br'],
    ['an unknown step', 'zstd'],
    ['a thousand steps', Array(1000).fill('gzip').join(',')],
  ])('refuses %s of packing', async (_, encoding) => {
    await using server = await serveHttp((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end('x'))
    await expect(ask(server.url)).rejects.toMatchObject({ code: 'FETCH_ENCODING', retry: 'never' })
  })

  it('stops when its caller does', async () => {
    await using server = await serveHttp(() => {})
    const stop = new AbortController()
    const fetching = ask(server.url, { signal: stop.signal })
    stop.abort()
    await expect(fetching).rejects.toMatchObject({ code: 'FETCH_ABORTED', retry: 'later' })
  })
})

describe('answers', () => {
  it.each([
    ['gzip', zlib.gzipSync],
    ['x-gzip', zlib.gzipSync],
    ['br', zlib.brotliCompressSync],
    ['deflate', zlib.deflateSync],
    ['deflate', zlib.deflateRawSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('unpacks %s', async (encoding, pack) => {
    await using server = await serveHttp((_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(pack('Khaosod ข่าวสด')))
    expect((await ask(server.url)).body.toString()).toBe('Khaosod ข่าวสด')
  })

  it('gives what came of a packed answer without its tail', async () => {
    const packed = zlib.gzipSync(Buffer.from(Array.from({ length: 500 }, (_, i) => `item ${i * 7919}`).join('\n')))
    await using server = await serveHttp((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 200)))
    expect((await ask(server.url)).body.toString()).toMatch(/^item 0\nitem 7919\n/)
  })

  it('sends validators as they were given, and tells "not modified"', async () => {
    await using server = await serveHttp((_, response) => response.writeHead(304).end())
    const fetched = await ask(server.url, { etag: 'W/"a b"', lastModified: 'yesterday, more or less' })
    expect(fetched).toMatchObject({ status: 304, notModified: true })
    expect(server.requests[0]?.headers).toMatchObject({
      'if-none-match': 'W/"a b"',
      'if-modified-since': 'yesterday, more or less',
      'user-agent': 'Tipwire-Test',
    })
  })

  it.each([
    [404, 'FETCH_HTTP_NOT_FOUND', 'never'],
    [410, 'FETCH_HTTP_GONE', 'never'],
    [403, 'FETCH_HTTP_DENIED', 'never'],
    [418, 'FETCH_HTTP_CLIENT', 'never'],
    [429, 'FETCH_HTTP_BUSY', 'later'],
    [503, 'FETCH_HTTP_SERVER', 'later'],
  ])('%d is %s', async (status, code, retry) => {
    await using server = await serveHttp((_, response) => response.writeHead(status, { 'retry-after': '7' }).end('no'))
    await expect(ask(server.url)).rejects.toMatchObject({ code, retry, status, retryAfterMs: 7000, message: expect.stringContaining(String(status)) })
  })

  it('says when the connection breaks', async () => {
    await using server = await serveHttp((_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('half')
      response.socket?.destroySoon()
    })
    await expect(ask(server.url)).rejects.toMatchObject({ code: 'FETCH_CUT_OFF', retry: 'later' })
  })

  it('says when nobody listens, and when the name does not exist', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await waitUntil('listening', () => server.listening)
    const { port } = server.address() as { port: number }
    await new Promise((resolve) => server.close(resolve))
    await expect(ask(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'FETCH_NETWORK' })
    await expect(ask('http://no-such-host.invalid/', { allowPrivate: false })).rejects.toMatchObject({ code: 'FETCH_NAME' })
  })
})

function endless(): Readable {
  return new Readable({
    read() {
      this.push(Buffer.alloc(65_536, 'a'))
    },
  })
}
