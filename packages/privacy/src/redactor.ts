import { findContacts } from './find-contacts.ts'
import { findNames } from './find-names.ts'
import { isTitleCase, scanWords, type Word } from './scan.ts'
import type { Field, KnownSpan, Redactor, RedactorInput, RoleToken } from './types.ts'

type Cut = Readonly<{ start: number; end: number; token: RoleToken }>

/**
 * Finds the names of people in a document once and gives functions that take them out of any slice.
 * Handles, addresses and telephone numbers go too. On doubt a name is taken out.
 */
export function redactor(input: RedactorInput): Redactor {
  const known = input.known ?? []
  const lowerSeen = wordsWrittenSmall(input)
  const fields = { text: fieldOf(input, 'text', lowerSeen), title: fieldOf(input, 'title', lowerSeen) }
  const parts = nameParts([...fields.text.names, ...fields.title.names], new Set([...lowerSeen, ...wordsOfKnown(input, known)]))
  const cuts: Record<Field, Cut[]> = {
    text: settle([...fields.text.cuts, ...repeats(fields.text, parts)]),
    title: settle([...fields.title.cuts, ...repeats(fields.title, parts)]),
  }
  return {
    redact: (field, start, end) => apply({ source: input[field], cuts: cuts[field], start, end }),
    holdsName: (value) => scanWords(value).some((word) => parts.has(word.lower)),
  }
}

function wordsWrittenSmall(input: RedactorInput): ReadonlySet<string> {
  const seen = new Set<string>()
  for (const word of [...scanWords(input.title), ...scanWords(input.text)]) if (!word.capital) seen.add(word.lower)
  return seen
}

/** Words of places and bodies: "Brooklyn" in a person's name does not make the borough one. */
function wordsOfKnown(input: RedactorInput, known: readonly KnownSpan[]): string[] {
  return known.flatMap(({ field, start, end }) => scanWords(input[field].slice(start, end)).map((word) => word.lower))
}

type FieldCuts = Readonly<{ words: readonly Word[]; known: readonly KnownSpan[]; cuts: Cut[]; names: { words: Word[]; token: RoleToken }[] }>

function fieldOf(input: RedactorInput, field: Field, lowerSeen: ReadonlySet<string>): FieldCuts {
  const words = scanWords(input[field])
  const known = (input.known ?? []).filter((span) => span.field === field)
  const titleCase = field === 'title' && isTitleCase(words)
  const found = findNames({ words, isKnown: (word) => isInside(known, word), lowerSeen, titleCase })
  const names = found.map(({ first, last, token }) => ({ words: words.slice(first, last), token }))
  const cuts = names.map((name) => ({ start: (name.words[0] as Word).start, end: (name.words.at(-1) as Word).end, token: name.token }))
  return { words, known, names, cuts: [...cuts, ...findContacts(input[field])] }
}

const isInside = (known: readonly KnownSpan[], word: Word): boolean => known.some((span) => word.start >= span.start && word.end <= span.end)

/** Each word of a found name, so that "Kallon" alone is taken out too; words that the text also writes small are left. */
function nameParts(names: FieldCuts['names'], lowerSeen: ReadonlySet<string>): ReadonlyMap<string, RoleToken> {
  const parts = new Map<string, RoleToken>()
  for (const name of names)
    for (const word of name.words) if (word.text.length > 2 && !lowerSeen.has(word.lower) && !parts.has(word.lower)) parts.set(word.lower, name.token)
  return parts
}

function repeats({ words, known }: FieldCuts, parts: ReadonlyMap<string, RoleToken>): Cut[] {
  return words.flatMap((word) => {
    const bare = word.lower.replace(/['’]s$/u, '')
    const token = parts.get(bare)
    if (token === undefined || !word.capital || isInside(known, word)) return []
    return [{ start: word.start, end: word.start + bare.length, token }]
  })
}

function settle(cuts: Cut[]): Cut[] {
  const out: Cut[] = []
  for (const cut of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = out.at(-1)
    if (before === undefined || cut.start >= before.end) out.push(cut)
  }
  return out
}

function apply({ source, cuts, start, end }: { source: string; cuts: readonly Cut[]; start: number; end: number }): string {
  let out = ''
  let at = start
  for (const cut of cuts) {
    if (cut.end <= at || cut.start >= end) continue
    out += source.slice(at, Math.max(at, cut.start)) + cut.token
    at = Math.min(end, cut.end)
  }
  return out + source.slice(at, end)
}
