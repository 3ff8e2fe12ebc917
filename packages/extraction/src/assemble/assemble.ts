import type { Reading, ReadingEvent } from '@tipwire/domain'
import type { Annotated } from '../annotate/types.ts'
import type { EventMention } from '../events/types.ts'
import type { FigureMention } from '../figures/types.ts'
import { nameActors } from './actors.ts'
import { addAmounts } from './amounts.ts'
import { seatCourts } from './courts.ts'
import { type Evidencer, evidencer, type Redacting } from './evidence.ts'
import { inherit } from './inherit.ts'
import { mergeMentions } from './merge.ts'
import { address, resolvePeople, stateExploitation } from './people.ts'
import { selectEvents } from './select.ts'
import { toStatistics } from './statistics.ts'
import type { Draft } from './types.ts'
import { locate } from './where.ts'

type Found = Readonly<{ events: readonly EventMention[]; figures: readonly FigureMention[] }>

/** One reading out of all tellings: repeated mentions become one, places and people are settled, names go. */
export function assemble(doc: Annotated, { events, figures }: Found, redacting: Redacting): Reading {
  const evidence = evidencer(doc, redacting)
  const merged = mergeMentions(events)
  resolvePeople(doc, merged)
  const drafts = selectEvents(doc, merged)
  stateExploitation(doc, drafts, merged)
  locate(doc, drafts)
  inherit(doc, drafts)
  nameActors(doc, drafts)
  seatCourts(doc, drafts)
  addAmounts(doc, drafts)
  address(doc, drafts)
  return { relevant: true, events: drafts.map((draft) => toEvent(draft, evidence, redacting)), statistics: toStatistics(doc, { figures, drafts }, evidence) }
}

function toEvent(draft: Draft, evidence: Evidencer, redacting: Redacting): ReadingEvent {
  const safe = (name: string): boolean => !redacting.holdsName(name)
  return {
    type: draft.type,
    status: draft.status,
    occurred: draft.date?.edtf ?? null,
    country: draft.country,
    ...(draft.toCountry === null ? {} : { to_country: draft.toCountry }),
    place: draft.place && safe(draft.place.name) ? draft.place.name : null,
    counts: draft.counts.map(({ groups, span, ...count }) => ({
      ...count,
      evidence: evidence([...groups, ...(span ? [span] : [])].map((one) => ({ span: one, role: 'count' as const }))),
    })),
    nationalities: draft.counts.length > 0 || draft.type === 'advisory_warning' ? draft.nationalities : [],
    exploitation: draft.exploitation,
    actors: draft.actors
      .filter((actor) => safe(actor.name))
      .map(({ name, role, country }) => ({ name, role: role as ReadingEvent['actors'][number]['role'], country })),
    announced_by: draft.announcedBy && safe(draft.announcedBy.name) ? draft.announcedBy : null,
    evidence: evidence([
      ...draft.mentions.map(({ trigger }) => ({ span: trigger, role: 'trigger' as const })),
      ...(draft.date ? [{ span: draft.date, role: 'date' as const }] : []),
      ...(draft.place ? [{ span: draft.place, role: 'place' as const }] : []),
    ]),
  }
}
