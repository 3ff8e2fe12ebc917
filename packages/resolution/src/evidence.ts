import { type Evidence, eventTypes } from '@tipwire/domain'
import { meets, numberText } from './numbers.ts'
import { countClaimId, placesDiffer } from './tell.ts'
import type { EventColumns, EvidenceFacts, Telling, TellingDocument, ToldEvent } from './types.ts'
import type { Told } from './values.ts'

type Value = Readonly<{ field: string; value_text: string; agrees: boolean }>

/** The words behind the values of an event, those that lost included. */
export function evidenceOf(columns: Omit<EventColumns, 'title'>, tolds: readonly Told[]): EvidenceFacts[] {
  return distinct(tolds.flatMap(({ telling, event }) => [...factEvidence(columns, telling, event), ...countEvidence(columns, telling, event)]))
}

function factEvidence(columns: Omit<EventColumns, 'title'>, telling: Telling, event: ToldEvent): EvidenceFacts[] {
  return event.evidence.flatMap((words) =>
    valuesOf(words, columns, event).map((value) => row(telling.document, words, { ...value, claim_id: event.claim_id, claim_kind: 'event' })),
  )
}

/** What a span stands for, by its role. */
function valuesOf({ role = 'trigger' }: Evidence, columns: Omit<EventColumns, 'title'>, event: ToldEvent): Value[] {
  const value = (field: string, value_text: string | null, agrees = true): Value[] =>
    value_text === null || value_text === '' ? [] : [{ field, value_text, agrees }]
  const shown = { from: columns.occurred_from, to: columns.occurred_to }
  switch (role) {
    case 'trigger':
      return value('type', eventTypes[event.type].label, event.type === columns.type && event.status === columns.status)
    case 'date':
      return value(
        'occurred',
        event.occurred,
        event.span !== null && shown.from !== null && shown.to !== null && event.span.from <= shown.to && shown.from <= event.span.to,
      )
    case 'place':
      return event.place === null
        ? value('country', event.country, event.country === columns.country)
        : value('place', event.place, columns.place !== null && !placesDiffer(event.place, columns.place))
    case 'nationality':
      return value('nationalities', event.nationalities.join(', '))
    case 'actor':
      return value('bodies', event.actors.map(({ name }) => name).join('; '))
    case 'exploitation':
      return value('exploitation', event.exploitation.join(', '))
    case 'count':
      return []
  }
}

function countEvidence(columns: Omit<EventColumns, 'title'>, telling: Telling, event: ToldEvent): EvidenceFacts[] {
  return event.counts.flatMap((count, position) => {
    const isHead = count.measure === columns.measure
    const agrees = !isHead || meets(count, { min: columns.people_low, max: columns.people_high })
    return count.evidence.map((words) =>
      row(telling.document, words, {
        claim_id: countClaimId(event.claim_id, position),
        claim_kind: 'event_count',
        field: isHead ? 'people' : count.measure,
        value_text: numberText(count),
        agrees,
      }),
    )
  })
}

/** One row of evidence: where the words stand and what they say. */
export function row(document: TellingDocument, words: Evidence, value: Value & Pick<EvidenceFacts, 'claim_id' | 'claim_kind'>): EvidenceFacts {
  const part = document.parent_document_id !== null ? 'embedded_post' : words.field === 'title' ? 'headline' : 'body'
  return { document_id: document.document_id, ...value, part, char_start: words.start, char_end: words.end, quote: words.quote.slice(0, 300) }
}

export function distinct(rows: readonly EvidenceFacts[]): EvidenceFacts[] {
  const seen = new Map(rows.map((one) => [[one.claim_id, one.field, one.value_text, one.part, one.char_start, one.char_end].join(' '), one]))
  return [...seen.keys()].sort().map((key) => seen.get(key) as EvidenceFacts)
}
