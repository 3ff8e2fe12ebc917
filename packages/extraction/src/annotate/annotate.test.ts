import { ReadableDocument } from '@tipwire/domain'
import { describe, expect, test } from 'vitest'
import { packOf } from '../packs/index.ts'
import { segment } from '../segment/segment.ts'
import { annotate } from './annotate.ts'
import type { Annotated } from './types.ts'

function annotated(text: string, published_at: string | null = '2024-07-21T07:51:00+05:30'): Annotated {
  const document = ReadableDocument.parse({ id: 'a', title: '', published_at, publisher_tz: 'Asia/Kolkata', lang: 'en', text })
  const pack = packOf('en')
  if (!pack) throw new Error('the English pack is missing')
  return annotate(document, segment(document, pack), pack)
}

const people = (text: string) =>
  annotated(text)
    .groups.filter((group) => group.number && !group.part)
    .map(({ number, nationalities }) => [number?.min ?? null, number?.max ?? null, ...nationalities])
const days = (text: string, published_at?: string | null) => annotated(text, published_at).dates.map(({ edtf }) => edtf)
const places = (text: string) => annotated(text).places.map(({ name, country }) => `${name} ${country}`)
const bodies = (text: string) =>
  annotated(text)
    .bodies.filter((body) => !body.generic)
    .map(({ name }) => name)

describe('people', () => {
  test('a number, its qualifier and the noun it counts', () => {
    expect(people('Police found more than 40 migrant workers.')).toEqual([[40, null]])
    expect(people('As many as 14 Indian nationals left.')).toEqual([[14, 14, 'IN']])
    expect(people('Up to 1,000 women may be there.')).toEqual([[null, 1000]])
    expect(people('Between 300 and 400 Kenyans stayed.')).toEqual([[300, 400, 'KE']])
    expect(people('Two dozen girls were there.')).toEqual([[24, 24]])
    expect(people('Some 1.2 lakh labourers came.')).toEqual([[120_000, 120_000]])
  })

  test('people named by parts are added, parts beside their total are not', () => {
    expect(people('Three girls and a woman were found.')).toEqual([[4, 4]])
    expect(people('They freed 34 labourers, namely 14 men, 9 women and 11 children.')).toEqual([[34, 34]])
  })

  test('numbers of things, money, ages and times count nobody', () => {
    expect(people('Officers seized 310 computers and 46,500 euros at 6 am.')).toEqual([])
    expect(people('The 26-year-old said it took 12 months.')).toEqual([[1, 1]].slice(1))
  })

  test('where people come from is told by the words behind them', () => {
    expect(people('They freed 18 women from Colombia, Venezuela and Paraguay.')).toEqual([[18, 18, 'CO', 'VE', 'PY']])
    expect(people('The state repatriated 126 nationals from Myanmar.')).toEqual([[126, 126]])
  })
})

describe('dates', () => {
  test('a weekday is the last one in the zone of the publisher', () => {
    expect(days('They were rescued on Saturday.')).toEqual(['2024-07-20'])
    expect(days('They were rescued on Sunday.')).toEqual(['2024-07-21'])
    // The same instant is Saturday in New York; the publisher's zone counts.
    expect(days('They came on Saturday.', '2024-07-20T22:21:00-04:00')).toEqual(['2024-07-20'])
  })

  test('what is to come lies ahead', () => {
    expect(days('He will be sentenced on 3 August.')).toEqual(['2024-08-03'])
    expect(days('They left on 3 August.')).toEqual(['2023-08-03'])
  })

  test('months, years and spans keep their grain', () => {
    expect(days('It began in March.')).toEqual(['2024-03'])
    expect(days('They worked there from 2017 to 2021.')).toEqual(['2017/2021'])
    expect(days('It happened between March and August of 2016.')).toEqual(['2016-03/2016-08'])
  })

  test('without a day of publication only full dates come out', () => {
    expect(days('On Saturday, 6 May 2023, and again yesterday.', null)).toEqual(['2023-05-06'])
  })

  test('"the following month" counts from the date before', () => {
    expect(days('They were freed in November 2019 and sent home the following month.')).toEqual(['2019-11', '2019-12'])
  })
})

describe('places', () => {
  test('a town belongs to the country that the text speaks of', () => {
    expect(places('The men from Kenya were held in Myawaddy in Myanmar.')).toContain('Myawaddy MM')
    expect(places('Police in Benin City, Nigeria, closed a hotel.')).toContain('Benin City NG')
  })

  test('the city of an embassy is part of its name, no place', () => {
    expect(places('The Embassy of India in Phnom Penh said so.')).toEqual([])
  })

  test('"Vanuatu-flagged" and "Latin American women" place nothing', () => {
    expect(places('They boarded a Vanuatu-flagged ship.')).toEqual([])
    expect(people('Police freed 18 Latin American women.')).toEqual([[18, 18]])
  })
})

describe('bodies', () => {
  test('a rank behind a force begins a person, who is no part of a body', () => {
    expect(bodies('Police Colonel Aru Menkaba of the Sorvan immigration office said two men were held.')).toEqual(['Sorvan immigration office'])
  })

  test('a name with commas is one body', () => {
    expect(bodies('They went to the Ministry of Social Affairs, Veterans and Youth Rehabilitation.')).toEqual([
      'Ministry of Social Affairs, Veterans and Youth Rehabilitation',
    ])
  })

  test('initials stay with the name, days do not', () => {
    expect(bodies('The Department of Foreign Affairs (DFA) said so.')).toEqual(['Department of Foreign Affairs (DFA)'])
    expect(bodies("They appeared at Leeds Magistrates' Court on Friday.")).toEqual(["Leeds Magistrates' Court"])
  })
})
