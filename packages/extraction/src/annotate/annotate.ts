import type { ReadableDocument } from '@tipwire/domain'
import type { Pack } from '../packs/types.ts'
import { countryOfZone } from '../packs/zones.ts'
import type { Segment } from '../segment/segment.ts'
import { findBodies } from './bodies.ts'
import { dayEdtf, dayIn } from './calendar.ts'
import { findDates } from './dates.ts'
import { findGroups } from './groups.ts'
import { findNumbers } from './numbers.ts'
import { countryContext, findNationalities, findPlaces } from './places.ts'
import { tokenize } from './tokenize.ts'
import type { Annotated, BodyMention, DateMention, Nationality, NumberMention, PlaceMention } from './types.ts'

const NOBODY: ReadonlySet<string> = new Set()

/** Everything that can be found in the words without yet asking what happened. */
export function annotate(document: ReadableDocument, segments: readonly Segment[], pack: Pack): Annotated {
  const { tokens, sentences } = tokenize(document, segments)
  const today = document.published_at === null ? null : dayIn(document.published_at, document.publisher_tz)
  const context = countryContext(tokens)
  const publisher = countryOfZone[document.publisher_tz ?? '']
  if (publisher) context.set(publisher, (context.get(publisher) ?? 0) + 1)
  const numbers: NumberMention[] = []
  const scans: { scan: Parameters<typeof findGroups>[0]; counted: NumberMention[] }[] = []
  const dates: DateMention[] = []
  const places: PlaceMention[] = []
  const bodies: BodyMention[] = []
  const nationalities: Nationality[] = []
  for (const sentence of sentences) {
    const here = findDates(tokens, sentence, { pack, today, anchor: dates.at(-1)?.edtf ?? null })
    const named = findBodies(tokens, sentence, { pack, dates: here })
    const located = findPlaces(tokens, sentence, { bodies: named, dates: here, context })
    const nations = findNationalities(tokens, sentence)
    const dated = (number: NumberMention): boolean => here.some((date) => number.first < date.last && number.last > date.first)
    const counted = findNumbers(tokens, sentence, pack).filter((number) => !dated(number))
    dates.push(...here)
    bodies.push(...named)
    places.push(...located)
    nationalities.push(...nations)
    numbers.push(...counted)
    scans.push({
      scan: { tokens, sentence, pack, nationalities: nations, places: located, taken: [...named.filter((body) => !body.generic), ...here], surnames: NOBODY },
      counted,
    })
  }
  // Names found in full first: then a surname alone is a person too.
  const full = scans.flatMap(({ scan, counted }) => findGroups(scan, counted)).filter((group) => group.named)
  const surnames = new Set(full.map((group) => tokens[group.head]?.lower ?? ''))
  const groups = scans.flatMap(({ scan, counted }) => findGroups({ ...scan, surnames }, counted))
  const isSurname = (place: PlaceMention): boolean =>
    place.last - place.first === 1 && surnames.has(tokens[place.first]?.lower ?? '') && !['in', 'at', 'near'].includes(place.preposition ?? '')
  return {
    document,
    pack,
    segments,
    tokens,
    sentences,
    numbers,
    groups,
    dates,
    places: places.filter((place) => !isSurname(place)),
    bodies,
    nationalities,
    publishedOn: today && dayEdtf(today),
  }
}
