import type { Annotated, Group, Sentence, Span, Token } from '../annotate/types.ts'

/** The verb with its helpers: "have been formally identified". */
export type VerbGroup = Readonly<{
  first: number
  passive: boolean
  participle: boolean
  negated: boolean
  modal: boolean
  infinitive: boolean
  perfect: boolean
}>

const HELPERS = new Set(['AUX', 'ADV', 'PART'])
const BE = new Set(['be', 'get', 'was', 'were', 'been', 'being', 'is', 'are'])
const NEGATIONS = new Set(['not', "n't", 'never', 'no'])

/** Walks left from a verb over its helpers. */
export function verbGroup(tokens: readonly Token[], sentence: Sentence, verb: number): VerbGroup {
  let first = verb
  let passive = false
  let negated = false
  let modal = false
  let infinitive = false
  let perfect = false
  for (let i = verb - 1; i >= sentence.first; i--) {
    const token = tokens[i] as Token
    if (!HELPERS.has(token.pos) && !NEGATIONS.has(token.lower) && !(token.lemma === 'get' && i === verb - 1) && token.lower !== 'to') break
    if (token.lower === "'s" && token.pos === 'PART') break
    if (token.lower === 'to') {
      if (tokens[verb]?.pos !== 'VERB') break
      infinitive = true
      first = i
      break
    }
    if (BE.has(token.lemma) || BE.has(token.lower)) passive = true
    if (token.lemma === 'have') perfect = true
    if (NEGATIONS.has(token.lower)) negated = true
    if (['will', 'would', 'shall', 'may', 'might', 'could', 'can', 'should', 'must', "'ll"].includes(token.lower)) modal = true
    if (token.pos !== 'ADV') first = i
  }
  const text = (tokens[verb] as Token).lower
  infinitive ||= sharesInfinitive(tokens, sentence, verb)
  return {
    first,
    passive,
    participle: /(?:ed|en|ught|held|let|sold|found|led|taken|shot|cut|got|made|sent|set|put)$/u.test(text),
    negated,
    modal,
    infinitive,
    perfect,
  }
}

/** "to rescue and repatriate": the second verb shares the "to" of the first. */
function sharesInfinitive(tokens: readonly Token[], sentence: Sentence, verb: number): boolean {
  const token = tokens[verb] as Token
  if (token.lower !== token.lemma || !['and', 'or'].includes(tokens[verb - 1]?.lower ?? ''))
    return token.lower === token.lemma && tokens[verb - 1]?.pos === 'ADV' && sharesInfinitive(tokens, sentence, verb - 1)
  for (let i = verb - 2; i >= Math.max(sentence.first, verb - 5); i--) if (tokens[i]?.lower === 'to') return true
  return false
}

const CLAUSE_BREAKS = new Set([
  ';',
  ':',
  '“',
  '"',
  'that',
  'after',
  'before',
  'when',
  'while',
  'because',
  'where',
  'if',
  'although',
  'though',
  'but',
  'as',
  'until',
  'whether',
])
/** Words that are prepositions as often as conjunctions: "appeared before the court". */
const PREPOSITIONAL = new Set(['before', 'after', 'as', 'until'])
const RELATIVES = new Set(['who', 'which', 'whom'])

type Reach = Readonly<{ doc: Annotated; sentence: Sentence }>

/**
 * The people who are the subject of a verb group: the nearest phrase to the left that no preposition governs, out of the clause of a
 * relative pronoun back to its antecedent, past relative clauses between commas, and past earlier verbs that share the subject.
 */
export function subjectBefore({ doc, sentence }: Reach, at: number): Group | null {
  const { tokens } = doc
  const skips = closedRelatives(tokens, sentence, at)
  const finite = tokens[at]?.pos === 'AUX'
  let fallback: Group | null = null
  for (let i = at - 1; i >= sentence.first; ) {
    const skip = skips.find((span) => i >= span.first && i < span.last)
    if (skip) {
      i = skip.first - 1
      continue
    }
    const token = tokens[i] as Token
    if (RELATIVES.has(token.lower)) return groupEndingNear(doc, i, sentence)
    if (CLAUSE_BREAKS.has(token.lower) && !(token.pos === 'ADP' && PREPOSITIONAL.has(token.lower)) && !(token.lower === 'that' && isNounBefore(tokens, i)))
      return fallback
    const group = groupAt(doc, i)
    if (group && group.first >= sentence.first) {
      if (!isGoverned(doc, group, sentence)) {
        // "a man accused of forcing them to work has been extradited": the object of an earlier verb is not the subject of a later one.
        const whole = withApposition(doc, group, sentence)
        if (!finite || !isObject(tokens, whole)) return whole
        fallback ??= whole
      }
      i = group.first - 1
      continue
    }
    i--
  }
  return fallback
}

/** "The captain and the mate, both Chinese nationals, were held": the phrase before the comma is the subject, the one behind it tells more. */
function withApposition(doc: Annotated, group: Group, sentence: Sentence): Group {
  let at = group.first - 1
  if (doc.tokens[at]?.lower === 'both' || doc.tokens[at]?.lower === 'all') at--
  if (doc.tokens[at]?.lower !== ',' || at <= sentence.first) return group
  let end = at
  if (doc.tokens[end - 1]?.lower === ')') while (end > sentence.first && doc.tokens[end - 1]?.lower !== '(') end--
  if (end < at) end--
  const before = doc.groups.find((one) => one.last === end && one.first >= sentence.first)
  if (!before || isGoverned(doc, before, sentence)) return group
  const whole = withApposition(doc, before, sentence)
  return {
    ...whole,
    last: group.last,
    number: whole.number ?? group.number,
    nationalities: [...new Set([...whole.nationalities, ...group.nationalities])],
    role: whole.role === 'neutral' ? group.role : whole.role,
    named: whole.named || group.named,
    part: whole.part,
    ...((whole.surname ?? group.surname) ? { surname: (whole.surname ?? group.surname) as string } : {}),
  }
}

