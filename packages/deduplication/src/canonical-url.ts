const TRACKING =
  /^(utm_.*|mtm_.*|pk_.*|ga_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid|cmp|ncid|ocid|sr_share|smid|smtyp|spm|ref|ref_src|ref_url|referrer|source|src|from|share|sharetype|via|feature|xtor|at_medium|at_campaign|taid|guccounter|amp|outputtype|output|__twitter_impression|_ga|s_cid|soc_src|soc_trk|partner|rss|traffic_source)$/i
const INDEX_PAGE = /\/(index|default)\.(html?|php|aspx?)$/i

/**
 * The address of the page behind an address: without tracking parameters, AMP and mobile variants, port, fragment and trailing slash,
 * always `https`, parameters sorted. An address that cannot be read comes back as it is, trimmed.
 */
export function canonicalUrl(address: string): string {
  const url = URL.parse(address.trim())
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return address.trim()
  const inner = innerOfAmpCache(url)
  if (inner !== null) return canonicalUrl(inner)
  return `https://${canonicalHost(url.hostname)}${canonicalPath(url.pathname)}${canonicalQuery(url.searchParams)}`
}

/** `cdn.ampproject.org/c/s/site.example/x` and `google.com/amp/s/site.example/x` carry the real address in their path. */
function innerOfAmpCache(url: URL): string | null {
  const path = /(?:\.cdn\.ampproject\.org\/[cv]|^(?:www\.)?google\.[a-z.]+\/amp)\/(s\/)?(.+)$/i.exec(`${url.hostname}${url.pathname}`)
  return path === null ? null : `${path[1] === undefined ? 'http' : 'https'}://${path[2]}${url.search}`
}

function canonicalHost(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  const bare = host.replace(/^(?:www\d?|m|mobile|amp|touch)\./, '')
  return bare.includes('.') ? bare : host
}

function canonicalPath(pathname: string): string {
  const path = pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/amp(?=\/|$)/i, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(INDEX_PAGE, '/')
    .replace(/\/+$/, '')
  return path === '' ? '/' : path
}

function canonicalQuery(parameters: URLSearchParams): string {
  const kept = [...parameters].filter(([name]) => !TRACKING.test(name)).sort(([a, x], [b, y]) => compareText(a, b) || compareText(x, y))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
