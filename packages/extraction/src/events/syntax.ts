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
  const helpers = helpersOf(tokens, sentence, verb)
  const words = helpers.map((token) => token.lower)
  const lemmas = helpers.map((token) => token.lemma)
  const first = helpers.findLast((token) => token.pos !== 'ADV')?.index ?? verb
  return {
    first,
    passive: helpers.some((token) => BE.has(token.lemma) || BE.has(token.lower)),
    participle: PARTICIPLE.test((tokens[verb] as Token).lower),
    negated: words.some((word) => NEGATIONS.has(word)),
    modal: words.some((word) => MODALS.has(word)),
    infinitive: words.includes('to') || sharesInfinitive(tokens, sentence, verb),
    perfect: lemmas.includes('have'),
  }
}

const PARTICIPLE = /(?:ed|en|ught|held|let|sold|found|led|taken|shot|cut|got|made|sent|set|put)$/u
const MODALS = new Set(['will', 'would', 'shall', 'may', 'might', 'could', 'can', 'should', 'must', "'ll"])

/** The helpers of a verb from right to left, up to and with an infinitive's "to". */
function helpersOf(tokens: readonly Token[], sentence: Sentence, verb: number): Token[] {
  const out: Token[] = []
  for (let i = verb - 1; i >= sentence.first; i--) {
    const token = tokens[i] as Token
    if (token.lower === 'to') return tokens[verb]?.pos === 'VERB' ? [...out, token] : out
    const isHelping = HELPERS.has(token.pos) || NEGATIONS.has(token.lower) || (token.lemma === 'get' && i === verb - 1)
    if (!isHelping || (token.lower === "'s" && token.pos === 'PART')) return out
    out.push(token)
  }
  return out
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
  const skips = closedRelatives(doc.tokens, sentence, at)
  const finite = doc.tokens[at]?.pos === 'AUX'
  let unsure: Group | null = null
  for (let i = at - 1; i >= sentence.first; ) {
    const skip = skips.find((span) => i >= span.first && i < span.last)
    const found = skip ? { next: skip.first - 1 } : lookAt(doc, i, { sentence, finite, at })
    if (found.end !== undefined) return found.end === 'break' ? unsure : found.end
    unsure ??= found.unsure ?? null
    i = found.next
  }
  return unsure
}

/** What one step to the left brings: the subject or the end of the clause (`end`), a doubtful subject, and where to look next. */
type Step = Readonly<{ next: number; end?: Group | null | 'break'; unsure?: Group }>

type Clause = Readonly<{ sentence: Sentence; finite: boolean; at: number }>

function lookAt(doc: Annotated, i: number, clause: Clause): Step {
  const { sentence } = clause
  if (RELATIVES.has(doc.tokens[i]?.lower ?? '')) return { next: i - 1, end: groupEndingNear(doc, i, sentence) }
  if (isClauseBreak(doc.tokens, i)) return { next: i - 1, end: 'break' }
  const group = groupAt(doc, i, sentence)
  const next = (group?.first ?? i) - 1
  const candidate = group && candidateOf(doc, group, clause)
  if (!candidate) return { next }
  return candidate.sure ? { next, end: candidate.group } : { next, unsure: candidate.group }
}

/**
 * A phrase as the subject: none when a preposition governs it; unsure when it breaks a total down, or is the object of an earlier verb
 * ("a man accused of forcing them to work has been extradited").
 */
function candidateOf(doc: Annotated, group: Group, { sentence, finite, at }: Clause): { group: Group; sure: boolean } | null {
  if (group.part) return { group, sure: false }
  // "after 19 men had got out": a conjunction, for the verb follows at once.
  if (finite && group.last === at && PREPOSITIONAL.has(doc.tokens[group.first - 1]?.lower ?? '')) return { group, sure: true }
  if (isGoverned(doc, group, sentence)) return null
  const whole = withApposition(doc, group, sentence)
  return { group: whole, sure: !(finite && isObject(doc.tokens, whole)) }
}

