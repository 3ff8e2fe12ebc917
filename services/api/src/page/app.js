import { card } from './card.js'
import { h, plural, timeText } from './dom.js'

const SECOND = 1000
const PAGE = 20
const SHOWN_CHANGES = 40
const at = (id) => document.getElementById(id)
const state = { labels: {}, showcase: null, feed: null, next: null, loaded: PAGE }

async function begin() {
  try {
    const { sample, showcase, labels } = await getJson('/page.json')
    Object.assign(state, { labels, showcase })
    at('sample').hidden = !sample
    if (sample) document.title = 'Tipwire (sample data)'
    await Promise.all([showIncidents(), showSources(), showLastChanges()])
  } catch (error) {
    say(`The data cannot be loaded: ${error.message}`)
  }
  at('more').addEventListener('click', showOlder)
  addEventListener('hashchange', showLinked)
  await showLinked()
  setInterval(() => document.hidden || poll(), 3 * SECOND)
  setInterval(() => document.hidden || showSources().catch(() => undefined), 15 * SECOND)
}

/** The newest incidents anew; open panels stay open because unchanged cards are kept. */
async function showIncidents() {
  const { data, next } = await getJson(`/v1/incidents?expand=details&limit=${state.loaded}`)
  await showShowcase()
  const cards = at('cards')
  const former = new Map([...cards.children].map((element) => [element.dataset.id, element]))
  cards.replaceChildren(...data.filter(isNotShowcase).map((detail) => keepOrMake(detail, former.get(detail.incident.incident_id))))
  state.next = next
  at('more').hidden = next === null
  if (data.length === 0) say('No incident yet. Sources are being read; this page fills by itself.')
  else say('')
}

/** Of the sample, the incident that shows most stands first. */
async function showShowcase() {
  if (state.showcase === null) return
  const detail = await getJson(`/v1/incidents/${encodeURIComponent(state.showcase)}`).catch(() => null)
  const start = at('start')
  start.hidden = detail === null
  if (detail !== null) at('showcase').replaceChildren(keepOrMake(detail, at('showcase').firstElementChild))
}

function keepOrMake(detail, former) {
  const stamp = JSON.stringify(detail)
  if (former?.stamp === stamp) return former
  const made = card(detail, state.labels)
  made.stamp = stamp
  if (former) made.classList.add('fresh')
  return made
}

const isNotShowcase = ({ incident }) => incident.incident_id !== state.showcase

async function showOlder() {
  if (state.next === null) return
  const { data, next } = await getJson(`/v1/incidents?expand=details&limit=${PAGE}&cursor=${encodeURIComponent(state.next)}`)
  const made = data.filter(isNotShowcase).map((detail) => keepOrMake(detail, undefined))
  at('cards').append(...made)
  made[0]?.querySelector('button')?.focus()
  state.next = next
  state.loaded = Math.min(50, state.loaded + PAGE)
  at('more').hidden = next === null
}

/** An incident that a link names and that is not on the page yet is fetched and put at its end. */
async function showLinked() {
  const id = location.hash.slice(1)
  if (!/^inc_\w+$/.test(id)) return
  try {
    if (!at(id)) at('cards').append(keepOrMake(await getJson(`/v1/incidents/${encodeURIComponent(id)}`), undefined))
    at(id).scrollIntoView()
  } catch (error) {
    say(error.message)
  }
}

async function showSources() {
  const { data } = await getJson('/v1/sources')
  const watched = data.filter((source) => source.state !== 'paused')
  const alive = watched.filter((source) => source.state === 'ok' && !source.silent)
  const silent = watched.filter((source) => source.state === 'ok' && source.silent)
  const notes = [silent.length > 0 && `${silent.length} silent`, data.length > watched.length && `${data.length - watched.length} paused`].filter(Boolean)
  at('sources-summary').textContent =
    `${[`${alive.length} of ${plural(watched.length, 'source')} alive`, ...notes].join(', ')}. A zero means little where no source is alive.`
  const order = (source) => (source.state === 'ok' ? (source.silent ? 1 : 2) : 0)
  at('sources').replaceChildren(
    ...watched
      .toSorted((a, b) => order(a) - order(b))
      .map((source) =>
        h(
          'li',
          { class: source.silent && source.state === 'ok' ? 'silent' : source.state },
          h('span', { class: 'dot', 'aria-hidden': 'true' }),
          h('span', {}, source.name),
          h('span', { class: 'by' }, sourceNote(source)),
        ),
      ),
  )
}

