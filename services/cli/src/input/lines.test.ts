import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { type Line, readLines } from './lines.ts'

async function linesOf(...chunks: (string | Buffer)[]): Promise<Line[]> {
  return Array.fromAsync(readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))))
}

test('lines keep their numbers, empty ones are left out', async () => {
  expect(await linesOf('a\n\n b \r\nc')).toEqual([
    { number: 1, text: 'a' },
    { number: 3, text: 'b' },
    { number: 4, text: 'c' },
  ])
})

test('a line separator inside a JSON string ends no line', async () => {
  const text = JSON.stringify({ text: 'one\u2028two\u2029three' })
  expect(await linesOf(`${text}\n`)).toEqual([{ number: 1, text }])
})

test('letters and lines may be cut anywhere', async () => {
  const bytes = Buffer.from('{"a":"กัมพูชา"}\n{"b":"柬埔寨"}\n')
  const single = Array.from(bytes, (byte) => Buffer.from([byte]))
  expect((await linesOf(...single)).map((line) => line.text)).toEqual(['{"a":"กัมพูชา"}', '{"b":"柬埔寨"}'])
})

test('a byte order mark belongs to no line', async () => {
  expect(await linesOf('\ufeff{}')).toEqual([{ number: 1, text: '{}' }])
})

test('nothing gives nothing', async () => {
  expect(await linesOf()).toEqual([])
})
