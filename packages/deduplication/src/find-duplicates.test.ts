import { expect, it } from 'vitest'
import { randomOf, storyOf } from '../test/story.ts'
import { findDuplicates } from './find-duplicates.ts'

const page = (id: string, text: string, hour: number) => ({
  id,
  url: `https://${id}.example/n`,
  title: id,
  text,
  published_at: `2025-07-01T${String(hour).padStart(2, '0')}:00:00Z`,
})

it('points every copy to the oldest of its group, whatever the order', () => {
  const story = storyOf(1, 16)
  const documents = [
    page('a', story.join(' '), 8),
    page('b', [...story, ...storyOf(2, 2)].join(' '), 9),
    page('c', [...story, ...storyOf(2, 4)].join(' '), 10),
    page('d', storyOf(3, 16).join(' '), 7),
  ]
  const expected = [
    { id: 'b', duplicate_of: 'a' },
    { id: 'c', duplicate_of: 'a' },
  ]
  for (const order of [documents, documents.toReversed()]) expect(findDuplicates(order).map(({ id, duplicate_of }) => ({ id, duplicate_of }))).toEqual(expected)
})

it('finds planted copies and no others among many stories', () => {
  const random = randomOf(5)
  const originals = Array.from({ length: 200 }, (_, seed) => page(`o${seed}`, storyOf(seed + 1, 14).join(' '), 1))
  const copies = originals
    .slice(0, 60)
    .map(({ id, text }, index) => page(`${id}-copy`, `${text} ${storyOf(1000 + index, 1 + Math.floor(random() * 2)).join(' ')}`, 5))
  const found = findDuplicates([...copies, ...originals])
  expect(found.map(({ id, duplicate_of }) => [id, duplicate_of]).sort()).toEqual(copies.map(({ id }) => [id, id.replace('-copy', '')]).sort())
})
