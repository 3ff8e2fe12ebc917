import type { SourceKind } from '@tipwire/domain'
import { bodyKey, folded, isResponsibleBody } from './names.ts'
import type { Telling, TellingDocument, ToldEvent } from './types.ts'

const RESPONSIBLE_KINDS: ReadonlySet<SourceKind> = new Set(['official_gov', 'embassy', 'police', 'court', 'igo'])

/**
 * Where each document has it from. Copies, embedded posts, reports that rest on the same body's statement and that body's own post share one origin;
 * then comes a credited agency, then the publisher.
 */
export function originsOf(tellings: readonly Telling[]): Map<string, string> {
  const groups = new Map<string, Telling[]>()
  const present = new Map(tellings.map(({ document }) => [document.document_id, document]))
  for (const telling of tellings) {
    const key = copyGroupOf(telling.document, present)
    groups.set(key, [...(groups.get(key) ?? []), telling])
  }
  return new Map([...groups.values()].flatMap((group) => group.map(({ document }) => [document.document_id, originOfGroup(group)] as const)))
}

function copyGroupOf(document: TellingDocument, present: ReadonlyMap<string, TellingDocument>): string {
  if (document.parent_document_id === null) return document.duplicate_of ?? document.document_id
  const parent = present.get(document.parent_document_id)
  return parent === undefined ? document.parent_document_id : (parent.duplicate_of ?? parent.document_id)
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
