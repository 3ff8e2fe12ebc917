import { expect, it } from 'vitest'
import { readDocument } from '../src/read-document.ts'
import { plainRedactor } from './plain-redactor.ts'

const document = { id: 's', source_kind: 'rss_news' as const, title: '', published_at: '2025-03-28T09:00:00+07:00', publisher_tz: 'Asia/Bangkok', lang: 'en' }
const read = (text: string) => readDocument({ ...document, text }, { redact: plainRedactor })
const event = (text: string, type: string) => read(text).events.find((one) => one.type === type)

it('takes days side by side as one span', () => {
  expect(event('On 10 and 11 March police freed 12 women from a brothel in Chiang Rai.', 'rescue_release')?.occurred).toBe('2025-03-10/2025-03-11')
  expect(event('From 17 to 21 March 2025 police freed 12 women from a brothel in Chiang Rai.', 'rescue_release')?.occurred).toBe('2025-03-17/2025-03-21')
})

it('reads a blank between thousands', () => {
  expect(event('Police raided a brothel in Lyon and seized EUR 48 500 in cash. Nine women were freed.', 'asset_seizure')?.counts).toMatchObject([
    { min: 48_500 },
  ])
})

it('counts the whole and not its parts', () => {
  const { events } = read(
    'Thirteen others — seven Thais, four Ugandans and two Kenyans — said that they were forced to run scams in Bokeo. They were freed on 14 March.',
  )
  expect(events.find(({ type }) => type === 'rescue_release')).toMatchObject({ counts: [{ min: 13 }], nationalities: ['TH', 'UG', 'KE'] })
})

it('gives the second number of a comparison the measure of the first', () => {
  const { events, statistics } = read('The service identified 812 victims of trafficking in 2024, up from 57 in 2021.')
  expect(events.filter(({ counts }) => counts.length > 0)).toEqual([])
  expect(statistics.map(({ kind, min }) => [kind, min])).toEqual(
    expect.arrayContaining([
      ['period', 812],
      ['period', 57],
    ]),
  )
})

it('takes a large number beside a word of guessing as an estimate', () => {
  expect(read('The union believes that over 40,000 people are in debt bondage at the kilns.').statistics).toMatchObject([
    { kind: 'estimate', min: 40_000, max: null },
  ])
})

it('knows a body by what it is said to be', () => {
  const care = event(
    'Twelve women were freed from a brothel in Lyon on Monday. Harbour of Light, a charity, has put up the women in a hotel.',
    'assistance_shelter',
  )
  expect(care?.actors.map(({ name }) => name)).toContain('Harbour of Light')
})

it('reads what people are made to do from the verb of compulsion', () => {
  expect(
    event('Police in Lyon freed nine men with disabilities on Monday. They had been made to beg at the doors of shops.', 'rescue_release')?.exploitation,
  ).toEqual(['forced_begging'])
})

it('takes a return inside one country for no repatriation', () => {
  expect(
    event('The 42 bonded labourers returned home to Bihar on Thursday, after they were freed from a kiln in Tamil Nadu, India.', 'repatriation'),
  ).toBeUndefined()
})

it.each([
  ['Crew kept aboard', 'Nine deckhands came off a trawler on Tuesday. For two years the skipper had kept their papers and paid them nothing.', true],
  [
    'A course that was none',
    'She answered an advert for a nursing course. A woman took her papers, and for eleven months she cleaned two houses and was never paid.',
    true,
  ],
  ['Strike', 'Drivers stopped work on Monday over unpaid wages. The union said that the firm had promised to pay. Passengers were stranded.', false],
  ['Mine', 'Eleven miners trapped since Friday were rescued on Sunday. The workers had been stuck below ground.', false],
  ['Romance', 'A pensioner lost 40,000 pounds to a scammer who promised to marry her. Victims of fraud are advised to call the bank.', false],
])('weighs what is done to people: %s', (title, text, relevant) => {
  expect(readDocument({ ...document, title, text }, { redact: plainRedactor }).relevant).toBe(relevant)
})