const isObject = (tokens: readonly Token[], group: Group): boolean => tokens[group.first - 1]?.pos === 'VERB'

const isNounBefore = (tokens: readonly Token[], i: number): boolean => tokens[i - 1]?.pos === 'NOUN'

function groupAt(doc: Annotated, i: number): Group | undefined {
  return doc.groups.find((group) => i >= group.first && i < group.last)
}

/** The antecedent of a relative pronoun: the phrase that ends just before it, past a comma and past "from Colombia". */
function groupEndingNear(doc: Annotated, at: number, sentence: Sentence): Group | null {
  const before = doc.groups.filter((group) => group.last <= at && group.first >= sentence.first)
  const near = before.at(-1)
  return near && at - near.last <= 8 ? near : null
}

/** ", who were forced into cybercrime as slaves in Cambodia," and "(…)" between the verb and its subject. */
function closedRelatives(tokens: readonly Token[], sentence: Sentence, at: number): Span[] {
  const out: Span[] = []
  let open = -1
  let bracket = -1
  for (let i = sentence.first; i < at; i++) {
    const word = (tokens[i] as Token).lower
    if (word === '(') bracket = i
    else if (word === ')' && bracket >= 0) out.push({ first: bracket, last: i + 1 })
    if (RELATIVES.has(word) && open < 0) open = tokens[i - 1]?.lower === ',' ? i - 1 : i
    else if (open >= 0 && word === ',' && i > open + 1) {
      out.push({ first: open, last: i + 1 })
      open = -1
    }
  }
  // "fishermen who said they had been forced … were freed": an open relative ends before the last helper verb.
  if (open >= 0 && isHelper(tokens[at]) && verbsBetween(tokens, open, at) > 0) out.push({ first: open, last: at })
  return out
}

const isHelper = (token: Token | undefined): boolean => token?.pos === 'AUX'

function verbsBetween(tokens: readonly Token[], first: number, last: number): number {
  let count = 0
  for (let i = first; i < last; i++) if ((tokens[i] as Token).pos === 'VERB' && /(?:ed|en|ing)$/u.test((tokens[i] as Token).lower)) count++
  return count
}

const OF_HEADS = new Set(['group', 'batch', 'total', 'number', 'hundreds', 'dozens', 'scores', 'thousands', 'all', 'both', 'some', 'most', 'many', 'list'])

function isGoverned({ tokens }: Annotated, group: Group, sentence: Sentence): boolean {
  const at = ['the', 'these', 'those', 'all'].includes(tokens[group.first - 1]?.lower ?? '') ? group.first - 2 : group.first - 1
  const before = tokens[at]
  if (before === undefined || at < sentence.first) return false
  if (before.pos !== 'ADP') return false
  if (before.lower === 'of') return !OF_HEADS.has(tokens[at - 1]?.lower ?? '')
  return true
}

/** The people who are the object: the phrase that begins within a few words after the verb, with what is listed beside it. */
export function objectsAfter({ doc, sentence }: Reach, at: number): Group[] {
  const { tokens } = doc
  for (let i = at; i < Math.min(sentence.last, at + 5); i++) {
    const group = doc.groups.find((one) => one.first === i)
    if (group) return [group, ...listedAfter(doc, group, sentence)]
    const token = tokens[i] as Token
    const passable =
      token.pos === 'ADV' ||
      token.pos === 'DET' ||
      token.pos === 'PART' ||
      token.pos === 'NUM' ||
      token.pos === 'ADJ' ||
      ['up', 'off', 'out', 'of', 'group', 'batch', 'total', 'home', 'back'].includes(token.lower)
    if (!passable) return []
  }
  return []
}

/** "383 Filipinos, 202 Chinese and 73 other foreign nationals" */
export function listedAfter(doc: Annotated, group: Group, sentence: Sentence): Group[] {
  const out: Group[] = []
  let last = Math.max(group.last, group.originEnd)
  let closed = false
  for (;;) {
    let at = last
    while (at < sentence.last && (doc.tokens[at] as Token).lower === ',') at++
    const and = (doc.tokens[at] as Token | undefined)?.lower === 'and'
    if (and) at++
    const next = at > last ? doc.groups.find((one) => one.first === at && one.last <= sentence.last) : undefined
    // A list ends with "and"; two phrases with a mere comma between them are one and its apposition.
    if (!next || next.number === null || next.part) return closed ? out : []
    closed ||= and
    out.push(next)
    last = next.last
  }
}

/** The words of one clause around a place: from the clause break before it to the one after. */
export function clauseAround(tokens: readonly Token[], sentence: Sentence, span: Span): Span {
  let first = span.first
  while (first > sentence.first && !isClauseEdge(tokens, first - 1)) first--
  let last = span.last
  while (last < sentence.last && !isClauseEdge(tokens, last)) last++
  return { first, last }
}

const EDGES = new Set([';', ':', 'after', 'before', 'when', 'while', 'because', 'although', 'but', 'who', 'which', 'where', 'that'])
function isClauseEdge(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  if (EDGES.has(token.lower)) return true
  // ", and" and "and" before a verb begin a clause of their own.
  if (token.lower !== 'and') return false
  const next = tokens[i + 1]
  return next?.pos === 'VERB' || next?.pos === 'AUX'
}
