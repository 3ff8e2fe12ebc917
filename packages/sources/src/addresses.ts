/** `link` against `base`; as it stands when there is nothing to resolve it against. */
export function joined(link: string, base: string): string {
  const written = link.trim()
  return (URL.canParse(base) ? URL.parse(written, base)?.href : undefined) ?? written
}

/**
 * `link` as an address of the web, resolved against `base`. One that is whole stays as written. Null unless it is http or https; a link that
 * is not whole stays so when there is no base.
 */
export function absolute(link: string | null, base: string): string | null {
  const written = link?.trim() ?? ''
  if (written === '' || written.length > 4096) return null
  const whole = URL.parse(written)
  if (whole === null && !URL.canParse(base)) return /^[a-z][a-z0-9+.-]*:/i.test(written) ? null : written
  const url = whole ?? URL.parse(written, base)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return whole && !/[\s\p{Cc}\\]/u.test(written) ? written : url.href
}
