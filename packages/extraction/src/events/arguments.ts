import type { Annotated, BodyMention, Group, Sentence, Token } from '../annotate/types.ts'
import { listedAfter, objectsAfter, subjectBefore, type VerbGroup, verbGroup } from './syntax.ts'
import type { Trigger } from './triggers.ts'

export type Arguments = Readonly<{ people: readonly Group[]; agent: BodyMention | null; verb: VerbGroup }>

/** Who did it to whom: voice first, then subject, object, "by" and "of". */
export function argumentsOf(doc: Annotated, sentence: Sentence, trigger: Trigger): Arguments {
  const verb = verbGroup(doc.tokens, sentence, trigger.first)
  const told: Told = { doc, sentence, trigger, verb, objects: objectsOf(doc, sentence, trigger) }
  const against = trigger.frame.agent === 'charging' ? againstWhom(doc, sentence, trigger) : []
  if (against.length > 0) return { people: against, agent: anyAgent(told), verb }
  if (trigger.form === 'noun') return nominal(doc, sentence, { trigger, verb })
  if (trigger.frame.counts === 'none') return { people: [], agent: anyAgent(told), verb }
  const found = bySubject(told) ?? passiveOf(told) ?? activeOf(told) ?? reducedOf(told)
  return found.people.length > 0 ? found : { ...found, people: toWhom(told) }
}

const GIVEN = new Set(['conviction_sentence', 'victim_identification', 'assistance_shelter'])

/** "gave life terms to a couple", "certificates were issued to 35 adults": whoever gets it undergoes it. */
function toWhom({ doc, sentence, trigger }: Told): readonly Group[] {
  if (trigger.form !== 'phrase' || !GIVEN.has(trigger.frame.type)) return []
  for (let i = trigger.first + 1; i < Math.min(sentence.last, trigger.last + 5); i++)
    if (doc.tokens[i]?.lower === 'to') {
      const people = objectsAfter({ doc, sentence }, i + 1)
      if (people.length > 0) return people
    }
  return []
}

type Told = Readonly<{ doc: Annotated; sentence: Sentence; trigger: Trigger; verb: VerbGroup; objects: readonly Group[] }>

const anyAgent = ({ doc, sentence, trigger, verb }: Told): BodyMention | null => byAgent(doc, sentence, trigger.last) ?? bodyBefore(doc, sentence, verb.first)

/** The people inside a parted phrase ("sent 37 Malawians home"), else the object behind it. */
function objectsOf(doc: Annotated, sentence: Sentence, trigger: Trigger): readonly Group[] {
  const inside = insideOf(doc, trigger)
  return inside.length > 0 ? inside : objectsAfter({ doc, sentence }, trigger.last)
}

const insideOf = (doc: Annotated, trigger: Trigger): Group[] =>
  trigger.form === 'phrase' ? doc.groups.filter((group) => group.first > trigger.first && group.last <= trigger.last) : []

/** "14 men escaped": the subject is counted. */
function bySubject({ doc, sentence, trigger, verb, objects }: Told): Arguments | null {
  const stative = doc.tokens[trigger.first]?.lemma === 'be' && objects.length === 0
  if (trigger.frame.counts !== 'subject' && !stative) return null
  const subject = subjectBefore({ doc, sentence }, verb.first)
  return { people: subject ? [subject, ...listedAfter(doc, subject, sentence)] : [], agent: null, verb }
}

function passiveOf({ doc, sentence, trigger, verb }: Told): Arguments | null {
  const lemma = doc.tokens[trigger.first]?.lemma
  if (!verb.passive && lemma !== 'be' && lemma !== 'get') return null
  return { people: withList({ doc, sentence }, verb.first), agent: byAgent(doc, sentence, trigger.last), verb }
}

function activeOf(told: Told): Arguments | null {
  const { doc, sentence, trigger, verb, objects } = told
  const actor = trigger.form === 'verb' ? adjacentBody(doc, sentence, verb.first) : null
  if (actor) return { people: objects.length > 0 ? objects : withWhom(doc, sentence, trigger.last), agent: actor, verb }
  const causative = causativeObject(doc, sentence, trigger.first)
  if (causative) return { people: [causative], agent: bodyBefore(doc, sentence, causative.first), verb }
  if (objects.length > 0 && !isReduced(told)) return { people: objects, agent: bodyBefore(doc, sentence, verb.first), verb }
  const owner = trigger.form === 'phrase' && trigger.frame.measure === 'repatriated' ? possessor(doc, trigger.first) : null
  return owner ? { people: [owner], agent: bodyBefore(doc, sentence, verb.first), verb } : null
}

/** "34 labourers rescued from a kiln": a participle without helper, right behind people, is passive whatever follows it. */
function isReduced({ doc, sentence, trigger, verb, objects }: Told): boolean {
  if (!verb.participle || verb.perfect || sentence.segment === 'headline' || insideOf(doc, trigger).length > 0) return false
  const bare = verb.first > sentence.first && doc.tokens[verb.first - 1]?.pos !== 'AUX'
  return bare && objects[0]?.anaphor === false && precededByPeople(doc, trigger.first)
}

function reducedOf(told: Told): Arguments {
  const { doc, sentence, trigger, verb } = told
  if (verb.participle) return { people: withList({ doc, sentence }, trigger.first), agent: byAgent(doc, sentence, trigger.last), verb }
  if (trigger.form === 'phrase') return { people: withList({ doc, sentence }, verb.first), agent: anyAgent(told), verb }
  return { people: [], agent: bodyBefore(doc, sentence, verb.first), verb }
}

