import { ReadableDocument, SourceSpec } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { describeIssues } from './describe-issues.ts'

const of = (raw: unknown, schema: typeof ReadableDocument | typeof SourceSpec = ReadableDocument) => {
  const { error } = schema.safeParse(raw)
  return error ? describeIssues(error) : null
}
const document = { id: 'a', title: '', published_at: null, text: '' }

test.each([
  [{ ...document, text: undefined }, 'text: is missing'],
  [{ ...document, text: 7 }, 'text: should be a text'],
  [{ ...document, id: '' }, 'id: is empty'],
  [{ ...document, published_at: '2024-07-21' }, 'published_at: is no instant with its offset, such as 2024-07-21T07:51:00+05:30'],
  [[], 'should be an object { … }'],
])('%j is told in plain words', (raw, words) => {
  expect(of(raw)).toBe(words)
})

test('several mistakes are told together', () => {
  expect(of({ name: 'N', url: 'n.example', kind: 'blog', poll_every_s: 0 }, SourceSpec)).toMatch(
    /^url: is no web address.*; kind: is one of rss_news, .*; poll_every_s: should be at least 1$/,
  )
})
