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

/** Looks for documents that are copies of this one. Copies are read all the same: they keep their report and add no independent source. */
export async function deduplicateDocument({ store, run_id }: DeduplicateTools, work: Work): Promise<Outcome> {
  const document = await getReadable(store.db, work.id)
  const signature = document?.text_held ? signatureOf(document.text) : null
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

/** The oldest of a group of copies is its original, whichever came in first; documents whose original changes are resolved again. */
async function joinCopies(tx: Tx, document: StoredReadable, bands: string[]): Promise<void> {
  const { document_id, text_sha256, canonical_url } = document
  const found = await findSimilar(tx, { document_id, bands, text_sha256, canonical_url })
  const others = await getReadables(
    tx,
    found.filter(({ item_id, parent_document_id }) => item_id !== document.item_id && parent_document_id === null).map((other) => other.document_id),
  )
  const copies = others.filter(({ text_held }) => text_held).map((other) => ({ other, likeness: compareTexts(asPage(other), asPage(document)) }))
  const alike = copies.filter(({ likeness }) => likeness.kind !== null)
  if (alike.length === 0) return
  const roots = await getReadables(tx, [...new Set(alike.map(({ other }) => other.duplicate_of ?? other.document_id))])
  const [original, ...members] = [document, ...roots].toSorted((a, b) => olderFirst(asPage(a), asPage(b))) as [StoredReadable, ...StoredReadable[]]
  for (const member of members) {
    await setDuplicate(tx, { document_id: member.document_id, duplicate_of: original.document_id, ...kindOf(member, original, alike) })
  }
  const moved = members.some((member) => member !== document) ? await getCopies(tx, original.document_id) : []
  await openAll(
    tx,
    moved.filter((id) => id !== document_id).map((id) => ({ stage: 'resolve', id })),
  )
}

function asPage({ document_id, url, title, text, published_at }: StoredReadable): DatedPage {
  return { id: document_id, url: url ?? null, title, text, published_at }
}

type Alike = readonly { other: StoredReadable; likeness: Likeness }[]

function kindOf(member: StoredReadable, original: StoredReadable, alike: Alike): { kind: NonNullable<Likeness['kind']>; jaccard: number } {
  const ids = [member.document_id, original.document_id]
  const known = alike.find(({ other }) => ids.includes(other.document_id))?.likeness
  const { kind, jaccard } = known ?? compareTexts(asPage(original), asPage(member))
  return { kind: kind ?? 'near', jaccard }
}
