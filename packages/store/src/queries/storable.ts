/**
 * The same text in a form that PostgreSQL takes: NUL and lone surrogates become U+FFFD, one unit for one unit,
 * so that offsets into the text stay true.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed()
}

/** JSON of `value` for a jsonb parameter, every text in it storable. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part))
}
