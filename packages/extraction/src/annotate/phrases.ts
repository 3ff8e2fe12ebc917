import type { Phrases } from '../packs/types.ts'
import type { Span, Token } from './types.ts'

type Step = Readonly<{ kind: 'word' | 'lemma' | 'either' | 'any'; value: string }>
type Compiled<T> = Readonly<{ steps: readonly Step[]; value: T }>

/** Many phrases at once, found by their first word. Longest match first. */
export type Matcher<T> = Readonly<{ byWord: ReadonlyMap<string, readonly Compiled<T>[]>; byLemma: ReadonlyMap<string, readonly Compiled<T>[]> }>

export type Match<T> = Span & Readonly<{ value: T }>

/** How many words may stand inside a gap: "sent 37 Malawians home". */
const LONGEST_GAP = 6

export function compile<T>(entries: Iterable<readonly [string, T]>): Matcher<T> {
  const byWord = new Map<string, Compiled<T>[]>()
  const byLemma = new Map<string, Compiled<T>[]>()
  for (const [phrase, value] of entries) {
    const steps = stepsOf(phrase)
    const first = steps[0]
    if (first === undefined) continue
    const index = first.kind === 'lemma' ? byLemma : byWord
    const list = index.get(first.value) ?? []
    list.push({ steps, value })
    index.set(first.value, list)
  }
  for (const index of [byWord, byLemma]) for (const list of index.values()) list.sort((a, b) => b.steps.length - a.steps.length)
  return { byWord, byLemma }
}

export const compilePhrases = (phrases: Phrases): Matcher<true> => compile(phrases.map((phrase) => [phrase, true] as const))

function stepsOf(phrase: string): Step[] {
  return phrase
    .toLowerCase()
    .replaceAll('-', ' - ')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word, index, all) =>
      word === '*'
        ? { kind: 'any', value: '' }
        : word.startsWith('~')
          ? { kind: 'lemma', value: word.slice(1) }
          : { kind: index > 0 && all[0]?.startsWith('~') ? 'either' : 'word', value: word },
    )
}

/** All matches within [first, last), one per start, not overlapping. */
export function findAll<T>(matcher: Matcher<T>, tokens: readonly Token[], span: Span): Match<T>[] {
  const out: Match<T>[] = []
  for (let i = span.first; i < span.last; ) {
    const match = matchAt(matcher, tokens, { first: i, last: span.last })
    if (match) out.push(match)
    i = match ? Math.max(match.last, i + 1) : i + 1
  }
  return out
}

export function holds(matcher: Matcher<unknown>, tokens: readonly Token[], span: Span): boolean {
  for (let i = span.first; i < span.last; i++) if (matchAt(matcher, tokens, { first: i, last: span.last })) return true
  return false
}

export function matchAt<T>(matcher: Matcher<T>, tokens: readonly Token[], span: Span): Match<T> | null {
  const token = tokens[span.first]
  if (token === undefined) return null
  const candidates = [...(matcher.byWord.get(token.lower) ?? []), ...(isNoun(tokens, span.first) ? [] : (matcher.byLemma.get(token.lemma) ?? []))]
  let best: Match<T> | null = null
  for (const candidate of candidates) {
    const last = endOf(candidate.steps, tokens, span)
    if (last > 0 && (best === null || last > best.last)) best = { first: span.first, last, value: candidate.value }
  }
  return best
}

/** "kept the books": a noun after an article is no verb, whatever its lemma. */
const isNoun = (tokens: readonly Token[], i: number): boolean => tokens[i]?.pos === 'NOUN' && ['DET', 'ADJ', 'PRON', 'NUM'].includes(tokens[i - 1]?.pos ?? '')

function endOf(steps: readonly Step[], tokens: readonly Token[], span: Span): number {
  let at = span.first
  for (let s = 0; s < steps.length && at >= 0; s++) at = stepEnd(steps, s, { tokens, at, last: span.last })
  return at
}

type Position = Readonly<{ tokens: readonly Token[]; at: number; last: number }>

/** Where the words of one step end, -1 when they do not stand here. */
function stepEnd(steps: readonly Step[], s: number, { tokens, at, last }: Position): number {
  const step = steps[s] as Step
  if (step.kind === 'any') {
    const next = steps[s + 1]
    return next === undefined ? -1 : seek(next, tokens, { first: at + 1, last: Math.min(last, at + 1 + LONGEST_GAP) })
  }
  if (at < last && fits(step, tokens[at] as Token)) return at + 1
  if (s !== 1 || steps[0]?.kind !== 'lemma') return -1
  // The object of a verb may stand before its particle.
  const found = seek(step, tokens, { first: at, last: Math.min(last, at + LONGEST_GAP) })
  return found < 0 ? -1 : found + 1
}

function seek(step: Step, tokens: readonly Token[], span: Span): number {
  for (let i = span.first; i < span.last; i++) {
    const token = tokens[i] as Token
    if (fits(step, token)) return PARTICLES.has(step.value) && isNominal(tokens, i) ? -1 : i
    if (token.pos === 'PUNCT' || token.pos === 'VERB' || token.pos === 'AUX') return -1
  }
  return -1
}

const PARTICLES = new Set(['home', 'back', 'away', 'out', 'off', 'down'])

/** "took 47 out of the home": a home, not homewards. */
const isNominal = (tokens: readonly Token[], i: number): boolean =>
  ['DET', 'ADJ', 'PART', 'PRON', 'NUM'].includes(tokens[i - 1]?.pos ?? '') && !['them', 'him', 'her', 'us'].includes(tokens[i - 1]?.lower ?? '')

const fits = (step: Step, token: Token): boolean =>
  step.kind === 'lemma' ? token.lemma === step.value : token.lower === step.value || (step.kind === 'either' && token.lemma === step.value)
