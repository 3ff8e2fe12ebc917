import type { Annotated, Group } from '../annotate/types.ts'

const HAIL = new Set(['come', 'hail', 'be', 'originate'])
const JOINTS = new Set([',', 'and'])

/** Where the people of the news come from, told in a later sentence: "The women, all Nigerians, ...", "The workers come from Nepal and Pakistan". */
export function originsTold(doc: Annotated): string[] {
  for (const group of doc.groups) {
    if (!group.anaphor || group.number !== null || group.role === 'suspect' || group.role === 'official') continue
    if (group.nationalities.length > 0) return [...group.nationalities]
    const countries = countriesAfter(doc, group)
    if (countries.length > 0) return countries
  }
  return []
}

/** "... come from Bangladesh, Nepal and Pakistan" */
function countriesAfter({ tokens, places }: Annotated, { last }: Group): string[] {
  if (!HAIL.has(tokens[last]?.lemma ?? '') || tokens[last + 1]?.lower !== 'from') return []
  const out: string[] = []
  let at = last + 2
  while (at < tokens.length) {
    const place = places.find((one) => one.first === at && one.kind === 'country')
    if (place) out.push(place.country)
    else if (!JOINTS.has(tokens[at]?.lower ?? '')) break
    at = place?.last ?? at + 1
  }
  return out
}
