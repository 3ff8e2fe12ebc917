import { setImmediate as breathe } from 'node:timers/promises'
import { compareTexts, type DatedPage, type Likeness, olderFirst, signatureOf } from '@tipwire/deduplication'
import type { Outcome, Work } from '@tipwire/domain'
import {
  findSimilar,
  finishWork,
  getCopies,
  getReadable,
  getReadables,
  lockDeduplication,
  openAll,
  type Store,
  type StoredReadable,
  saveSignature,
  setDuplicate,
  type Tx,
} from '@tipwire/store'

export type DeduplicateTools = { store: Store; run_id: string }

/** Of a longer text (UTF-16 units) the beginning is compared: nobody reads it to its end either, and it would block the loop that renews locks. */
const MOST_COMPARED = 300_000

/** Looks for documents that are copies of this one. Copies are read all the same: they keep their report and add no independent source. */
export async function deduplicateDocument({ store, run_id }: DeduplicateTools, work: Work): Promise<Outcome> {
  const document = await getReadable(store.db, work.id)
  const signature = document?.text_held ? signatureOf(compared(document)) : null
  const outcome: Outcome =
    document === undefined || signature === null ? { kind: 'skipped', reason: 'no-text' } : { kind: 'done', next: [{ stage: 'extract', id: work.id }] }
  await store.transaction(async (tx) => {
    if (document !== undefined && signature !== null) {
      await lockDeduplication(tx)
      await saveSignature(tx, { document_id: work.id, ...signature })
      await joinCopies(tx, document, signature.bands)
    }
    await finishWork(tx, { work, outcome, run_id })
  })
  return outcome
}

/**
 * The oldest of a group of copies is its original, whichever came in first; a post that a page shows is the copy of the post itself, and of the same post
 * on another page. Documents whose original changes are resolved again.
 */
async function joinCopies(tx: Tx, document: StoredReadable, bands: string[]): Promise<void> {
  const { document_id, text_sha256, canonical_url } = document
  const found = await findSimilar(tx, { document_id, bands, text_sha256, canonical_url })
  const others = await getReadables(
    tx,
    found.filter(({ item_id }) => item_id !== document.item_id).map((other) => other.document_id),
  )
  const alike = await alikeAmong(others, document)
  if (alike.length === 0) return
  const rootIds = new Set(alike.map(({ other }) => other.duplicate_of ?? other.document_id))
  // Its copy may have been looked at before it.
  rootIds.delete(document_id)
  const roots = await getReadables(tx, [...rootIds])
  const [original, ...members] = [document, ...roots].toSorted(originalFirst) as [StoredReadable, ...StoredReadable[]]
  for (const member of members) {
    await setDuplicate(tx, { document_id: member.document_id, duplicate_of: original.document_id, ...kindOf(member, original, alike) })
  }
  const moved = members.some((member) => member !== document) ? await getCopies(tx, original.document_id) : []
  await openAll(
    tx,
    moved.filter((id) => id !== document_id).map((id) => ({ stage: 'resolve', id })),
  )
}

type Alike = readonly { other: StoredReadable; likeness: Likeness }[]

/** Long texts take long to compare, and there may be hundreds: other work goes on between two of them. */
async function alikeAmong(others: readonly StoredReadable[], document: StoredReadable): Promise<Alike> {
  const alike = []
  for (const other of others.filter(({ text_held }) => text_held)) {
    const likeness = compareTexts(asPage(other), asPage(document))
    if (likeness.kind !== null) alike.push({ other, likeness })
    await breathe()
  }
  return alike
}

function originalFirst(a: StoredReadable, b: StoredReadable): number {
  const shown = ({ parent_document_id }: StoredReadable) => Number(parent_document_id !== null)
  return shown(a) - shown(b) || olderFirst(asPage(a), asPage(b))
}

function asPage(document: StoredReadable): DatedPage {
  const { document_id, url, title, published_at } = document
  return { id: document_id, url: url ?? null, title, text: compared(document), published_at }
}

function compared({ text }: StoredReadable): string {
  return text.slice(0, MOST_COMPARED)
}

function kindOf(member: StoredReadable, original: StoredReadable, alike: Alike): { kind: NonNullable<Likeness['kind']>; jaccard: number } {
  const ids = [member.document_id, original.document_id]
  const known = alike.find(({ other }) => ids.includes(other.document_id))?.likeness
  const { kind, jaccard } = known ?? compareTexts(asPage(original), asPage(member))
  return { kind: kind ?? 'near', jaccard }
}
