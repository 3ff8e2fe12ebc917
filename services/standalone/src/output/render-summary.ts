import type { Summary } from '@tipwire/store'

export type Welcome = { sample: boolean; summary: Summary; url: string; connect: string }

const EXCERPT = 40

/** What a start prints: the first event with its words, what there is so far, and where to go on. */
export function renderWelcome({ sample, summary, url, connect }: Welcome): string {
  const lines = [sample ? 'Tipwire runs. SAMPLE DATA: invented news, kept apart from yours.' : 'Tipwire runs.']
  const { first } = summary
  if (first) lines.push(row('first event', `${headline(first)}${first.quote ? `      "${excerpt(first.quote, first.value_text)}"` : ''}`))
  lines.push(row('so far', soFar(summary)))
  lines.push(row('look', url))
  lines.push(row('ask', 'npx tipwire sql "select title, rescued, independent_sources from tipwire.incidents"'))
  lines.push(row('connect', connect))
  return `${lines.join('\n')}\n`
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(13)} ${value}`
}

function soFar({ documents, incidents, told_by_several, figures }: Summary): string {
  const several = told_by_several > 0 ? ` (${told_by_several} told by more than one outlet)` : ''
  return `${count(documents, 'document')} → ${count(incidents, 'incident')}${several}, ${count(figures, 'figure')} that ${figures === 1 ? 'is' : 'are'} not ${figures === 1 ? 'an event' : 'events'}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

const countries = new Intl.DisplayNames('en', { type: 'region' })

/** The title, with the country and the day where it does not name them. */
function headline({ title, country, timeline_date, timeline_basis }: NonNullable<Summary['first']>): string {
  const date = day.format(new Date(`${timeline_date}T00:00:00Z`))
  const where = country === null ? undefined : countries.of(country)
  const when = timeline_basis === 'day' ? date : `${basisWords[timeline_basis] ?? 'about'} ${date}`
  return [title, ...[where, when].filter((part) => part !== undefined && !title.includes(part))].join(', ')
}

const basisWords: Readonly<Record<string, string>> = { announced: 'announced', first_reported: 'reported', period: 'about' }

/** A few words of the quote around the value, cut at spaces. */
export function excerpt(quote: string, value: string | null): string {
  if (quote.length <= EXCERPT) return quote
  const found = value ? quote.indexOf(value) : -1
  const from = Math.max(0, found)
  const cut = quote.slice(from, from + EXCERPT).replace(/\s+\S*$/, '')
  return `${from > 0 ? '…' : ''}${cut}${from + cut.length < quote.length ? '…' : ''}`
}
