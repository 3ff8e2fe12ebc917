import { countryName, dayText, h, link, plural } from './dom.js'
import { bestWords, evidenceList, quote } from './evidence.js'

/**
 * One incident as a card: what happened with each number beside its words, what is planned or warned of, and the other
 * figures in its reports, which are never added.
 */
export function card(detail, labels) {
  const { incident, events, also_told, other_figures } = detail
  const context = { detail, labels }
  return h(
    'article',
    { class: 'card', 'aria-labelledby': incident.incident_id, 'data-id': incident.incident_id },
    head(incident, labels),
    h(
      'div',
      { class: 'lines' },
      events.map((event) => eventLine(event, context)),
      also_told.map((event) => eventLine(event, { ...context, beside: true })),
    ),
    other_figures.length > 0 &&
      h(
        'section',
        { class: 'figures' },
        h('h4', {}, 'Other figures in these reports ', h('span', { class: 'never' }, 'never added to the above')),
        other_figures.map((figure) => figureLine(figure, context)),
      ),
    foot(detail, labels),
  )
}

function head(incident, labels) {
  const place = [incident.place, countryName(incident.country)].filter(Boolean).join(', ')
  const unplaced = incident.country && !incident.place ? ', place not stated' : ''
  return h(
    'header',
    {},
    h('h3', { id: incident.incident_id }, incident.title),
    h(
      'p',
      { class: 'where' },
      place ? `${place}${unplaced}` : 'place not stated',
      ' · ',
      h('time', { datetime: incident.timeline_date }, dayText(incident.timeline_date)),
      ` (${labels.timeline_basis[incident.timeline_basis] ?? incident.timeline_basis})`,
    ),
    h(
      'p',
      { class: 'trust' },
      h(
        'span',
        {
          class: `badge ${incident.verification}`,
          title: 'reported: one origin · corroborated: two or more · official: a responsible body said it itself · disputed: a body denies it',
        },
        labels.verification[incident.verification] ?? incident.verification,
      ),
      h('span', { title: 'Copies and reports of one statement count once.' }, plural(incident.independent_sources, 'independent source')),
      h('span', {}, plural(incident.reports, 'report')),
      h('span', {}, labels.checked[incident.checked] ?? incident.checked),
      incident.numbers_disputed && h('span', { class: 'warn' }, 'reports disagree on a number'),
    ),
  )
}

function eventLine(event, { detail, labels, beside = false }) {
  const words = detail.evidence.filter((one) => one.event_id === event.event_id)
  const reports = detail.reports.filter((one) => one.event_id === event.event_id)
  const best = bestWords(words, 'people', reports) ?? bestWords(words, 'type', reports)
  const { button, panel } = opener({
    text: peopleText(event, labels),
    label: `the words behind ${event.title}`,
    content: () => evidenceList(words, { reports, first: 'people' }),
  })
  return h(
    'div',
    { class: `line ${beside ? 'beside' : ''}` },
    h('span', { class: `status ${event.status}` }, labels.status[event.status] ?? event.status),
    h('span', { class: 'type' }, labels.event_type[event.type] ?? event.type),
    button,
    h('span', { class: 'quote' }, best ? quote(best) : h('span', { class: 'none' }, 'no words shown')),
    h('span', { class: 'said' }, movement(event), publishers(reports), mentions(words)),
    beside && h('span', { class: 'note' }, event.status === 'happened' ? 'beside the incident' : 'not counted'),
    panel,
  )
}

