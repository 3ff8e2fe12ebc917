/**
 * Makes an element. Text goes in as text, never as markup: what a feed says cannot become part of the page.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] `class`, `on…` listeners, and attributes; false and null are left out
 * @param {...(Node | string | number | null | undefined | false | (Node | string | null)[])} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(
    ...children
      .flat()
      .filter((child) => child !== null && child !== undefined && child !== false)
      .map((child) => (child instanceof Node ? child : String(child))),
  )
  return element
}

/** A link to a page elsewhere; only http and https become links. */
export function link(url, text) {
  const target = URL.parse(url ?? '')
  if (!target || !/^https?:$/.test(target.protocol)) return h('span', {}, text)
  return h('a', { href: target.href, rel: 'noopener noreferrer nofollow', target: '_blank' }, text)
}

/** A quote with the words of a value marked, wherever they stand in it. */
export function marked(quote, words) {
  const at = words ? quote.toLowerCase().indexOf(words.toLowerCase()) : -1
  if (at < 0) return [quote]
  return [quote.slice(0, at), h('mark', {}, quote.slice(at, at + words.length)), quote.slice(at + words.length)]
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' })
export function countryName(code) {
  return code && /^[A-Z]{2}$/.test(code) ? regions.of(code) : (code ?? null)
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const timeFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
export const dayText = (day) => (day ? dayFormat.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)) : null)
export const timeText = (instant) => (instant ? timeFormat.format(new Date(instant)) : null)

export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`
}
