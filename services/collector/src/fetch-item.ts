import { type Outcome, StageError, TooEarlyError, type Work } from '@tipwire/domain'
import { finishWork, getItem, type Item, withdrawDocument } from '@tipwire/store'
import { type Draft, draftFromEntry, draftFromPage } from './draft.ts'
import { saveDraft } from './save-draft.ts'
import type { Tools } from './tools.ts'

/**
 * Makes a document of one item: of its page, or of the entry itself when that is the whole document or the page cannot be had.
 * An item whose page is gone, or a post that is no longer shown, is withdrawn.
 */
export async function fetchItem(tools: Tools, work: Work, signal: AbortSignal): Promise<Outcome> {
  const item = await getItem(tools.store.db, work.id)
  if (!item || item.source.removed_at) return finish(tools, work, { kind: 'skipped', reason: 'the source is removed' })
  if (item.vanished_at && (item.entry?.complete === true || item.url === null)) return withdraw(tools, { work, item, reason: 'deleted' })
  const page = await readPage(tools, item, signal)
  if (page === 'gone' || page === 'missing') return withdraw(tools, { work, item, reason: page === 'gone' ? 'withdrawn' : 'deleted' })
  if (page === 'refused') return finish(tools, work, { kind: 'skipped', reason: 'robots-refused' })
  if (page === null) return finish(tools, work, { kind: 'skipped', reason: 'neither the page nor the entry has text' })
  return saveDraft(tools, { work, item, draft: page })
}

/** What there is instead of a text: the page is no more, or its host's robots.txt keeps us out. */
type NoPage = 'gone' | 'missing' | 'refused'

/** The best text that can be had for an item; null when there is no text at all. */
async function readPage(tools: Tools, item: Item, signal: AbortSignal): Promise<Draft | NoPage | null> {
  const entry = await readEntry(tools, item)
  if (item.entry?.complete === true || item.url === null) return entry
  try {
    const page = await draftFromPage(tools, item, { url: item.url, signal })
    return better(page, entry)
  } catch (error) {
    if (!(error instanceof StageError) || error instanceof TooEarlyError || signal.aborted) throw error
    return insteadOfPage(error, { entry, vanished: item.vanished_at !== null })
  }
}

/** The entry's own text. One that cannot be parsed is no reason to leave its page unread. */
async function readEntry(tools: Tools, item: Item): Promise<Draft | null> {
  if (!item.entry) return null
  try {
    return await draftFromEntry(tools, item, item.entry)
  } catch (error) {
    if (item.entry.complete !== true && item.url !== null && error instanceof StageError && error.retry === 'never') return null
    throw error
  }
}

/** What stands for a page that cannot be had. An entry that is still listed with all its text outweighs a 404, but not a 410. */
function insteadOfPage(error: StageError, { entry, vanished }: { entry: Draft | null; vanished: boolean }): Draft | NoPage {
  if (error.code === 'FETCH_HTTP_GONE') return 'gone'
  const missing = error.code === 'FETCH_HTTP_NOT_FOUND'
  if (entry?.isFull && !(missing && vanished)) return entry
  if (missing) return 'missing'
  if (error.code === 'ROBOTS_REFUSED') return 'refused'
  throw error
}

/** A page that shows less than the feed gives is a consent wall, a paywall or a shell for scripts. */
function better(page: Draft, entry: Draft | null): Draft | null {
  const best = entry && entry.text.length > page.text.length * 1.5 ? { ...page, text: entry.text, embeds: entry.embeds } : page
  return best.text === '' ? null : best
}

function withdraw({ store, run_id }: Tools, { work, item, reason }: { work: Work; item: Item; reason: 'deleted' | 'withdrawn' }): Promise<Outcome> {
  return store.transaction(async (tx) => {
    const ids = await withdrawDocument(tx, { item_id: item.item_id, reason, run_id })
    const outcome: Outcome =
      ids.length > 0 ? { kind: 'done', next: ids.map((id) => ({ stage: 'resolve', id })) } : { kind: 'skipped', reason: 'there is nothing at its address' }
    await finishWork(tx, { work, outcome, run_id })
    return outcome
  })
}

function finish({ store, run_id }: Tools, work: Work, outcome: Outcome): Promise<Outcome> {
  return store.transaction(async (tx) => {
    await finishWork(tx, { work, outcome, run_id })
    return outcome
  })
}
