import { dayText, h, link, marked } from './dom.js'

/** All words behind a row, those of the number first; losing values stay beside the shown one and say so. */
export function evidenceList(words, { reports, first }) {
  const shown = words.map((one) => withContext(one, words)).filter((one) => one.context)
  if (shown.length === 0) return h('p', { class: 'none' }, 'No words are shown to this role.')
  const byReport = new Map(reports.map((report) => [report.report_id, report]))
  // A sentence that other words lit up already tells nothing more.
  const lit = new Set(shown.filter((one) => one.words !== null && one.context !== one.evidence.quote).map((one) => `${one.evidence.report_id} ${one.context}`))
  const isNew = (one) => !(one.context === one.evidence.quote && lit.has(`${one.evidence.report_id} ${one.context}`))
  const seen = new Set()
  const isFirst = ({ evidence, context, words: lit }) => {
    const key = JSON.stringify([evidence.report_id, evidence.field, evidence.value_text, context, lit])
    return seen.size < seen.add(key).size
  }
  const all = shown.filter(isNew).filter(isFirst)
  const item = (one) => evidenceItem(one, byReport.get(one.evidence.report_id))
  const list = (some) => h('ul', { class: 'evidence' }, some.toSorted((a, b) => Number(b.evidence.agrees) - Number(a.evidence.agrees)).map(item))
  const [own, other] = [all.filter((one) => one.evidence.field === first), all.filter((one) => one.evidence.field !== first)]
  if (own.length === 0) return list(other)
  return [list(own), other.length > 0 && h('details', {}, h('summary', {}, 'Words behind what, when and where'), list(other))].filter(Boolean)
}

function evidenceItem({ evidence, context, words }, report) {
  return h(
    'li',
    { class: evidence.agrees ? '' : 'loses' },
    h('span', { class: 'field' }, evidence.field, ' ', h('b', {}, evidence.value_text), evidence.agrees ? null : ' (not the shown value)'),
    quote({ context, words }),
    h(
      'span',
      { class: 'by' },
      report ? link(report.url, report.publisher ?? 'report') : 'report',
      report ? ` · ${dayText(report.published_at) ?? 'no date'} · ${report.role}` : '',
    ),
  )
}

/** A value's words inside the widest quote of the same report that holds them. */
function withContext(evidence, all) {
  const words = evidence.quote
  if (!words) return { evidence, context: null, words: null }
  const around = all.filter(
    (one) =>
      one.quote &&
      one.report_id === evidence.report_id &&
      one.part === evidence.part &&
      one.char_start <= evidence.char_start &&
      one.char_end >= evidence.char_end,
  )
  const widest = around.reduce((best, one) => (one.quote.length > best.length && one.quote.includes(words) ? one.quote : best), words)
  return { evidence, context: widest, words: widest === words ? wordsWithin(words, evidence.value_text) : words }
}

/** "14" within "14 Indian citizens"; all of "Fourteen Indians", which says it in letters. */
function wordsWithin(quote, value) {
  const isShort = quote.length <= 60
  return isShort && !quote.toLowerCase().includes(value.toLowerCase()) ? quote : value
}

/** The sentence to show beside a number: from the report that stands first, else the fullest one. */
export function bestWords(all, field, reports) {
  const first = new Set(reports.filter((report) => report.role === 'first').map((report) => report.report_id))
  const candidates = all.filter((one) => one.field === field && one.agrees && one.quote).map((one) => withContext(one, all))
  const rank = (one) => (first.has(one.evidence.report_id) ? 1000 : 0) + one.context.length
  return candidates.toSorted((a, b) => rank(b) - rank(a))[0] ?? null
}

/** A sentence with the words of the value marked. One that begins with a quotation mark needs none of ours. */
export function quote({ context, words }) {
  return h('q', { class: /^[“"'‘«]/.test(context) ? 'bare' : null }, marked(context, words))
}
