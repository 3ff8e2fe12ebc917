import { type Outcome, type ParsedFeed, StageError, TooEarlyError, type Work } from '@tipwire/domain'
import { isDamaged, isPartial, nextPollAt } from '@tipwire/sources'
import { finishWork, getSource, type PollRecord, pauseSource, recordPoll, type Source, saveItems } from '@tipwire/store'
import { FetchError, type Fetched } from '@tipwire/web-fetch'
import { askHost } from './ask-host.ts'
import type { Tools } from './tools.ts'

/**
 * Polls one feed: fetches it if it has changed, stores its entries, and sends new, changed and vanished ones to `fetch`.
 * A feed that fails is no failure of this stage: the source's health says what is wrong, and it is polled again later.
 */
export async function pollSource(tools: Tools, work: Work, signal: AbortSignal): Promise<Outcome> {
  const source = await getSource(tools.store.db, work.id)
  if (!source || source.removed_at || source.state === 'paused') return skip(tools, work, 'the source is removed or paused')
  try {
    const fetched = await fetchFeed(tools, source, signal)
    if (fetched.notModified) return await recordUnchanged(tools, { work, source, fetched })
    const contentType = fetched.headers['content-type'] ?? null
    const parsed = await tools.reader.read('feed', { bytes: fetched.body, url: fetched.url, contentType })
    if (parsed.entries.length === 0 && isDamaged(parsed.problems)) throw new StageError('FEED_BROKEN', parsed.problems.join(' '), { retry: 'later' })
    return await recordFeed(tools, { work, source, fetched, parsed })
  } catch (error) {
    if (!(error instanceof StageError) || error instanceof TooEarlyError || signal.aborted) throw error
    return recordFailure(tools, { work, source, error })
  }
}

function fetchFeed(tools: Tools, source: Source, signal: AbortSignal): Promise<Fetched> {
  const { url, etag, last_modified: lastModified, allow_private_address: allowPrivate } = source
  const { feedMaxBytes: maxBytes, deadlineMs, userAgent } = tools.settings
  return askHost(tools, { url, door: 'feed', etag, lastModified, allowPrivate, maxBytes, deadlineMs, userAgent, signal }, { front: true })
}

type Polled = { work: Work; source: Source; fetched: Fetched }

function recordFeed({ store, run_id }: Tools, { work, source, fetched, parsed }: Polled & { parsed: ParsedFeed }): Promise<Outcome> {
  const { source_id } = source
  return store.transaction(async (tx) => {
    const saved = await saveItems(tx, { source_id, entries: parsed.entries, run_id, partial: isPartial(parsed.problems) })
    await recordPoll(tx, { ...healthOf(fetched), source_id, state_reason: parsed.problems.join(' ') || null, new_items: saved.new_ids.length })
    const ids = [...saved.new_ids, ...saved.changed_ids, ...saved.vanished_ids]
    const outcome: Outcome = { kind: 'done', next: ids.map((id) => ({ stage: 'fetch', id })) }
    await finishWork(tx, { work, outcome, run_id, again_at: nextTime(source, { failures: 0, retryAfterMs: null }) })
    return outcome
  })
}

function recordUnchanged({ store, run_id }: Tools, { work, source, fetched }: Polled): Promise<Outcome> {
  const outcome: Outcome = { kind: 'done', next: [] }
  // What was wrong with the feed when it last came is still wrong with it; what was wrong with a failed fetch is not.
  const state_reason = source.state === 'ok' ? source.state_reason : null
  const validators = { etag: fetched.headers['etag'] ?? source.etag, last_modified: fetched.headers['last-modified'] ?? source.last_modified }
  return store.transaction(async (tx) => {
    await recordPoll(tx, { ...healthOf(fetched), ...validators, source_id: source.source_id, state_reason, new_items: 0 })
    await finishWork(tx, { work, outcome, run_id, again_at: nextTime(source, { failures: 0, retryAfterMs: fetched.retryAfterMs }) })
    return outcome
  })
}

function healthOf(fetched: Fetched): Omit<PollRecord, 'source_id' | 'state_reason' | 'new_items'> {
  const moved = fetched.redirects.length > 0 && fetched.redirects.every(({ status }) => status === 301 || status === 308)
  return {
    ok: true,
    state: 'ok',
    etag: fetched.headers['etag'] ?? null,
    last_modified: fetched.headers['last-modified'] ?? null,
    http_status: fetched.status,
    resolved_url: moved ? fetched.url : null,
  }
}

function recordFailure({ store, run_id }: Tools, { work, source, error }: { work: Work; source: Source; error: StageError }): Promise<Outcome> {
  const { source_id } = source
  const http = error instanceof FetchError ? error : null
  const gone = error.code === 'FETCH_HTTP_GONE'
  return store.transaction(async (tx) => {
    const validators = { etag: source.etag, last_modified: source.last_modified }
    await recordPoll(tx, {
      source_id,
      ok: false,
      state: 'failing',
      state_reason: error.message,
      ...validators,
      http_status: http?.status ?? null,
      new_items: 0,
    })
    const outcome: Outcome = gone ? { kind: 'skipped', reason: error.message } : { kind: 'done', next: [] }
    const again_at = nextTime(source, { failures: source.consecutive_failures + 1, retryAfterMs: http?.retryAfterMs ?? null })
    await finishWork(tx, { work, outcome, run_id, ...(gone ? {} : { again_at }) })
    if (gone) await pauseSource(tx, { source_id, reason: error.message })
    return outcome
  })
}

function nextTime(source: Source, how: { failures: number; retryAfterMs: number | null }): Date {
  return nextPollAt({ ...how, everyS: source.poll_every_s, now: new Date(), random: Math.random() })
}

function skip({ store, run_id }: Tools, work: Work, reason: string): Promise<Outcome> {
  const outcome: Outcome = { kind: 'skipped', reason }
  return store.transaction(async (tx) => {
    await finishWork(tx, { work, outcome, run_id })
    return outcome
  })
}
