import { expect, it } from 'vitest'
import { readDocument } from '../src/read-document.ts'
import { plainRedactor } from './plain-redactor.ts'

const document = { id: 'd', source_kind: 'rss_news' as const, title: '', published_at: '2025-03-09T09:00:00+07:00', publisher_tz: 'Asia/Bangkok', lang: 'en' }
const read = (text: string, source_actor: string | null = null) => readDocument({ ...document, text, source_actor }, { redact: plainRedactor })

it('takes "so far" back over every verb before it: a total, and no event', () => {
  const { events, statistics } = read('More than 430 Kenyans have been rescued and sent back home so far from scam centres in Laos, the ministry said.')
  expect(events.filter(({ type }) => type === 'rescue_release')).toEqual([])
  expect(statistics).toMatchObject([{ measure: 'rescued', kind: 'cumulative', min: 430, max: null, country: 'LA', nationalities: ['KE'] }])
})

it('lets an official source speak for itself', () => {
  const { statistics } = read('So far, the Embassy has rescued and repatriated 96 Nepali nationals from cyber scams in Laos.', 'Embassy of Nepal, Bangkok')
  expect(statistics).toMatchObject([{ measure: 'rescued', min: 96, said_by: 'Embassy of Nepal, Bangkok', basis: 'official' }])
})

it('gives an embassy one name, however it is written', () => {
  const said = 'More than 61 Nepali nationals have been rescued from scam compounds so far, according to the Embassy.'
  const { statistics } = read(`Twelve Nepalis were released from a scam compound in Laos on Friday, the Nepali Embassy in Bangkok said. ${said}`)
  expect(statistics).toMatchObject([{ min: 61, said_by: 'Embassy of Nepal, Bangkok' }])
})

it('finds in a later sentence where people come from', () => {
  const { events } = read('Police freed 23 workers from a scam compound in Poipet on Friday. The workers come from Ghana and Togo.')
  expect(events.find(({ type }) => type === 'rescue_release')?.nationalities).toEqual(['GH', 'TG'])
})

it('lends suspects no nationality of victims', () => {
  const { events } = read('Police arrested two men in Leeds on Friday over modern slavery. Six Polish women were freed. The suspects remain in custody.')
  expect(events.find(({ type }) => type === 'arrest_detention')?.nationalities).toEqual([])
})
