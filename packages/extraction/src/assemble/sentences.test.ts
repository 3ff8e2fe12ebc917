import { ReadableDocument } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { type RedactorFactory, readDocument } from '../read-document.ts'

const NAME = 'Malee Nonexistova'
const redact: RedactorFactory = ({ title, text }) => ({
  redact: (field, start, end) => (field === 'title' ? title : text).slice(start, end).replaceAll(NAME, '[victim]'),
  holdsName: (value) => value.includes(NAME),
})

const document = (text: string) =>
  ReadableDocument.parse({
    id: 'one',
    title: 'Women freed in Poipet',
    published_at: '2024-05-06T09:00:00+07:00',
    publisher_tz: 'Asia/Phnom_Penh',
    lang: 'en',
    text,
  })

const read = (text: string) => readDocument(document(text), { redact })
const sentencesOf = (text: string) => read(text).events.flatMap((event) => event.evidence.filter((one) => one.role === undefined && one.field === 'text'))

test('the sentence around a number stands in the evidence', () => {
  const first = 'Police rescued 12 Thai women from a scam compound in Cambodia on Sunday.'
  const text = `${first} The market was closed.`
  expect(sentencesOf(text)).toEqual([{ field: 'text', start: 0, end: first.length, quote: first }])
})

test('a long sentence is cut at words, with the number inside', () => {
  const padding = 'after many weeks of quiet and patient work '.repeat(12)
  const text = `Officers said that ${padding}police rescued 12 Thai women from a scam compound in Cambodia on Sunday, ${padding}.`
  const [slice] = sentencesOf(text)
  expect(slice).toBeDefined()
  expect((slice?.end ?? 0) - (slice?.start ?? 0)).toBeLessThanOrEqual(300)
  expect(slice?.quote).toContain('12 Thai women')
  expect(text.slice(slice?.start, slice?.end)).toBe(slice?.quote)
  expect(`${text[(slice?.start ?? 1) - 1]}${text[slice?.end ?? 0]}`).toMatch(/^\W\W$/)
})

test('the sentence is redacted like the words', () => {
  const quotes = sentencesOf(`Police rescued ${NAME} and 11 other Thai women from a scam compound in Cambodia on Sunday.`).map((one) => one.quote)
  expect(quotes[0]).toMatch(/^Police rescued \[victim\] and 11/)
})
