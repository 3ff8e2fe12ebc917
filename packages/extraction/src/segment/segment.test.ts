import { ReadableDocument } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { packOf } from '../packs/index.ts'
import { segment } from './segment.ts'

function kinds(text: string): [string, string][] {
  const document = ReadableDocument.parse({ id: 'a', title: 'Nine freed', published_at: null, lang: 'en', text })
  const pack = packOf('en')
  if (!pack) throw new Error('the English pack is missing')
  return segment(document, pack).map(({ kind, field, start, end }) => [kind, document[field].slice(start, end)])
}

test('byline, dateline, links and handles are no body', () => {
  expect(kinds('By Mo Fallen\n\nSUVA, Aug 18 (South Wire) — Police boarded a ship.\n\nAlso read: Rain on Sunday\n\n— Some One (@some_one)')).toEqual([
    ['headline', 'Nine freed'],
    ['byline', 'By Mo Fallen'],
    ['dateline', 'SUVA, Aug 18 (South Wire) — '],
    ['body', 'Police boarded a ship.'],
    ['boilerplate', 'Also read: Rain on Sunday'],
    ['byline', '— Some One (@some_one)'],
  ])
})

test('a sentence that begins with "By" is body', () => {
  expect(kinds('By Monday all nine were free.').at(-1)).toEqual(['body', 'By Monday all nine were free.'])
})

test('a headline repeated above the text is read once', () => {
  expect(kinds('Nine freed\nThey are well.').map(([kind]) => kind)).toEqual(['headline', 'boilerplate', 'body'])
})

test('a menu under a long text ends it', () => {
  const body = Array.from({ length: 5 }, (_, i) => `This is sentence number ${i} of a text that is long enough to be an article, it goes on and on.`).join('\n')
  const found = kinds(`${body}\nCareers\nNewsroom\nLegal\nMedia\nA teaser about a different story that ends like a sentence does.`)
  expect(found.filter(([kind]) => kind === 'body')).toHaveLength(5)
})