function sourceNote(source) {
  const label = state.labels.source_state?.[source.state] ?? source.state
  if (source.state === 'new') return 'not fetched yet'
  if (source.state !== 'ok') return `${label}${source.state_reason ? `: ${source.state_reason}` : ''}`
  if (source.silent) return 'silent: nothing new for long'
  return source.last_new_content_at ? `new content ${timeText(source.last_new_content_at)}` : 'ok'
}

async function showLastChanges() {
  const { data, cursor } = await getJson('/v1/changes?last=60')
  state.feed = cursor
  at('changes').replaceChildren(...data.filter(isShown).reverse().slice(0, SHOWN_CHANGES).map(changeItem))
}

let polling = false
async function poll() {
  if (polling || state.feed === null) return
  polling = true
  try {
    const { data, cursor } = await getJson(`/v1/changes?limit=200&after=${encodeURIComponent(state.feed)}`)
    state.feed = cursor
    if (data.length > 0) await showNews(data)
    if (at('notice').dataset.lost) say('')
  } catch (error) {
    if (error.code === 'FEED_REPLACED') location.reload()
    else say('No connection to Tipwire; trying again.', { lost: true })
  } finally {
    polling = false
  }
}

async function showNews(changes) {
  const list = at('changes')
  for (const change of changes.filter(isShown)) list.prepend(changeItem(change))
  while (list.children.length > SHOWN_CHANGES) list.lastElementChild.remove()
  await showIncidents()
}

/** Reports and the events inside an incident change with it; showing all would tell everything twice. */
function isShown(change) {
  if (change.object === 'report') return false
  if (change.action === 'remove') return true
  const isInside = change.object === 'event' && change.row?.incident_id
  if (isNewRow(change)) return !isInside
  const fields = shownFields(change.diff).map(([field]) => field)
  return isInside ? fields.some((field) => ownOfEvents.has(field)) : fields.length > 0
}

// What an event tells that its incident does not.
const ownOfEvents = new Set(['people_low', 'people_high', 'status', 'by_nationality'])

/** A row may get its links in the commit that makes it, and then be at version 2 when it is first told. */
function isNewRow(change) {
  return change.action === 'put' && (change.version === 1 || change.diff?.first_reported_at?.[0] === null)
}

function changeItem(change) {
  const reason = state.labels.change_reason?.[change.reason] ?? change.reason
  const what = change.action === 'remove' ? `${change.object} removed` : isNewRow(change) ? `new ${change.object}` : change.object
  const title = titleOf(change)
  return h(
    'li',
    { class: change.reason },
    h('span', { class: 'by' }, h('time', { datetime: change.at }, timeText(change.at)), ` · ${what} · ${reason}`),
    change.object === 'incident' && change.action === 'put' ? h('a', { href: `#${change.id}` }, title) : h('span', {}, title),
    !isNewRow(change) && change.action === 'put' && diffList(change.diff),
    change.replaced_by?.length > 0 && h('span', { class: 'by' }, `now ${change.replaced_by.join(', ')}`),
  )
}

function titleOf({ title, row, id, object }) {
  if (title) return title
  if (object !== 'statistic' || !row) return id
  const { measure = {}, statistic_kind = {} } = state.labels
  return `${row.value_text ?? ''} ${measure[row.measure] ?? row.measure} (${statistic_kind[row.kind] ?? row.kind})${row.said_by ? `, ${row.said_by}` : ''}`
}

const hidden = new Set(['reports', 'independent_sources', 'changed_at', 'version', 'lat', 'lon', 'first_reported_at', 'title'])
function shownFields(diff) {
  return Object.entries(diff ?? {}).filter(([field, value]) => !hidden.has(field) && Array.isArray(value))
}

function diffList(diff) {
  const fields = shownFields(diff)
  return (
    fields.length > 0 &&
    h(
      'ul',
      { class: 'diff' },
      fields
        .slice(0, 6)
        .map(([field, [was, now]]) => h('li', {}, `${field.replaceAll('_', ' ')}: `, h('del', {}, shortly(was)), ' → ', h('ins', {}, shortly(now)))),
    )
  )
}

function shortly(value) {
  if (value === null || value === undefined) return 'not stated'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function say(text, { lost = false } = {}) {
  const notice = at('notice')
  notice.textContent = text
  if (lost) notice.dataset.lost = 'yes'
  else delete notice.dataset.lost
}

async function getJson(path) {
  const response = await fetch(path, { headers: { accept: 'application/json' } })
  const body = await response.json().catch(() => ({}))
  if (response.ok) return body
  throw Object.assign(new Error(body.detail ?? body.title ?? `status ${response.status}`), { code: body.code })
}

await begin()
