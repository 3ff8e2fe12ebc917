import { compile, compilePhrases, holds, type Matcher, matchAt } from '../annotate/phrases.ts'
import type { Annotated, Sentence, Span, Token } from '../annotate/types.ts'
import type { Frame, Pack } from '../packs/types.ts'

type Form = 'verb' | 'noun' | 'phrase'
type Entry = Readonly<{ frame: number; form: Form }>
type Compiled = Readonly<{
  lemmas: ReadonlyMap<string, readonly Entry[]>
  phrases: readonly Matcher<true>[]
  unless: readonly (Matcher<true> | null)[]
  needs: readonly (Matcher<true> | null)[]
}>

const compiled = new WeakMap<Pack, Compiled>()

function compiledOf(pack: Pack): Compiled {
  const known = compiled.get(pack)
  if (known) return known
  const lemmas = new Map<string, Entry[]>()
  const add = (lemma: string, entry: Entry): void => {
    lemmas.set(lemma, [...(lemmas.get(lemma) ?? []), entry])
  }
  pack.frames.forEach((frame, index) => {
    for (const verb of frame.verbs ?? []) add(verb, { frame: index, form: 'verb' })
    for (const noun of frame.nouns ?? []) add(noun, { frame: index, form: 'noun' })
  })
  const optional = (list: readonly string[] | undefined): Matcher<true> | null => (list ? compilePhrases(list) : null)
  const made = {
    lemmas,
    phrases: pack.frames.map((frame) => compile((frame.phrases ?? []).map((phrase) => [phrase, true] as const))),
    unless: pack.frames.map((frame) => optional(frame.unless)),
    needs: pack.frames.map((frame) => optional(frame.needs)),
  }
  compiled.set(pack, made)
  return made
}

export type Trigger = Span & Readonly<{ frame: Frame; form: Form }>

/** The words of a sentence that may name an event, false friends left out. */
export function findTriggers({ tokens, pack }: Annotated, sentence: Sentence): Trigger[] {
  const { lemmas, phrases, unless, needs } = compiledOf(pack)
  const out: Trigger[] = []
  const allowed = pack.frames.map((_, index) => {
    const no = unless[index]
    const need = needs[index]
    return !(no && holds(no, tokens, sentence)) && !(need && !holds(need, tokens, sentence))
  })
  for (let i = sentence.first; i < sentence.last; i++) {
    const token = tokens[i] as Token
    for (const { frame, form } of lemmas.get(token.lemma) ?? []) {
      const fits = form === 'verb' ? token.pos === 'VERB' : token.pos === 'NOUN' || token.pos === 'PROPN'
      if (fits && allowed[frame]) out.push({ first: i, last: i + 1, frame: pack.frames[frame] as Frame, form })
    }
    phrases.forEach((matcher, frame) => {
      const match = allowed[frame] ? matchAt(matcher, tokens, { first: i, last: sentence.last }) : null
      if (match) out.push({ first: i, last: match.last, frame: pack.frames[frame] as Frame, form: 'phrase' })
    })
  }
  return dropOverlaps(out)
}

/** Of one frame the longest trigger at a place stays. */
function dropOverlaps(triggers: readonly Trigger[]): Trigger[] {
  const out: Trigger[] = []
  for (const trigger of triggers.toSorted((a, b) => a.first - b.first || b.last - a.last)) {
    if (!out.some((other) => other.frame.type === trigger.frame.type && trigger.first < other.last && trigger.last > other.first)) out.push(trigger)
  }
  return out
}
