import type { Token } from './types.ts'

/** Verbs that the tagger takes for names or nouns in headlines and after a subject. */
const HEADLINE_VERBS = new Set(
  `rescue rescues rescued free frees freed release releases released arrest arrests arrested detain detains detained raid raids raided nab nabs nabbed hold held charge charges charged sentence sentences sentenced
  convict convicts convicted jail jails jailed deport deports deported repatriate repatriates repatriated bust busts busted target targets targeted sanction sanctions sanctioned save saves saved escape escapes escaped
  acquitted lured trafficked trapped forced seize seizes seized sign signs signed warn warns warned extradited indicted indicts block blocks return returned returns identified`.split(
    /\s+/,
  ),
)
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'this',
  'that',
  'of',
  'his',
  'her',
  'their',
  'its',
  'for',
  'in',
  'after',
  'during',
  'from',
  'new',
  'joint',
  'under',
  'with',
  'on',
  'no',
  'by',
])

type Tagged = Readonly<{ value: string; lower: string; pos: string; previous: Token | undefined; headline: boolean }>

/** Mends the parts of speech that the tagger gets wrong in this kind of text. */
export function fixPart({ lower, pos, previous, headline }: Tagged): string {
  if (pos === 'VERB' || pos === 'AUX') return pos
  if (previous?.lemma === 'help' && HEADLINE_VERBS.has(lower)) return 'VERB'
  if (HEADLINE_VERBS.has(lower) && (lower.endsWith('ed') || lower === 'held') && !(previous && DETERMINERS.has(previous.lower) && !headline)) {
    return pos === 'ADJ' && previous && DETERMINERS.has(previous.lower) ? pos : 'VERB'
  }
  if (headline && HEADLINE_VERBS.has(lower) && previous && !DETERMINERS.has(previous.lower) && isNounLike(previous.pos)) return 'VERB'
  return pos
}

const isNounLike = (pos: string): boolean => pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'PRON'

/** The lemma of a word whose part of speech was mended: regular endings only. */
export function lemmaOf(lower: string, lemma: string, pos: string): string {
  if (pos !== 'VERB' || lemma !== lower) return lemma.toLowerCase()
  if (lower === 'freed' || lower === 'frees') return 'free'
  if (lower.endsWith('ied')) return `${lower.slice(0, -3)}y`
  for (const [ending, cut] of [
    ['ed', 2],
    ['s', 1],
  ] as const) {
    if (!lower.endsWith(ending)) continue
    const stem = lower.slice(0, -cut)
    if (HEADLINE_VERBS.has(stem)) return stem
    if (HEADLINE_VERBS.has(`${stem}e`)) return `${stem}e`
    if (stem.length > 2 && stem.at(-1) === stem.at(-2) && HEADLINE_VERBS.has(stem.slice(0, -1))) return stem.slice(0, -1)
  }
  return lower
}
