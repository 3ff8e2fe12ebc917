import type { DuplicateKind } from '@tipwire/domain'
import { canonicalUrl } from './canonical-url.ts'
import { compareTexts, type Page } from './compare.ts'
import { type Signature, signatureOf } from './signature.ts'

export type DatedPage = Page & Readonly<{ id: string; published_at: string | null }>

export type Duplicate = Readonly<{ id: string; duplicate_of: string; kind: DuplicateKind; jaccard: number }>

/** All copies in a set of documents: each points to the oldest document of its group. The order of the input does not matter. */
export function findDuplicates(documents: readonly DatedPage[]): Duplicate[] {
  const sorted = [...documents].sort(olderFirst)
  const known = new Map<string, DatedPage[]>()
  const rootOf = new Map<string, string>()
  const found = new Map<string, Omit<Duplicate, 'id' | 'duplicate_of'>>()
  for (const page of sorted) {
    const signature = signatureOf(page.text)
    rootOf.set(page.id, page.id)
    for (const candidate of candidatesOf(page, signature, known)) {
      const { kind, jaccard } = compareTexts(candidate, page)
      if (kind === null) continue
      if (!found.has(page.id)) found.set(page.id, { kind, jaccard })
      join(rootOf, sorted, candidate.id, page.id)
    }
    for (const key of keysOf(page, signature)) known.set(key, [...(known.get(key) ?? []), page])
  }
  return sorted.flatMap(({ id }) => {
    const root = rootOf.get(id) as string
    return root === id ? [] : [{ id, duplicate_of: root, ...(found.get(id) ?? { kind: 'near' as const, jaccard: 0 }) }]
  })
}

/** The order in which documents count as the original: oldest first, undated last, then by text, so that ids decide nothing. */
export function olderFirst(a: DatedPage, b: DatedPage): number {
  return timeOf(a) - timeOf(b) || compareWords(a.text, b.text) || compareWords(a.url ?? '', b.url ?? '') || compareWords(a.id, b.id)
}

function timeOf({ published_at }: DatedPage): number {
  return published_at === null ? Number.MAX_SAFE_INTEGER : Date.parse(published_at)
}

function compareWords(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function keysOf(page: DatedPage, signature: Signature): string[] {
  return [`hash ${signature.text_sha256}`, ...(page.url === null ? [] : [`url ${canonicalUrl(page.url)}`]), ...signature.bands]
}

function candidatesOf(page: DatedPage, signature: Signature, known: ReadonlyMap<string, DatedPage[]>): Set<DatedPage> {
  return new Set(keysOf(page, signature).flatMap((key) => known.get(key) ?? []))
}

/** The older of two roots becomes the root of both groups. */
function join(rootOf: Map<string, string>, order: readonly DatedPage[], a: string, b: string): void {
  const [left, right] = [rootOf.get(a) as string, rootOf.get(b) as string]
  if (left === right) return
  const older = order.find(({ id }) => id === left || id === right)?.id as string
  const younger = older === left ? right : left
  for (const [id, root] of rootOf) if (root === younger) rootOf.set(id, older)
}