type Reach = Readonly<{ doc: Annotated; sentence: Sentence }>

function withList(reach: Reach, at: number): Group[] {
  const subject = subjectBefore(reach, at)
  if (!subject) return []
  // A list before the verb: its first members lie further left.
  const earlier = reach.doc.groups.filter((group) => group.first >= reach.sentence.first && group.last <= subject.first)
  const first = earlier.findLast(
    (group) => group.number !== null && !group.part && listedAfter(reach.doc, group, reach.sentence).some((one) => one.first === subject.first),
  )
  return first ? [first, ...listedAfter(reach.doc, first, reach.sentence)] : [subject]
}

function precededByPeople(doc: Annotated, at: number): boolean {
  return doc.groups.some((group) => group.last === at || group.last === at - 1)
}

/** The body that stands right before the verb, or before ", in coordination with the UK," : the verb is active. */
function adjacentBody(doc: Annotated, sentence: Sentence, at: number): BodyMention | null {
  const body = doc.bodies.find((one) => one.first >= sentence.first && one.last <= at && at - one.last <= 1 && doc.tokens[one.last]?.lower !== ',')
  if (!body || body.generic) return null
  const before = doc.tokens[body.first - 1]
  const lower = before?.lower === 'the' ? doc.tokens[body.first - 2]?.lower : before?.lower
  return lower === 'by' || lower === 'with' || lower === 'from' || lower === 'to' ? null : body
}

/** "designated the armed group, along with four of its leaders" */
function withWhom(doc: Annotated, sentence: Sentence, from: number): Group[] {
  const numbered = doc.groups.find(
    (group) =>
      group.first >= from &&
      group.last <= sentence.last &&
      group.first - from <= 24 &&
      group.number !== null &&
      (group.number.min ?? 0) > 1 &&
      doc.tokens[group.first - 1]?.lower === 'with',
  )
  return numbered ? [{ ...numbered, subset: false }] : []
}

/** "filed a charge sheet against four accused" */
function againstWhom(doc: Annotated, sentence: Sentence, trigger: Trigger): Group[] {
  for (let i = trigger.first; i < Math.min(sentence.last, trigger.last + 14); i++) {
    if (doc.tokens[i]?.lower === 'against') return objectsAfter({ doc, sentence }, i + 1)
  }
  return []
}

/** "have got 14 Indian citizens trapped in a cybercrime scam released" */
function causativeObject(doc: Annotated, sentence: Sentence, at: number): Group | null {
  const got = doc.tokens.slice(sentence.first, at).findLast((token) => token.lemma === 'get' && token.index < at && at - token.index < 14)
  if (!got) return null
  return doc.groups.find((group) => group.first > got.index && group.first - got.index <= 2 && group.last <= at) ?? null
}

/** "the rescue of 14 Indians", "the release of 23 Filipinos", "their repatriation", "14 Indians' release" */
function nominal(doc: Annotated, sentence: Sentence, { trigger, verb }: { trigger: Trigger; verb: VerbGroup }): Arguments {
  const { tokens } = doc
  const next = tokens[trigger.last]
  const agent = byAgent(doc, sentence, trigger.last) ?? bodyBefore(doc, sentence, trigger.first)
  if (next?.lower === 'of' || next?.lower === 'for') {
    const people = objectsAfter({ doc, sentence }, trigger.last + 1)
    return { people, agent, verb }
  }
  const before = doc.groups.find(
    (group) =>
      group.last === trigger.first ||
      (group.last === trigger.first - 1 && ["'s", "'", 'expeditious', 'safe', 'early'].includes(tokens[trigger.first - 1]?.lower ?? '')),
  )
  const owner = before ? before : possessor(doc, trigger.first)
  return { people: owner ? [owner] : [], agent, verb }
}

/** "their repatriation", "his early release": the people are named elsewhere. */
function possessor({ tokens }: Annotated, at: number): Group | null {
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const word = tokens[i]?.lower ?? ''
    if (word === 'their' || word === 'his' || word === 'her')
      return {
        first: i,
        last: i + 1,
        head: i,
        role: 'neutral',
        number: null,
        nationalities: [],
        anaphor: true,
        part: false,
        child: false,
        definite: true,
        named: false,
        originEnd: i + 1,
      }
    if (tokens[i]?.pos === 'VERB') return null
  }
  return null
}

function byAgent(doc: Annotated, sentence: Sentence, from: number): BodyMention | null {
  for (let i = from; i < Math.min(sentence.last, from + 16); i++) {
    if ((doc.tokens[i] as Token).lower !== 'by') continue
    const body = doc.bodies.find((one) => one.first >= i + 1 && one.first <= i + 3)
    if (body) return body
  }
  return null
}

/** The body that is the subject: the first one of the clause before the verb that is no object of "with" or "from". */
function bodyBefore(doc: Annotated, sentence: Sentence, at: number): BodyMention | null {
  const bodies = doc.bodies.filter((body) => body.first >= sentence.first && body.last <= at)
  const last = bodies.at(-1)
  if (!last || at - last.last > 14) return null
  const before = doc.tokens[last.first - 1]
  const governed =
    before?.lower === 'with' ||
    before?.lower === 'from' ||
    (before?.lower === 'the' && ['with', 'from', 'to'].includes(doc.tokens[last.first - 2]?.lower ?? ''))
  if (!governed) return last
  return bodies.at(-2) ?? null
}
