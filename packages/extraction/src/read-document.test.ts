import { ReadableDocument } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { plainRedactor } from '../test/plain-redactor.ts'
import { readDocument } from './read-document.ts'

const read = (text: string, title = '') =>
  readDocument(ReadableDocument.parse({ id: 'a', title, published_at: '2025-03-03T08:00:00+07:00', publisher_tz: 'Asia/Phnom_Penh', lang: 'en', text }), {
    redact: plainRedactor,
  })
const told = (text: string) =>
  read(text).events.map(({ type, status, counts }) => [type, status, ...counts.map(({ measure, min }) => `${measure} ${min}`)].join(' '))

test('six mentions of one number are one count', () => {
  const text =
    'Nine Thais were freed from a scam compound in Poipet on Saturday. The nine Thais are well. The release of the nine Thais was announced by the Interior Ministry.'
  expect(told(text)).toEqual(['rescue_release happened rescued 9'])
})

test('who did it to whom: active, passive, nominal and reduced tellings agree', () => {
  for (const text of [
    'Police freed nine Thais from a scam compound in Poipet.',
    'Nine Thais were freed from a scam compound in Poipet.',
    'Nine Thais, who had been forced to run online scams, were freed in Poipet.',
    'The ministry announced the rescue of nine Thais from a scam compound.',
    'The embassy got nine Thais trapped in a scam compound released.',
  ]) {
    expect(told(text)).toContain('rescue_release happened rescued 9')
  }
})

test('a running total never feeds an event', () => {
  const reading = read('So far more than 650 Thais have been rescued from scam compounds in Cambodia, the embassy said.')
  expect(reading.events).toEqual([])
  expect(reading.statistics).toMatchObject([{ measure: 'rescued', kind: 'cumulative', min: 650, max: null, qualifier: 'more_than', nationalities: ['TH'] }])
})

test('what is planned is not told as done', () => {
  expect(told('Nine Thais were freed from a scam compound in Poipet on Saturday. The embassy is working on their repatriation.')).toEqual([
    'rescue_release happened rescued 9',
    'repatriation planned repatriated 9',
  ])
})

test('a wish to rescue is no rescue', () => {
  expect(told('Lawmakers discussed how to rescue Thais from scam compounds in Cambodia.')).toEqual([])
})

test('parts by nationality stay with their total', () => {
  const [event] = read('Police detained 20 foreigners in a scam compound in Poipet on Saturday. Those held are 12 Chinese and eight Thais.').events.filter(
    (one) => one.type === 'arrest_detention',
  )
  expect(event?.counts[0]).toMatchObject({ measure: 'detained', min: 20, by_nationality: { CN: 12, TH: 8 } })
})

test('a name that the redactor knows comes out in no field', () => {
  const text = 'Police rescued nine women from forced prostitution in Verlane on Saturday.'
  const reading = readDocument(ReadableDocument.parse({ id: 'a', title: '', published_at: null, lang: 'en', text }), {
    redact: () => ({
      redact: (_field, start, end) => text.slice(start, end).replaceAll('Verlane', '[person]'),
      holdsName: (value) => value.includes('Verlane'),
    }),
  })
  expect(reading.events.length).toBeGreaterThan(0)
  expect(JSON.stringify(reading)).not.toContain('Verlane')
})

test('time grows with length only', () => {
  const paragraph =
    'Police freed nine Thais who had been forced to work in a scam compound in Poipet, and arrested three men from China, who were held on Saturday. '
  for (const text of [
    paragraph.repeat(700),
    `${'nine women and '.repeat(6000)}men were trafficked.`,
    `human trafficking ${'('.repeat(50_000)}`,
    `human trafficking ${'who '.repeat(25_000)}`,
  ]) {
    const began = performance.now()
    read(text)
    expect(performance.now() - began).toBeLessThan(30_000)
  }
}, 130_000)
