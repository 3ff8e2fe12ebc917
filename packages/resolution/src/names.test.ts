import { expect, it } from 'vitest'
import { bodyKey, countryName, folded, isResponsibleBody } from './names.ts'
import { agencyCredit } from './origins.ts'

it.each([
  ['the Embassy of India, Phnom Penh', 'Indian Embassy in Cambodia'],
  ['Philippine Embassy in Laos', 'Embassy of the Philippines, Vientiane'],
  ['Ministry of Social Affairs, Veterans and Youth Rehabilitation', 'the Ministry of Social Affairs'],
  ['Coast Police', 'COAST POLICE'],
])('%s and %s are one body', (a, b) => {
  expect(bodyKey(a)).toBe(bodyKey(b))
})

it.each([
  ['Embassy of India, Phnom Penh', 'Embassy of Kenya, Bangkok'],
  ['Lao police', 'Thai police'],
  ['Ministry of Labour', 'Ministry of Justice'],
])('%s and %s are two', (a, b) => {
  expect(bodyKey(a)).not.toBe(bodyKey(b))
})

it('answers for what it does: state bodies, courts, police, embassies; not foundations or papers', () => {
  expect(
    ['Embassy of India', 'Coast Police', 'Ministry of Labour', 'UNODC', 'Polícia Federal', 'District Court of Arda'].filter((name) => !isResponsibleBody(name)),
  ).toEqual([])
  expect(['Lantern Foundation', 'Delta Herald', 'Arda Policy Forum'].filter(isResponsibleBody)).toEqual([])
})

it('folds names of Latin script and leaves other scripts their marks', () => {
  expect(folded('Đức Hòa')).toBe('duc hoa')
  expect(folded('  São-Tomé!')).toBe('sao tome')
  expect(folded('ปอยเปต')).toBe('ปอยเปต')
})

it('names countries plainly', () => {
  expect(['KH', 'MM', 'VN', 'XX'].map(countryName)).toEqual(['Cambodia', 'Myanmar', 'Vietnam', 'XX'])
})

it.each([
  ['ARDA, July 17 (PTI) Police said on Friday …', 'PTI'],
  ['By The Associated Press\nPolice said …', 'Associated Press'],
  ['Police said on Friday that all are well.\n— Reuters', 'Reuters'],
  ['Reuters reporters were told on Friday that all are well.', null],
])('%j credits %s', (text, agency) => {
  expect(agencyCredit(text)).toBe(agency)
})
