import type { Page } from './dom.ts'
import type { Metadata } from './metadata.ts'

const TRACKING = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref_src|ref_url|cmpid|ncid|smid|amp)$/i

/**
 * The address that the page calls its own, without tracking parameters. A claim that names another host's front page,
 * or an address that is no http one, is not believed.
 */
export function readCanonical({ page, metadata, url }: { page: Page; metadata: Metadata; url: string }): string | null {
  const claims = [page.querySelector('link[rel~="canonical"]')?.getAttribute('href'), metadata.meta.get('og:url'), url]
  for (const claim of claims) {
    const clean = claim ? cleanUrl(claim, url) : null
    if (clean !== null && (claim === url || new URL(clean).pathname !== '/' || URL.parse(url)?.pathname === '/')) return clean
  }
  return null
}

/** `raw` resolved against `base`, without fragment and tracking parameters; null unless it is http or https. */
export function cleanUrl(raw: string, base: string): string | null {
  const url = raw.length > 4096 ? null : URL.parse(raw.trim(), URL.canParse(base) ? base : undefined)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  return url.href
}
