import { type Outcome, type ParsedFeed, StageError, type Work } from '@tipwire/domain'
import { adapters, isPartial, nextPollAt, parsePressPage, type Selectors } from '@tipwire/sources'
import { finishWork, getSource, recordPoll, type Source, type Store, saveItems } from '@tipwire/store'
import { FetchError, type fetchPolitely } from '@tipwire/web-fetch'
import type { BrowserSettings } from './config.ts'
import type { findBrowser } from './find-browser.ts'
import type { renderPage } from './render-page.ts'

export type Tools = Readonly<{
  store: Store
  run_id: string
  settings: BrowserSettings
  findBrowser: typeof findBrowser
  renderPage: typeof renderPage
  fetch: typeof fetchPolitely
}>

const HOW_TO_GET_ONE = 'Waits for a browser: install Chromium (on Debian: apt-get install chromium) or set BROWSER to the path of one.'
const UNSANDBOXED = 'The browser runs without its sandbox (BROWSER_NO_SANDBOX).'

/**
 * Polls one page of posts with a browser and sends new, changed and vanished posts to `fetch`. Without a browser the page is read as it comes,
 * which is enough for pages that need no scripts; else the source waits and says for what. Failures show in the source's health, as with `poll`.
 */
export async function pollBrowser(tools: Tools, work: Work, signal: AbortSignal): Promise<Outcome> {
  const source = await getSource(tools.store.db, work.id)
  if (!source || source.removed_at || source.state === 'paused') return skip(tools, work, 'the source is removed or paused')
  const { selectors } = source
  if (!selectors) return skip(tools, work, 'the source has no selectors')
  try {
    const path = await tools.findBrowser(tools.settings.browser)
    const posts = path === null ? await readPlain(tools, { source, selectors, signal }) : await readRendered(tools, { source, selectors, signal, path })
    return posts === null ? await recordWaiting(tools, { work, source }) : await recordPosts(tools, { work, source, posts })
  } catch (error) {
    if (!(error instanceof StageError) || signal.aborted) throw error
    return recordFailure(tools, { work, source, error })
  }
}

type Reading = { source: Source; selectors: Selectors; signal: AbortSignal }

function readRendered({ settings, renderPage }: Tools, { source, selectors, signal, path }: Reading & { path: string }): Promise<ParsedFeed> {
  return adapters['press-page']({ url: source.url, selectors }, (url) =>
    renderPage({ url, waitFor: selectors.post, allowPrivate: source.allow_private_address, browserPath: path, settings, signal }),
  )
}

/** The page as it comes, without a browser; null when it shows no posts that way. */
async function readPlain({ fetch, settings }: Tools, { source, selectors, signal }: Reading): Promise<ParsedFeed | null> {
  const fetched = await fetch({
    url: source.url,
    door: 'article',
    allowPrivate: source.allow_private_address,
    maxBytes: settings.maxBytes,
    deadlineMs: settings.deadlineMs,
    userAgent: settings.userAgent ?? 'Tipwire/0.1',
    signal,
  })
  try {
    return parsePressPage(fetched.body.toString('utf8'), { url: fetched.url, selectors })
  } catch (error) {
    if (error instanceof StageError && error.code === 'PAGE_WITHOUT_POSTS') return null
    throw error
  }
}

const unchanged = (source: Source) => ({ etag: source.etag, last_modified: source.last_modified })

function recordPosts({ store, run_id, settings }: Tools, { work, source, posts }: { work: Work; source: Source; posts: ParsedFeed }): Promise<Outcome> {
  const { source_id } = source
  const reasons = [...posts.problems, ...(settings.noSandbox ? [UNSANDBOXED] : [])]
  return store.transaction(async (tx) => {
    const saved = await saveItems(tx, { source_id, entries: posts.entries, run_id, partial: isPartial(posts.problems) })
    const health = { ok: true, state: 'ok', state_reason: reasons.join(' ') || null, http_status: 200, new_items: saved.new_ids.length } as const
    await recordPoll(tx, { source_id, ...health, ...unchanged(source) })
    const ids = [...saved.new_ids, ...saved.changed_ids, ...saved.vanished_ids]
    const outcome: Outcome = { kind: 'done', next: ids.map((id) => ({ stage: 'fetch', id })) }
    await finishWork(tx, { work, outcome, run_id, again_at: nextTime(source, 0) })
    return outcome
  })
}

function recordWaiting({ store, run_id, settings }: Tools, { work, source }: { work: Work; source: Source }): Promise<Outcome> {
  const outcome: Outcome = { kind: 'done', next: [] }
  return store.transaction(async (tx) => {
    const health = { ok: false, state: 'waiting', state_reason: HOW_TO_GET_ONE, http_status: null, new_items: 0 } as const
    await recordPoll(tx, { source_id: source.source_id, ...health, ...unchanged(source) })
    await finishWork(tx, { work, outcome, run_id, again_at: new Date(Date.now() + settings.lookAgainMs) })
    return outcome
  })
}

function recordFailure({ store, run_id }: Tools, { work, source, error }: { work: Work; source: Source; error: StageError }): Promise<Outcome> {
  const outcome: Outcome = { kind: 'done', next: [] }
  // A browser that does not start is this machine's fault, not the page's.
  const state = error.code === 'BROWSER_FAILED' ? 'waiting' : 'failing'
  const http_status = error instanceof FetchError ? error.status : null
  return store.transaction(async (tx) => {
    await recordPoll(tx, { source_id: source.source_id, ok: false, state, state_reason: error.message, http_status, new_items: 0, ...unchanged(source) })
    await finishWork(tx, { work, outcome, run_id, again_at: nextTime(source, source.consecutive_failures + 1) })
    return outcome
  })
}

function nextTime(source: Source, failures: number): Date {
  return nextPollAt({ everyS: source.poll_every_s, failures, retryAfterMs: null, now: new Date(), random: Math.random() })
}

function skip({ store, run_id }: Tools, work: Work, reason: string): Promise<Outcome> {
  const outcome: Outcome = { kind: 'skipped', reason }
  return store.transaction(async (tx) => {
    await finishWork(tx, { work, outcome, run_id })
    return outcome
  })
}
