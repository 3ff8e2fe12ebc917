import { Article, FeedEntry, ReadableDocument, SourceSpec } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { aDocument, aFeedEntry, anArticle, aSource } from './documents.ts'

test('what builders make is well-formed, and takes the fields that a test names', () => {
  expect(ReadableDocument.parse(aDocument({ title: 'Other' })).title).toBe('Other')
  expect(SourceSpec.parse(aSource({ kind: 'embassy' })).kind).toBe('embassy')
  expect(FeedEntry.parse(aFeedEntry({ complete: true })).complete).toBe(true)
  expect(Article.parse(anArticle({ lang: 'km' })).lang).toBe('km')
})

test('two of them are never the same', () => {
  expect(aDocument().id).not.toBe(aDocument().id)
  expect(aSource().url).not.toBe(aSource().url)
  expect(aFeedEntry().url).not.toBe(aFeedEntry().url)
})
