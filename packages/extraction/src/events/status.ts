import type { Status } from '@tipwire/domain'
import { compilePhrases, findAll, holds, type Matcher } from '../annotate/phrases.ts'
import type { Annotated, Sentence, Span } from '../annotate/types.ts'
import type { Cues, Pack } from '../packs/types.ts'
import type { VerbGroup } from './syntax.ts'
import { clauseAround } from './syntax.ts'
import type { Trigger } from './triggers.ts'

type CueName = Exclude<keyof Cues, 'saying'>
const compiled = new WeakMap<Pack, ReadonlyMap<CueName, Matcher<true>>>()

/** Whether one of the pack's cues of a kind stands in the span. */
export const hasCue = ({ tokens, pack }: Annotated, name: CueName, span: Span): boolean => holds(matcherOf(pack, name), tokens, span)

/** The first cue of a kind in the span. */
export const cueAt = ({ tokens, pack }: Annotated, name: CueName, span: Span): Span | undefined => findAll(matcherOf(pack, name), tokens, span)[0]

function matcherOf(pack: Pack, name: CueName): Matcher<true> {
  let matchers = compiled.get(pack)
  if (!matchers) {
    matchers = new Map(
      (Object.keys(pack.cues) as (keyof Cues)[]).filter((key): key is CueName => key !== 'saying').map((key) => [key, compilePhrases(pack.cues[key])]),
    )
    compiled.set(pack, matchers)
  }
  return matchers.get(name) as Matcher<true>
}

/** Whether the event took place, as told: from the verb's own helpers first, then from the words before it in its clause. */
export function statusOf(doc: Annotated, sentence: Sentence, { trigger, verb }: { trigger: Trigger; verb: VerbGroup }): Status {
  const clause = clauseAround(doc.tokens, sentence, trigger)
  const lead = { first: trigger.form === 'verb' ? clause.first : wideStart(doc, sentence, trigger.first), last: trigger.first }
  const { type } = trigger.frame
  if (type !== 'statement_denial' && (verb.negated || nothingDid(doc, trigger, lead) || calledFalse(doc, sentence))) return 'denied'
  if (type === 'advisory_warning' || type === 'statement_denial' || type === 'missing_trapped_appeal') return 'happened'
  if ((verb.modal && !verb.perfect) || doc.tokens.slice(trigger.first, trigger.last).some((token) => token.lower === 'will')) return 'planned'
  if (isPlanned(doc, { trigger, verb, lead }) || (trigger.form === 'noun' && willFollow(doc, sentence, trigger.last))) return 'planned'
  if (doc.tokens.slice(sentence.first, sentence.last).some((token) => token.lower === 'unverified' || token.lower === 'unconfirmed')) return 'alleged'
  if (ALLEGEABLE.has(type) && hasCue(doc, 'alleged', { first: sentence.first, last: trigger.last })) return 'alleged'
  return 'happened'
}

const ACHIEVED = new Set(['manage', 'help', 'able', 'lead', 'force', 'return'])

/** "managed to escape", "has helped to return 1,060 children": told as done. */
function achieved({ tokens }: Annotated, at: number, lead: Span): boolean {
  return tokens.slice(Math.max(lead.first, at - 4), at).some((token) => ACHIEVED.has(token.lemma))
}

const isPast = ({ tokens }: Annotated, at: number): boolean =>
  tokens[at]?.pos === 'VERB' && tokens[at]?.lower !== tokens[at]?.lemma && !/(?:ing|s)$/u.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.pos !== 'AUX'
const isGerund = ({ tokens }: Annotated, at: number): boolean => /ing$/u.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.pos !== 'AUX'

/** Start of the words that may tell that a noun is still to come: back to a full clause break, past a mere "and". */
function wideStart({ tokens }: Annotated, sentence: Sentence, at: number): number {
  let first = at
  while (first > sentence.first && ![';', ':', 'after', 'before', 'when', 'while', 'who', 'which'].includes(tokens[first - 1]?.lower ?? '')) first--
  return first
}

/** "their repatriation will follow" */
function willFollow({ tokens }: Annotated, sentence: Sentence, at: number): boolean {
  return tokens.slice(at, Math.min(sentence.last, at + 5)).some((token) => token.lower === 'will' || token.lower === 'follow')
}

const ALLEGEABLE = new Set(['exploitation_reported'])

type Look = Readonly<{ trigger: Trigger; verb: VerbGroup; lead: Span }>

function isPlanned(doc: Annotated, { trigger, verb, lead }: Look): boolean {
  if (verb.perfect && !verb.infinitive) return false
  if (verb.infinitive) return !achieved(doc, trigger.first, lead)
  if (trigger.form === 'verb' && !isGerund(doc, trigger.first)) return false
  if (trigger.form === 'phrase' && isPast(doc, trigger.first)) return false
  return hasCue(doc, 'planned', lead) && !hasCue(doc, 'cumulative', lead)
}

function nothingDid({ tokens }: Annotated, trigger: Trigger, lead: Span): boolean {
  for (let i = lead.first; i < lead.last; i++) {
    const word = tokens[i]?.lower ?? ''
    if ((word === 'no' && trigger.first - i <= 2) || word === 'nobody') return true
  }
  return false
}

function calledFalse({ tokens }: Annotated, sentence: Sentence): boolean {
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = tokens[i]?.lower
    if ((word === 'false' || word === 'fabricated') && tokens.slice(Math.max(sentence.first, i - 3), i).some((token) => token.lemma === 'be')) return true
  }
  return false
}
