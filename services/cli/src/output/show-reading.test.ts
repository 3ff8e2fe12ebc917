import { ReadableDocument } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { readForShow } from '../input/reader.ts'
import { showReading } from './show-reading.ts'

const document = ReadableDocument.parse({
  id: 'one',
  title: 'Twelve women freed in Siem Reap',
  published_at: '2024-05-06T09:00:00+07:00',
  publisher_tz: 'Asia/Phnom_Penh',
  lang: 'en',
  text: 'Police rescued 12 Thai women from a scam compound in Cambodia on Sunday. One of them, Malee Nonexistova, told reporters that she had been beaten. So far more than 300 people have been rescued this year.',
})

const show = (colours: boolean) => showReading({ document, ...readForShow(document) }, { colours })

test('facts are marked in the text and explained below', () => {
  expect(show(false)).toMatch(/\[[^\]]*12[^\]]*\|count\]/)
  expect(show(false)).toMatch(/count\s+how many/)
})

test('the marks take nothing away from the text and add nothing to it but themselves', () => {
  const body = show(false).split('\n\n')[1] as string
  const bare = body.replace(/\[([^\]|]*)\|\w+\]/g, '$1')
  expect(bare).toBe(document.text.replace('Malee Nonexistova', /\[\w+\]/.exec(bare)?.[0] ?? 'no token'))
})

test('no name of a person is shown', () => {
  expect(show(false)).not.toMatch(/Malee|Nonexistova/)
})

test('colours are escape codes that end', () => {
  const text = show(true)
  const code = String.fromCharCode(27)
  const opened = text.split(`${code}[`).length - 1
  expect(opened).toBeGreaterThan(0)
  expect(text.split(`${code}[0m`).length - 1).toBe(opened / 2)
})

test('a language without a pack is told as such', () => {
  const other = ReadableDocument.parse({ ...document, lang: 'km', text: 'អត្ថបទ' })
  expect(showReading({ document: other, ...readForShow(other) }, { colours: false })).toContain('No pack for this language')
})
