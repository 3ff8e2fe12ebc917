import { compilePhrases, findAll, holds, type Matcher } from '../annotate/phrases.ts'
import type { Annotated } from '../annotate/types.ts'
import type { Pack } from '../packs/types.ts'

type Weighted = Readonly<{ weight: number; matcher: Matcher<true> }>
type Matchers = Readonly<{
  strong: Matcher<true>
  compulsion: readonly Matcher<true>[]
  settings: Matcher<true>
  wide: readonly Weighted[]
  compound: Matcher<true>
  exclude: readonly Weighted[]
}>
const compiled = new WeakMap<Pack, Matchers>()

function matchersOf(pack: Pack): Matchers {
  const known = compiled.get(pack)
  if (known) return known
  const made = {
    strong: compilePhrases(pack.gate.strong.phrases),
    compulsion: pack.gate.compulsion.map(({ phrases }) => compilePhrases(phrases)),
    settings: compilePhrases(pack.gate.settings.phrases),
    wide: pack.gate.vocabulary.map(({ weight, phrases }) => ({ weight, matcher: compilePhrases(phrases) })),
    compound: compilePhrases(pack.gate.compound.phrases),
    exclude: pack.gate.exclude.map(({ weight, phrases }) => ({ weight, matcher: compilePhrases(phrases) })),
  }
  compiled.set(pack, made)
  return made
}

/**
 * Whether a document is about people exploited or held for it. Phrases of the subject speak for it, and what is done to people (forced, sold,
 * locked in) where two such things are told, or one beside captives and rescuers. What the same words mean elsewhere (drugs, cells, roads,
 * floods, films, company statements) speaks against it, and outweighs a few mentions.
 */
export function isRelevant({ tokens, pack }: Annotated): boolean {
  const { strong, compulsion, settings, compound, wide, exclude } = matchersOf(pack)
  const all = { first: 0, last: tokens.length }
  const hits = findAll(strong, tokens, all)
  const done = compulsion.map((matcher) => findAll(matcher, tokens, all)).filter((found) => found.length > 0)
  const support = findAll(compound, tokens, all).length + Math.min(3, findAll(settings, tokens, all).length)
  const once = done.length === 1 ? (done[0]?.length ?? 0) : 0
  const inTitle = [...hits, ...done.flat()].some((hit) => tokens[hit.first]?.field === 'title')
  const elsewhere = Math.max(0, ...exclude.map(({ weight, matcher }) => weight * findAll(matcher, tokens, all).length))
  if (hits.length === 0 && done.length < 2 && !(once === 1 && support >= 3) && !(once >= 2 && support >= 1)) return isWidelyTold(wide, tokens, elsewhere)
  // "Trafficking" alone beside drugs or arms is theirs.
  if (elsewhere > 0 && done.length === 0 && hits.every((hit) => hit.last - hit.first === 1)) return false
  // Where people are plainly forced, a drug farm or a director of a home makes no other subject.
  const against = done.length >= 2 ? elsewhere / 2 : elsewhere
  const value = hits.length * 3 + done.length * 2 + done.flat().length + (inTitle ? 4 : 0) + Math.min(6, support)
  return (value >= (against === 0 ? 3 : 4) && value > against) || isWidelyTold(wide, tokens, elsewhere)
}

const WIDE_WEIGHT = 3
const AGAINST_WIDE = 0.5

/** Several kinds of what is done to people, in any words, weigh as much as its name. */
function isWidelyTold(wide: readonly Weighted[], tokens: Annotated['tokens'], elsewhere: number): boolean {
  const found = wide.filter(({ matcher }) => holds(matcher, tokens, { first: 0, last: tokens.length }))
  const weight = found.reduce((sum, group) => sum + group.weight, 0)
  return found.length >= 2 && weight >= WIDE_WEIGHT + elsewhere * AGAINST_WIDE
}
