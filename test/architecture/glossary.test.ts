import { codeLists } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { members, read } from './project.ts'

const glossary = read('packages/domain/GLOSSARY.md')
const words = new Set([...glossary.matchAll(/^\| \*\*([^*]+)\*\*/gm)].map((match) => (match[1] ?? '').toLowerCase()))
const domain =
  members()
    .find((member) => member.folder === 'packages/domain')
    ?.files.filter((file) => !file.isTest) ?? []

test('every type that domain exports is a word of the glossary', () => {
  const types = domain.flatMap((file) => typesOf(file.text))
  expect(types.length).toBeGreaterThan(20)
  expect(types.filter((type) => !words.has(asWords(type)))).toEqual([])
})

test('every list of codes has its word', () => {
  expect(Object.keys(codeLists).filter((list) => !words.has(list.replaceAll('_', ' ')))).toEqual([])
})

test('the rule fires', () => {
  expect(typesOf('export type Gizmo = string\nexport class BadThing {}')).toEqual(['Gizmo', 'BadThing'])
  expect(asWords('ReadingEvent')).toBe('reading event')
  expect(words.has('gizmo')).toBe(false)
})

function typesOf(text: string): string[] {
  return [...text.matchAll(/^export (?:type|interface|class) (\w+)/gm)].map((match) => match[1] ?? '')
}

function asWords(type: string): string {
  return type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}
