import type { Annotated, BodyMention, Sentence } from '../annotate/types.ts'

/** Who is named as saying it: "according to the Embassy", "the ministry said". */
export function speakerIn(doc: Annotated, sentence: Sentence): BodyMention | null {
  const { tokens, pack } = doc
  for (const body of doc.bodies) {
    if (body.first < sentence.first || body.last > sentence.last) continue
    const before = tokens.slice(Math.max(sentence.first, body.first - 3), body.first).map((token) => token.lower)
    const after = tokens.slice(body.last, Math.min(sentence.last, body.last + 4)).map((token) => token.lower)
    if (
      before.includes('according') ||
      (before.includes('to') && before.includes('according')) ||
      after.some((word) => pack.cues.saying.has(word)) ||
      before.some((word) => word === 'said' || word === 'says')
    )
      return body
  }
  return null
}
