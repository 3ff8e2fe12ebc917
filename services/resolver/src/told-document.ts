import type { ChangeReason, Reading } from '@tipwire/domain'
import { countable, type TellingDocument } from '@tipwire/resolution'
import { getFormerVersions, getReadable, getReading, getToldDocument, type StoredReadable, type Tx } from '@tipwire/store'

export type Told = Readonly<{
  document: TellingDocument
  /** What it says now; null when it tells nothing any more: superseded, withdrawn, deleted, or never read. */
  reading: Reading | null
  /** The versions that it takes the place of; also one that was stored and never came to be resolved. */
  former_versions: readonly string[]
  /** Why its tellings are what they are now. */
  reason: ChangeReason
}>

/** A document as resolution takes it, with its newest reading. Null when there is no such document. */
export async function toldDocument(tx: Tx, document_id: string): Promise<Told | null> {
  const readable = await getReadable(tx, document_id)
  if (readable === undefined) return null
  const reading = stands(readable) ? await getReading(tx, document_id) : undefined
  const agency = (await getToldDocument(tx, document_id))?.agency ?? null
  const former_versions = await getFormerVersions(tx, document_id)
  const original = await originalOf(tx, readable, former_versions)
  return {
    document: asTellingDocument(readable, { agency, original }),
    reading: reading === undefined ? null : countable(reading),
    former_versions,
    reason: reasonOf(readable),
  }
}

/** The first version of the document that this one copies, or of itself. */
async function originalOf(tx: Tx, { document_id, duplicate_of }: StoredReadable, former_versions: readonly string[]): Promise<string> {
  if (duplicate_of === null) return former_versions[0] ?? document_id
  return (await getFormerVersions(tx, duplicate_of))[0] ?? duplicate_of
}

function stands({ superseded_by, availability }: StoredReadable): boolean {
  return superseded_by === null && availability !== 'withdrawn' && availability !== 'deleted'
}

function reasonOf(readable: StoredReadable): ChangeReason {
  if (!stands(readable)) return readable.superseded_by === null ? 'withdrawn' : 'correction'
  return readable.supersedes === null ? 'new_report' : 'correction'
}

function asTellingDocument(readable: StoredReadable, { agency, original }: { agency: string | null; original: string }): TellingDocument {
  const { document_id, text_sha256, source_id, source_kind, source_actor, published_at, url, parent_document_id, version_no, lang, availability } = readable
  const embedded = parent_document_id !== null
  return {
    document_id,
    content_key: text_sha256,
    source_id,
    source_kind,
    source_actor: source_actor ?? null,
    published_at,
    collected_at: readable.fetched_at.toISOString(),
    url: url ?? null,
    // The author of an embedded post may be a private person.
    publisher: embedded ? null : (readable.publisher ?? null),
    duplicate_of: original === document_id ? null : original,
    version_no,
    parent_document_id,
    agency,
    lang,
    availability,
  }
}
