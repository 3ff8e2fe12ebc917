import type { Outcome, Work } from '@tipwire/domain'
import { claimsOf, figuresOf, tell } from '@tipwire/resolution'
import { finishWork, lockResolution, type Store, saveClaims, type Tx, type WriteUnder } from '@tipwire/store'
import { resolveFigures } from './resolve-figures.ts'
import { resolveIncidents } from './resolve-incidents.ts'
import { type Told, toldDocument } from './told-document.ts'

export type ResolveTools = { store: Store; run_id: string }

/**
 * Resolves one document in one transaction, alone under a lock: takes its former tellings and figures back (and those of the version that it replaces),
 * stores the present ones, settles every incident, event and statistic that this touches, and records what changed.
 */
export async function resolveDocument({ store, run_id }: ResolveTools, work: Work): Promise<Outcome> {
  return store.transaction(async (tx) => {
    const commit_id = await lockResolution(tx)
    const told = await toldDocument(tx, work.id)
    const outcome: Outcome = told === null ? { kind: 'skipped', reason: 'unknown-document' } : { kind: 'done', next: [{ stage: 'publish', id: work.id }] }
    if (told !== null) await resolve(tx, told, { reason: told.reason, commit_id, run_id })
    await finishWork(tx, { work, outcome, run_id })
    return outcome
  })
}

async function resolve(tx: Tx, { document, reading, former_versions }: Told, under: WriteUnder): Promise<void> {
  const document_ids = reading === null ? [document.document_id] : [document.document_id, ...former_versions]
  const claims = reading === null ? [] : claimsOf(document, reading)
  await saveClaims(tx, { document_ids, document_id: document.document_id, claims, run_id: under.run_id })
  await resolveIncidents(tx, { document_ids, tellings: reading === null ? [] : tell(document, reading), under })
  await resolveFigures(tx, { document_ids, figures: reading === null ? [] : figuresOf(document, reading), under })
}
