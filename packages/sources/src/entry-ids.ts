import { createHash } from 'node:crypto'
import type { FeedEntry } from '@tipwire/domain'
import { problems } from './problems.ts'

/** A name for an entry that brings none, made of what it holds. */
export function hashId(parts: readonly string[]): string {
  return `sha256:${createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 32)}`
}

/**
 * Entries as they can be stored: one for each id. Two under one id would overwrite each other for ever, so they are told apart by their
 * addresses (`problem` says so); an entry listed twice counts once; one that holds nothing is left out.
 */
export function distinctEntries(entries: readonly FeedEntry[]): { entries: FeedEntry[]; problem: string | null } {
  const seen = new Map<string, Set<string>>()
  const filled = entries.filter(holdsSomething)
  for (const entry of filled) seen.set(entry.id, (seen.get(entry.id) ?? new Set()).add(entry.url ?? entry.title))
  const shared = new Set([...seen].filter(([, addresses]) => addresses.size > 1).map(([id]) => id))
  const renamed = filled.map((entry) => (shared.has(entry.id) ? { ...entry, id: `${entry.id}#${entry.url ?? entry.title}` } : entry))
  return { entries: [...new Map(renamed.map((entry) => [entry.id, entry])).values()], problem: shared.size > 0 ? problems.sharedIds : null }
}

function holdsSomething({ url, title, summary, content, enclosures }: FeedEntry): boolean {
  return url !== null || title !== '' || summary !== null || content !== null || enclosures.length > 0
}
