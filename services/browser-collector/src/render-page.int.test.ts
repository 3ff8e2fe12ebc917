import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveHttp, serveTcp, waitUntil } from '@tipwire/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { type BrowserSettings, defaults } from './config.ts'
import { findBrowser } from './find-browser.ts'
import { renderPage } from './render-page.ts'

// Without a browser these tests have nothing to say; test/ makes sure that the whole run has one.
const browserPath = (await findBrowser(null)) ?? ''

const render = (url: string, settings: Partial<BrowserSettings> = {}, allowPrivate = true) =>
  renderPage({ url, waitFor: '.post', allowPrivate, browserPath, settings: { ...defaults, ...settings }, signal: new AbortController().signal })

const page = (script: string) => `<!doctype html><html lang="en"><body><div id="posts"></div><script>${script}</script></body></html>`
const show = (text: string) =>
  `const post = document.createElement('p'); post.className = 'post'; post.textContent = ${text}; document.getElementById('posts').append(post)`

/** A page that runs `script`, and shows as a post what it has seen. */
const trying = (script: string) => page(`(async () => { let seen = 'nothing'; try { ${script} } catch { seen = 'refused' } ${show('seen')} })()`)

// Browsers of this test alone have their profiles here; an ordinary user must be able to pass through.
const folder = mkdtempSync(join(tmpdir(), 'render-test-'))
chmodSync(folder, 0o711)
process.env['TMPDIR'] = folder
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const browsers = (): string[] =>
  execFileSync('ps', ['-eo', 'user:20,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder) && !line.includes('tipwire-browser-watcher'))

describe.skipIf(browserPath === '')('in a real browser', () => {
  it('gives the markup after the scripts have run', async () => {
    await using server = await serveHttp((_, response) =>
      response.setHeader('content-type', 'text/html').end(page(`setTimeout(() => { ${show("'made ' + 'by a script'")} }, 50)`)),
    )
    const { html, url } = await render(server.url)
    expect(html).toContain('made by a script')
    expect(url).toBe(`${server.url}/`)
  })

  it('runs as an ordinary user with its sandbox when we are root', async () => {
    let seen: string[] = []
    await using server = await serveHttp((_, response) => {
      seen = browsers()
      response.setHeader('content-type', 'text/html').end(page(show("'x'")))
    })
    await render(server.url)
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter((line) => line.startsWith('root') || line.includes('--no-sandbox'))).toEqual([])
  })

  it('lets nothing on a page reach a private host', async () => {
    await using inner = await serveTcp(() => {})
    const hosts = ['localhost', '127.0.0.2', '[::1]', '[::ffff:127.0.0.1]'].map((host) => `${host}:${inner.port}`)
    const script = `
      const ended = (thing, ...names) => new Promise((done) => { for (const name of names) thing[name] = done; setTimeout(done, 1500) })
      const ways = ${JSON.stringify(hosts)}.flatMap((host) => [
        () => fetch('http://' + host + '/fetch', { mode: 'no-cors' }),
        () => fetch('https://' + host + '/tunnel', { mode: 'no-cors' }),
        () => { const f = document.createElement('iframe'); f.src = 'http://' + host + '/frame'; document.body.append(f); return ended(f, 'onload') },
        () => ended(new WebSocket('ws://' + host + '/socket'), 'onopen', 'onerror'),
        () => ended(new EventSource('http://' + host + '/events'), 'onopen', 'onerror'),
        () => navigator.sendBeacon('http://' + host + '/beacon', 'x'),
        () => ended(new Worker(URL.createObjectURL(new Blob(["fetch('http://" + host + "/worker', { mode: 'no-cors' }).finally(() => postMessage(1))"]))), 'onmessage'),
      ])
      const results = await Promise.allSettled(ways.map(async (way) => way()))
      seen = results.length + ' ways tried'`
    await using server = await serveHttp((_, response) => response.setHeader('content-type', 'text/html').end(trying(script)))
    expect((await render(server.url)).html).toContain('28 ways tried')
    expect(inner.connections()).toBe(0)
  })

  it.each(['a redirect', 'a script that goes elsewhere'])('follows %s to no private host', async (way) => {
    await using inner = await serveTcp(() => {})
    const target = `http://localhost:${inner.port}/`
    await using server = await serveHttp((_, response) => {
      if (way === 'a redirect') response.writeHead(302, { location: target }).end()
      else response.setHeader('content-type', 'text/html').end(page(`location.href = '${target}'`))
    })
    await render(server.url, { deadlineMs: 6000 }).catch(() => {})
    expect(inner.connections()).toBe(0)
  })

  it('shows no file of this machine', async () => {
    await using server = await serveHttp((_, response) =>
      response
        .setHeader('content-type', 'text/html')
        .end(
          trying(
            "const f = document.createElement('iframe'); f.src = 'file:///etc/passwd'; document.body.append(f); seen = await (await fetch('file:///etc/passwd')).text()",
          ),
        ),
    )
    const { html } = await render(server.url)
    expect(html).toContain('refused')
    expect(html).not.toContain('root:')
  })

  it('refuses a private page that nobody has allowed, before any browser starts', async () => {
    await using server = await serveHttp((_, response) => response.end(page(show("'x'"))))
    await expect(render(server.url, {}, false)).rejects.toMatchObject({ code: 'FETCH_PRIVATE_ADDRESS', retry: 'never' })
    expect(browsers()).toEqual([])
    expect(server.requests).toEqual([])
  })

  it('gives up a page that blocks its own thread, and leaves no process behind', async () => {
    await using server = await serveHttp((_, response) => response.setHeader('content-type', 'text/html').end(page('for (;;) {}')))
    const since = performance.now()
    await expect(render(server.url, { deadlineMs: 3000 })).rejects.toMatchObject({ code: 'FETCH_TIMEOUT', retry: 'later' })
    expect(performance.now() - since).toBeLessThan(8000)
    await waitUntil('no browser is left', () => browsers().length === 0)
  })

  it('says which status an error page has', async () => {
    await using server = await serveHttp((_, response) => response.writeHead(404).end('no'))
    await expect(render(server.url)).rejects.toMatchObject({ code: 'FETCH_HTTP_NOT_FOUND' })
  })

  it('takes no download', async () => {
    await using server = await serveHttp((_, response) =>
      response.writeHead(200, { 'content-disposition': 'attachment; filename=x.bin', 'content-type': 'application/octet-stream' }).end('x'),
    )
    await expect(render(server.url)).rejects.toMatchObject({ code: 'RENDER_FAILED' })
  })
})

it('says when the browser cannot be started', async () => {
  await using server = await serveHttp((_, response) => response.end('x'))
  const ask = { url: server.url, waitFor: '.post', allowPrivate: true, settings: defaults, signal: new AbortController().signal }
  await expect(renderPage({ ...ask, browserPath: '/bin/false' })).rejects.toMatchObject({ code: 'BROWSER_FAILED', retry: 'later' })
  await expect(renderPage({ ...ask, browserPath: '/no/such/browser' })).rejects.toMatchObject({ code: 'BROWSER_FAILED', retry: 'later' })
})
