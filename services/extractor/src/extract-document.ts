import { type Outcome, ReadableDocument, type Work } from '@tipwire/domain'
import { extractionVersion } from '@tipwire/extraction'
import { finishWork, getReadable, type Store, saveReading, saveToldDocument } from '@tipwire/store'
import type { Read } from './open-reader.ts'

export type ExtractTools = { store: Store; run_id: string; read: Read }

/** Reads one document and stores the reading, with what reports show of it. Skipped when there is no text to read any more, or a newer version has taken its place. */
export async function extractDocument({ store, run_id, read }: ExtractTools, work: Work): Promise<Outcome> {
  const document = await getReadable(store.db, work.id)
  const reason = !document ? 'unknown-document' : !document.text_held ? 'text-not-held' : document.superseded_by !== null ? 'superseded' : null
  if (document && reason === null) {
    const { reading, told } = await read(ReadableDocument.parse(document))
    const outcome: Outcome = { kind: 'done', next: [{ stage: 'resolve', id: work.id }] }
    await store.transaction(async (tx) => {
      await saveReading(tx, { document_id: work.id, reader_version: extractionVersion, reading, run_id })
      if (told !== null) await saveToldDocument(tx, { document_id: work.id, ...told })
      await finishWork(tx, { work, outcome, run_id })
    })
    return outcome
  }
  const outcome: Outcome = { kind: 'skipped', reason: reason ?? 'unknown-document' }
  await store.transaction((tx) => finishWork(tx, { work, outcome, run_id }))
  return outcome
}