/** "that" after a noun opens a clause about it and ends nothing; "before the court" is no clause. */
function isClauseBreak(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  if (!CLAUSE_BREAKS.has(token.lower)) return false
  if (token.pos === 'ADP' && PREPOSITIONAL.has(token.lower)) return false
  return !(token.lower === 'that' && isNounBefore(tokens, i))
}

/** "The captain and the mate, both Chinese nationals, were held": the phrase before the comma is the subject, the one behind it tells more. */
function withApposition(doc: Annotated, group: Group, sentence: Sentence): Group {
  const end = appositionEnd(doc.tokens, group, sentence)
  const before = end < 0 ? undefined : doc.groups.find((one) => one.last === end && one.first >= sentence.first)
  if (!before || isGoverned(doc, before, sentence)) return group
  const whole = withApposition(doc, before, sentence)
  const surname = whole.surname ?? group.surname
  return {
    ...whole,
    last: group.last,
    number: whole.number ?? group.number,
    nationalities: [...new Set([...whole.nationalities, ...group.nationalities])],
    role: whole.role === 'neutral' ? group.role : whole.role,
    named: whole.named || group.named,
    ...(surname ? { surname } : {}),
  }
}

/** Where the phrase ends that a comma parts from this one, past "(46)"; -1 when no comma stands before it. */
function appositionEnd(tokens: readonly Token[], group: Group, sentence: Sentence): number {
  const lead = ['both', 'all'].includes(tokens[group.first - 1]?.lower ?? '') ? 1 : 0
  const comma = group.first - 1 - lead
  if (tokens[comma]?.lower !== ',' || comma <= sentence.first) return -1
  if (tokens[comma - 1]?.lower !== ')') return comma
  let end = comma
  while (end > sentence.first && tokens[end - 1]?.lower !== '(') end--
  return end - 1
}

const isObject = (tokens: readonly Token[], group: Group): boolean => tokens[group.first - 1]?.pos === 'VERB'

const isNounBefore = (tokens: readonly Token[], i: number): boolean => tokens[i - 1]?.pos === 'NOUN'

function groupAt(doc: Annotated, i: number, sentence: Sentence): Group | null {
  return doc.groups.find((group) => i >= group.first && i < group.last && group.first >= sentence.first) ?? null
}

/** The antecedent of a relative pronoun: the phrase that ends just before it, past a comma and past "from Colombia". */
function groupEndingNear(doc: Annotated, at: number, sentence: Sentence): Group | null {
  const before = doc.groups.filter((group) => group.last <= at && group.first >= sentence.first)
  const near = before.at(-1)
  return near && at - near.last <= 8 ? near : null
}

/** ", who were forced into cybercrime as slaves in Cambodia," and "(…)" between the verb and its subject. */
function closedRelatives(tokens: readonly Token[], sentence: Sentence, at: number): Span[] {
  const out = brackets(tokens, sentence, at)
  let open = -1
  for (let i = sentence.first; i < at; i++) {
    const word = (tokens[i] as Token).lower
    if (open < 0 && RELATIVES.has(word)) open = tokens[i - 1]?.lower === ',' ? i - 1 : i
    else if (open >= 0 && word === ',' && i > open + 1) {
      out.push({ first: open, last: i + 1 })
      open = -1
    }
  }
  // "fishermen who said they had been forced … were freed": an open relative ends before the last helper verb.
  if (open >= 0 && isHelper(tokens[at]) && verbsBetween(tokens, open, at) > 0) out.push({ first: open, last: at })
  return out
}

function brackets(tokens: readonly Token[], sentence: Sentence, at: number): Span[] {
  const out: Span[] = []
  let open = -1
  for (let i = sentence.first; i < at; i++) {
    const word = (tokens[i] as Token).lower
    if (word === '(') open = i
    else if (word === ')' && open >= 0) out.push({ first: open, last: i + 1 })
  }
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
