const subjects = ['The officers', 'Two inspectors', 'A local group', 'The labour office', 'Neighbours', 'The harbour guard', 'A prosecutor', 'The mayor']
const verbs = ['visited', 'described', 'searched', 'watched', 'closed', 'photographed', 'reported', 'entered']
const objects = [
  'the old mill',
  'a row of sheds',
  'the yard behind the market',
  'an empty hotel',
  'the ferry landing',
  'a brick kiln',
  'two boats',
  'the warehouse',
]
const ends = [
  'before dawn',
  'without a word',
  'for the second time',
  'after long talks',
  'in heavy rain',
  'while a crowd looked on',
  'with great care',
  'to the surprise of many',
]

/** A stream of numbers in [0, 1), 32 bits each, that is the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Invented sentences, the same for the same seed. Their parts come from small lists, so that stories share words but few runs of words. */
export function storyOf(seed: number, sentences = 12): string[] {
  const random = randomOf(seed * 2654435761)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string
  return Array.from({ length: sentences }, () => `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(ends)}.`)
}
