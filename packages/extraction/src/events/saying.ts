import type { Annotated, DateMention, Sentence } from '../annotate/types.ts'

/** "said in a statement on Saturday": the day of the statement, not of the event. */
export function isStatementDate({ tokens, pack }: Annotated, sentence: Sentence, date: DateMention): boolean {
  for (let i = date.first - 1; i >= Math.max(sentence.first, date.first - 8); i--) {
    const token = tokens[i]
    if (token === undefined) return false
    if (pack.cues.saying.has(token.lower) || SAYING_MORE.has(token.lower)) return true
    if (token.pos === 'VERB' || token.lower === ',' || token.lower === ';') return false
  }
  return false
}

const SAYING_MORE = new Set(['reporters', 'interview', 'briefing', 'conference', 'post'])
