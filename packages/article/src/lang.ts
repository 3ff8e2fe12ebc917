import { eld } from 'eld/small'
import type { Page } from './dom.ts'
import type { Metadata } from './metadata.ts'

const MIN_CHARS = 40
const MAX_CHARS = 3000

/**
 * BCP 47 of the text. What the text looks like wins over what the page claims, because templates claim wrongly; the claim
 * decides between close relatives and adds the region. `und` when neither is sure.
 */
export function readLang({ text, page, metadata }: { text: string; page: Page; metadata: Metadata }): string {
  const claimed = tag(
    page.documentElement?.getAttribute('lang') ??
      page.documentElement?.getAttribute('xml:lang') ??
      metadata.meta.get('og:locale') ??
      metadata.meta.get('content-language'),
  )
  const found = detectLang(text)
  if (found === null) return claimed ?? 'und'
  return claimed !== null && claimed.split('-')[0] === found ? claimed : found
}

/** The language that a text looks like; null when it is too short or not plain enough to tell. */
export function detectLang(text: string): string | null {
  if (text.length < MIN_CHARS) return null
  const result = eld.detect(text.slice(0, MAX_CHARS))
  return result.language !== '' && result.isReliable() ? result.language : null
}

function tag(claim: string | null | undefined): string | null {
  const m = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?/i.exec((claim ?? '').trim())
  if (!m?.[1]) return null
  const script = m[2] ? `-${m[2][0]?.toUpperCase()}${m[2].slice(1).toLowerCase()}` : ''
  return m[1].toLowerCase() + script + (m[3] ? `-${m[3].toUpperCase()}` : '')
}
