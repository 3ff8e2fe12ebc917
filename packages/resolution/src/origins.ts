import type { SourceKind } from '@tipwire/domain'
import { bodyKey, folded, isResponsibleBody } from './names.ts'
import type { Telling, TellingDocument, ToldEvent } from './types.ts'

const RESPONSIBLE_KINDS: ReadonlySet<SourceKind> = new Set(['official_gov', 'embassy', 'police', 'court', 'igo'])

/**
 * Where each document has it from. Copies, embedded posts, reports that rest on the same body's statement and that body's own post share one origin;
 * then comes a credited agency, then the publisher.
 */
export function originsOf(tellings: readonly Telling[]): Map<string, string> {
  const groupOf = joinedDocuments(tellings.map(({ document }) => document))
  const groups = Map.groupBy(tellings, ({ document }) => groupOf.get(document.document_id))
  return new Map([...groups.values()].flatMap((group) => group.map(({ document }) => [document.document_id, originOfGroup(group)] as const)))
}

/** Documents joined by copying and by showing: a page that shows a post has it from where the post has it. */
function joinedDocuments(documents: readonly TellingDocument[]): Map<string, string> {
  const groupOf = new Map<string, string>()
  for (const { document_id, duplicate_of, parent_document_id } of documents) {
    const joined = [document_id, duplicate_of, parent_document_id].filter((id) => id !== null)
    const old = new Set(joined.map((id) => groupOf.get(id) ?? id))
    const group = [...old].sort()[0] as string
    for (const id of joined) groupOf.set(id, group)
    for (const [id, other] of groupOf) if (old.has(other)) groupOf.set(id, group)
  }
  return groupOf
}

function originOfGroup(group: readonly Telling[]): string {
  const ordered = group.toSorted((a, b) => (a.sort_key < b.sort_key ? -1 : 1))
  const origins = ordered.map((telling) => originOf(telling.document, announcerOf(telling.events)))
  return origins.find((origin) => origin.startsWith('statement of')) ?? origins.find((origin) => origin.startsWith('agency')) ?? (origins[0] as string)
}

/** Origin of one document by itself. */
export function originOf(document: TellingDocument, announcer: string | null): string {
  if (document.source_actor !== null) return `statement of ${bodyKey(document.source_actor)}`
  if (announcer !== null) return `statement of ${bodyKey(announcer)}`
  if (document.agency !== null) return `agency ${folded(document.agency)}`
  return document.publisher === null ? `source ${document.source_id}` : `publisher ${folded(document.publisher)}`
}

function announcerOf(events: readonly ToldEvent[]): string | null {
  return events.find(({ announced_by }) => announced_by !== null)?.announced_by?.name ?? null
}

/** Does a responsible body itself say it here: in its own source, or in words quoted from it? */
export function isOfficial(document: TellingDocument, event: ToldEvent): boolean {
  if (document.source_actor !== null && RESPONSIBLE_KINDS.has(document.source_kind)) return true
  return event.announced_by !== null && event.announced_by.attribution === 'direct_quote' && isResponsibleBody(event.announced_by.name)
}

/** Has a public body said so at all: its own source, quoted or paraphrased? */
export function isAnnounced(document: TellingDocument, event: ToldEvent): boolean {
  return document.source_actor !== null || event.announced_by !== null
}

const CREDIT =
  /(?:\((PTI|ANI|IANS|AP|AFP|Reuters|Xinhua|EFE|ANSA|dpa|Kyodo|Bernama|Antara|TASS|Yonhap|VNA|PNA|UNB|BSS|APP|Anadolu)\)|[-–—]\s?(PTI|ANI|IANS|AFP|Reuters|Xinhua|EFE|dpa|Kyodo|Bernama|Antara|Yonhap|VNA|PNA)\s*$|^By (?:the )?(Associated Press|Reuters|Agence France-Presse)\b)/im

/** The news agency that a text credits at its start or end, or null. */
export function agencyCredit(text: string): string | null {
  const match = CREDIT.exec(`${text.slice(0, 400)}\n${text.slice(-200)}`)
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? null)
}
