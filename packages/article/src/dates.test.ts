import { describe, expect, it } from 'vitest'
import { dateInUrl, findDate, machineDate } from './dates.ts'

describe('findDate', () => {
  it.each([
    ['2027-05-11T09:30:00+07:00', '2027-05-11T09:30:00+07:00'],
    ['2027-05-11 09:30', '2027-05-11T09:30:00Z'],
    ['2027-05-11T09:30:00.123Z', '2027-05-11T09:30:00Z'],
    ['2027-05-11', '2027-05-11T12:00:00Z'],
    ['Published 11 May 2027', '2027-05-11T12:00:00Z'],
    ['Tuesday, May 11th, 2027 at 9:30 pm', '2027-05-11T21:30:00Z'],
    ['11. Mai 2027 um 09:30 Uhr', '2027-05-11T09:30:00Z'],
    ['11 de mayo de 2027', '2027-05-11T12:00:00Z'],
    ['le 11 août 2027', '2027-08-11T12:00:00Z'],
    ['Selasa, 11 Mei 2027 09:30', '2027-05-11T09:30:00Z'],
    ['11.05.2027', '2027-05-11T12:00:00Z'],
    ['11/05/2027', '2027-05-11T12:00:00Z'],
    ['05/13/2027', '2027-05-13T12:00:00Z'],
    ['2027年5月11日', '2027-05-11T12:00:00Z'],
    ['2027/5/11', '2027-05-11T12:00:00Z'],
  ])('reads %s', (text, expected) => expect(findDate(text)).toBe(expected))

  it('takes the month first where people do', () => {
    expect(findDate('05/11/2027', { monthFirst: true })).toBe('2027-05-11T12:00:00Z')
  })

  it.each(['in 2027', '14 Indian nationals 2027', '31 February 2027', '11 May 1927', 'call 0274 555 1234', '99.99.2027', ''])('finds none in "%s"', (text) => {
    expect(findDate(text)).toBeNull()
  })
})

describe('machineDate', () => {
  it.each([
    ['20270511', '2027-05-11T12:00:00Z'],
    ['20270511T093000', '2027-05-11T09:30:00Z'],
    ['1810028400', '2027-05-11T09:40:00Z'],
    ['Tue, 11 May 2027 09:30:00 GMT', '2027-05-11T09:30:00Z'],
    ['', null],
    [null, null],
    ['yesterday', null],
  ])('reads %s', (text, expected) => expect(machineDate(text)).toBe(expected))
})

describe('dateInUrl', () => {
  it.each([
    ['https://courier.example/2027/05/11/eleven', '2027-05-11T12:00:00Z'],
    ['https://courier.example/news-2027-05-11-eleven', '2027-05-11T12:00:00Z'],
    ['https://courier.example/20270511/eleven', '2027-05-11T12:00:00Z'],
    ['https://courier.example/story/20270599', null],
    ['https://courier.example/2027', null],
    ['no address', null],
  ])('%s', (url, expected) => expect(dateInUrl(url)).toBe(expected))
})
