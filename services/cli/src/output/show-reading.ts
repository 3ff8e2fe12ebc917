import {
  type Evidence,
  eventTypes,
  figureKinds,
  measures,
  type ReadableDocument,
  type Reading,
  type ReadingEvent,
  type ReadingStatistic,
} from '@tipwire/domain'
import type { Redactor } from '@tipwire/privacy'
import { numberText } from './number-text.ts'

/** What a marked piece of text is: the part that it plays in an event, or a figure that is no event. */
type Part = NonNullable<Evidence['role']> | 'figure'
type Mark = Readonly<{ start: number; end: number; part: Part }>
type Style = Readonly<{ colours: boolean }>
type Shown = Readonly<{ document: ReadableDocument; reading: Reading; redactor: Redactor }>

const RESET = '\u001b[0m'
const ansi: Readonly<Record<Part, string>> = {
  trigger: '\u001b[1;31m',
  count: '\u001b[1;32m',
  date: '\u001b[36m',
  place: '\u001b[35m',
  nationality: '\u001b[33m',
  actor: '\u001b[34m',
  exploitation: '\u001b[4m',
  figure: '\u001b[7m',
}
const legend: Readonly<Record<Part, string>> = {
  trigger: 'what happened',
  count: 'how many',
  date: 'when',
  place: 'where',
  nationality: 'nationality',
  actor: 'public body',
  exploitation: 'form of exploitation',
  figure: 'a figure that is no event: never added',
}

/** The document with its facts marked, a legend, and the facts below; names of victims, witnesses and private persons are role tokens. */
export function showReading({ document, reading, redactor: { redact } }: Shown, style: Style): string {
  const marks = marksOf(reading)
  const title = paint({ length: document.title.length, redact: (start, end) => redact('title', start, end) }, marks.title, style)
  const text = paint({ length: document.text.length, redact: (start, end) => redact('text', start, end) }, marks.text, style)
  const shown = new Set([...marks.title, ...marks.text].map((mark) => mark.part))
  return [title, '', text, '', ...legendLines(shown, style), '', ...factLines(reading)].join('\n').trimStart()
}

/** Evidence without a role is the sentence around; marking it would colour everything. */
function marksOf(reading: Reading): { title: Mark[]; text: Mark[] } {
  const marks = { title: [] as Mark[], text: [] as Mark[] }
  const add = (evidence: readonly Evidence[], forced?: Part) => {
    for (const { field, start, end, role } of evidence) if (role !== undefined) marks[field].push({ start, end, part: forced ?? role })
  }
  for (const event of reading.events) {
    add(event.evidence)
    for (const count of event.counts) add(count.evidence)
  }
  for (const statistic of reading.statistics) add(statistic.evidence, 'figure')
  return marks
}

/** The text in pieces between the ends of all marks; where marks overlap, the shortest one shows. */
function paint({ length, redact }: { length: number; redact: (start: number, end: number) => string }, marks: readonly Mark[], style: Style): string {
  const ends = [...new Set([0, length, ...marks.flatMap(({ start, end }) => [start, end])])].filter((at) => at <= length).sort((a, b) => a - b)
  const pieces: { start: number; end: number; part: Part | null }[] = []
  for (const [index, start] of ends.slice(0, -1).entries()) {
    const end = ends[index + 1] as number
    const part = topPart(marks, start, end)
    const last = pieces.at(-1)
    if (last?.part === part) last.end = end
    else pieces.push({ start, end, part })
  }
  return pieces.map(({ start, end, part }) => decorate(redact(start, end), part, style)).join('')
}

function topPart(marks: readonly Mark[], start: number, end: number): Part | null {
  const covering = marks.filter((mark) => mark.start <= start && mark.end >= end)
  const shortest = covering.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
  return shortest?.part ?? null
}

function decorate(text: string, part: Part | null, { colours }: Style): string {
  if (part === null || text.trim() === '') return text
  return colours ? `${ansi[part]}${text}${RESET}` : `[${text}|${part}]`
}

function legendLines(shown: ReadonlySet<Part>, style: Style): string[] {
  const parts = (Object.keys(legend) as Part[]).filter((part) => shown.has(part))
  return parts.map((part) => `  ${style.colours ? decorate(part, part, style) : part}${' '.repeat(14 - part.length)}${legend[part]}`)
}

function factLines(reading: Reading): string[] {
  if (reading.unsupported_language) return ['No pack for this language yet: the document would be stored and nothing is guessed.']
  if (!reading.relevant) return ['Not about trafficking in persons: no events.']
  const events = reading.events.map(eventLine)
  const figures = reading.statistics.map(figureLine)
  return [...(events.length > 0 ? events : ['No events.']), ...(figures.length > 0 ? ['Other figures (never added to the above)', ...figures] : [])]
}

function eventLine(event: ReadingEvent): string {
  const people = event.counts.map((count) => `${numberText(count)} ${measures[count.measure].label}`).join(', ') || 'no number'
  const where = [event.place, event.country].filter(Boolean).join(', ') || 'place not stated'
  return `  ${event.status.padEnd(9)} ${eventTypes[event.type].label.padEnd(22)} ${people.padEnd(20)} ${where} · ${event.occurred ?? 'date not stated'}`
}

function figureLine(statistic: ReadingStatistic): string {
  const of = [...statistic.nationalities, statistic.country ? `in ${statistic.country}` : ''].filter(Boolean).join(' ')
  const who = statistic.said_by ?? statistic.cited_work ?? 'nobody named'
  return `  ${figureKinds[statistic.kind].label.padEnd(18)} ${numberText(statistic)} ${measures[statistic.measure].label} ${of} · ${who} · ${statistic.as_of ?? 'date not stated'}`
}
