import { StageError } from '@tipwire/domain'
import { checkUrl, FetchError, openGuardedProxy, statusError } from '@tipwire/web-fetch'
import type { BrowserContext, Page } from 'playwright'
import type { BrowserSettings } from './config.ts'
import { launchBrowser } from './launch-browser.ts'

export type RenderRequest = Readonly<{
  url: string
  /** What shows that the page is there: the selector of a post. */
  waitFor: string
  /** The page's own host may lie on a private address. */
  allowPrivate: boolean
  browserPath: string
  settings: BrowserSettings
  signal: AbortSignal
}>
export type Rendered = Readonly<{ html: string; url: string }>

const SETTLE_MS = 2000
const UNNEEDED = new Set(['image', 'media', 'font'])

/**
 * Shows a page in a browser of its own and returns its markup after its scripts have run. Everything the page loads goes through the guarded proxy.
 * Throws a FetchError as `fetchPolitely` does, RENDER_FAILED, or BROWSER_FAILED when no browser starts.
 */
export async function renderPage(ask: RenderRequest): Promise<Rendered> {
  const url = checkUrl(ask.url, { allowPrivate: ask.allowPrivate })
  const deadline = AbortSignal.timeout(ask.settings.deadlineMs)
  const signal = AbortSignal.any([deadline, ask.signal])
  await using parts = new AsyncDisposableStack()
  const proxy = parts.use(await openGuardedProxy({ allowPrivate: ask.allowPrivate ? url.hostname : null, maxBytes: ask.settings.maxBytes }))
  try {
    const { user, noSandbox } = ask.settings
    const { browser } = parts.use(await launchBrowser({ path: ask.browserPath, proxyUrl: proxy.url, user, noSandbox, signal }))
    const userAgent = ask.settings.userAgent
    const context = await browser.newContext({ acceptDownloads: false, serviceWorkers: 'block', ...(userAgent === null ? {} : { userAgent }) })
    return await untilAborted(show(context, { url: url.href, waitFor: ask.waitFor, limits: ask.settings }), signal)
  } catch (error) {
    throw explain(error, { deadline, proxy, hostname: url.hostname, limitMs: ask.settings.deadlineMs })
  }
}

async function show(context: BrowserContext, { url, waitFor, limits }: { url: string; waitFor: string; limits: BrowserSettings }): Promise<Rendered> {
  await context.route('**/*', (route) => (UNNEEDED.has(route.request().resourceType()) ? route.abort() : route.continue()))
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  const response = await page.goto(url, { waitUntil: 'domcontentloaded', timeout: limits.deadlineMs })
  if (response && response.status() >= 400) throw statusError(response.status(), null)
  await settled(page, waitFor, limits.postsWithinMs)
  return { html: await page.content(), url: page.url() }
}

/** Waits until the first post is there and the page has come to rest. A page without posts is for its reader to judge. */
async function settled(page: Page, waitFor: string, withinMs: number): Promise<void> {
  await page.waitForSelector(waitFor, { state: 'attached', timeout: withinMs }).catch(() => {})
  await page.waitForLoadState('networkidle', { timeout: SETTLE_MS }).catch(() => {})
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

type State = { deadline: AbortSignal; proxy: { refused: ReadonlySet<string>; exhausted: boolean }; hostname: string; limitMs: number }

function explain(error: unknown, { deadline, proxy, hostname, limitMs }: State): StageError {
  if (proxy.refused.has(hostname)) return new FetchError('FETCH_PRIVATE_ADDRESS', `${hostname} lies on a private or special address, which is not fetched.`)
  if (proxy.exhausted) return new FetchError('FETCH_TOO_LARGE', 'The page loads more than the limit allows.')
  if (error instanceof StageError) return error
  if (deadline.aborted) return new FetchError('FETCH_TIMEOUT', `The page was not shown within ${limitMs / 1000} s.`, { cause: error })
  const reason = /net::(ERR_\w+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'unknown reason'
  return new StageError('RENDER_FAILED', `The browser could not show the page (${reason}).`, { retry: 'later', cause: error })
}