function figureLine(figure, { detail, labels }) {
  const words = detail.evidence.filter((one) => one.statistic_id === figure.statistic_id)
  const reports = detail.reports.filter((one) => one.statistic_id === figure.statistic_id)
  const kind = labels.statistic_kind[figure.kind] ?? figure.kind
  const { button, panel } = opener({
    text: figure.value_text ?? String(figure.value_low ?? figure.value_high ?? '?'),
    label: `the words behind this ${kind}`,
    content: () => [
      h('p', { class: 'explain' }, `A ${kind}${figure.basis === 'estimate' ? ', an estimate' : ''}; never added to events.`),
      evidenceList(words, { reports, first: 'value' }),
    ],
  })
  const of = [
    figure.nationalities.length > 0 ? `of ${figure.nationalities.map(countryName).join(', ')}` : '',
    figure.country ? `in ${countryName(figure.country)}` : '',
  ]
    .filter(Boolean)
    .join(' ')
  return h(
    'div',
    { class: 'line figure' },
    h('span', { class: 'status' }, figure.basis === 'estimate' ? 'estimate' : kind),
    h('span', { class: 'type' }, labels.measure[figure.measure] ?? figure.measure),
    button,
    h('span', { class: 'quote' }, of),
    h(
      'span',
      { class: 'said' },
      h('span', {}, figure.said_by ?? figure.cited_work ?? 'nobody named'),
      h('span', {}, dayText(figure.to_date) ?? 'date not stated'),
    ),
    figure.series_break && h('span', { class: 'note warn' }, labels.series_break[figure.series_break] ?? figure.series_break),
    panel,
  )
}

/** A button that opens what stands behind it; the content is made when first opened. */
function opener({ text, label, content }) {
  const panel = h('div', { class: 'panel', hidden: true })
  const button = h('button', { type: 'button', class: 'number', 'aria-expanded': 'false', 'aria-label': `${text}: show ${label}` }, text)
  button.addEventListener('click', () => {
    const open = button.getAttribute('aria-expanded') !== 'true'
    if (open && !panel.hasChildNodes()) panel.append(...[content()].flat(2))
    button.setAttribute('aria-expanded', String(open))
    panel.hidden = !open
  })
  return { button, panel }
}

function peopleText(event, labels) {
  if (!event.people_text) return 'no number'
  return event.measure ? `${event.people_text} ${labels.measure[event.measure] ?? event.measure}` : event.people_text
}

function movement(event) {
  return event.to_country ? h('span', {}, `${countryName(event.country) ?? '?'} → ${countryName(event.to_country)}`) : null
}

function publishers(reports) {
  const names = [...new Set(reports.map((report) => report.publisher).filter(Boolean))]
  return names.length > 0 && h('span', {}, names.slice(0, 3).join(', '), names.length > 3 ? ` and ${names.length - 3} more` : '')
}

function mentions(words) {
  const count = new Set(words.filter((one) => one.field === 'people' && one.agrees).map((one) => `${one.report_id} ${one.char_start}`)).size
  return count > 1 && h('span', { class: 'mentions' }, `${count} mentions`)
}

function foot({ incident, reports }, labels) {
  const unique = [...new Map(reports.map((report) => [report.report_id, report])).values()]
  return h(
    'footer',
    {},
    incident.follows && h('p', {}, 'Follows ', jump(incident.follows, 'an earlier incident of the same case')),
    incident.maybe_same_as.length > 0 &&
      h(
        'p',
        { class: 'warn' },
        'May be the same as ',
        incident.maybe_same_as.flatMap((id, index) => [index > 0 ? ', ' : '', jump(id, 'another incident')]),
        ' (undecided)',
      ),
    h(
      'details',
      {},
      h('summary', {}, plural(unique.length, 'report')),
      h(
        'ul',
        { class: 'reports' },
        unique.map((report) =>
          h(
            'li',
            {},
            link(report.url, report.headline ?? report.url ?? 'no headline'),
            h(
              'span',
              { class: 'by' },
              ` ${[report.publisher, dayText(report.published_at), labels.report_role[report.role] ?? report.role, report.availability === 'live' ? '' : (labels.availability[report.availability] ?? report.availability)].filter(Boolean).join(' · ')}`,
            ),
          ),
        ),
      ),
    ),
  )
}

function jump(id, text) {
  return h('a', { href: `#${id}` }, text)
}
