import { describe, expect, it } from 'vitest'
import { storyOf } from '../test/story.ts'
import { compareTexts, type Page } from './compare.ts'

const page = (text: string, more: Partial<Page> = {}): Page => ({ url: null, title: 'A title', text, ...more })
const story = storyOf(7, 14)
const text = story.join(' ')

describe('copies', () => {
  it.each<[string, Partial<Page>, Partial<Page>, string]>([
    ['the same text', {}, { text: `  ${text.toUpperCase()} ` }, 'exact'],
    ['another title', {}, { title: 'Another title' }, 'reprint'],
    [
      'a changed page at its own address',
      { url: 'https://a.example/n?utm_source=x' },
      { url: 'http://www.a.example/n', text: `${story.slice(0, 10).join(' ')} 15 more words came here.` },
      'update',
    ],
    ['an added paragraph', {}, { text: [...story, ...storyOf(99, 3)].join(' ') }, 'near'],
    ['a dropped paragraph with numbers', { text: `${text} They found 14 people there on Monday.` }, { text }, 'near'],
    ['a shortened text', {}, { text: story.slice(0, 8).join(' ') }, 'reprint'],
    [
      'a byline and a date of its own',
      { text: `By Asha Verma, 12 May 2025. ${story.concat(storyOf(3, 8)).join(' ')}` },
      { text: `Tomas Reyk reports on 13 May. ${story.concat(storyOf(3, 8)).join(' ')}` },
      'near',
    ],
  ])('%s', (_, left, right, kind) => {
    expect(compareTexts(page(text, left), page(text, right)).kind).toBe(kind)
    expect(compareTexts(page(text, right), page(text, left)).kind).toBe(kind)
  })
})

describe('template twins are no copies', () => {
  const post = (number: string, day: string, place: string) =>
    `With the help of the authorities the Embassy has got ${number} of our citizens out of a compound near ${place} on ${day} and is working for their early return. All citizens are asked to check offers of work abroad with the Embassy before they leave, and to write to our help line when in doubt. ${text}`
  const twin = (a: string, b: string) => compareTexts(page(a), page(b))
  it.each([
    ['numbers', post('23', 'Friday', 'Arda'), post('31', 'Friday', 'Arda')],
    ['number words', post('twelve', 'Friday', 'Arda'), post('seventeen', 'Friday', 'Arda')],
    ['dates', post('23', 'Friday', 'Arda'), post('23', 'Monday', 'Arda')],
    ['names', post('23', 'Friday', 'Arda'), post('23', 'Friday', 'Belmor')],
  ])('other %s', (what, a, b) => {
    expect(twin(a, b)).toMatchObject({ kind: null, reasons: [`${what === 'number words' ? 'numbers' : what}_differ`] })
    expect(twin(a, b).jaccard).toBeGreaterThan(0.8)
  })
})

it.each([
  ['other stories of the same words', text, storyOf(8, 14).join(' ')],
  ['a text and its beginning', text, story.slice(0, 2).join(' ')],
  ['empty texts', '', ' . '],
])('%s are no copies', (_, a, b) => {
  expect(compareTexts(page(a), page(b)).kind).toBeNull()
})

it('a front page is no page of a story', () => {
  expect(compareTexts(page(text, { url: 'https://a.example/' }), page(storyOf(9, 14).join(' '), { url: 'https://a.example' })).kind).toBeNull()
})

it('texts without spaces between words are compared by characters', () => {
  const chinese = '警方周三在边境城市突击搜查一栋大楼并解救了多名外国工人他们被迫从事网络诈骗活动警方还逮捕了管理者目前案件正在进一步调查之中'
  expect(compareTexts(page(chinese), page(`${chinese}记者报道`)).kind).toBe('near')
  expect(
    compareTexts(page(chinese), page('市政府周五宣布一项新的公共交通计划预计明年开始在全市范围内增加公交线路并改善服务质量市民表示欢迎这一决定')).kind,
  ).toBeNull()
})
