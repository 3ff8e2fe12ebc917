import { expect, test } from 'vitest'
import { members, read } from './project.ts'

const othersCode = /^(UND_ERR_|ERR_|EAI_|TIPWIRE_|PG_|NODE_|Z_|UV_|HPE_|CDP_|LC_|XDG_|WINK_)|^(DATABASE|REDIS)_URL$/

const all = members()
  .flatMap((member) => member.files)
  .filter((file) => !file.isTest && !/^(test|packages\/testkit|infra)\//.test(file.path))

test('every error code of the code is explained in ERRORS.md, and every code there is in the code', () => {
  expect(codesInCode(all.map((file) => file.text))).toEqual(codesInPaper(read('ERRORS.md')))
})

test('the rule fires', () => {
  expect(codesInCode(["throw new StageError('FETCH_NEW_TROUBLE', 'x', {})"])).toEqual(['FETCH_NEW_TROUBLE'])
  expect(codesInCode(["return failed('FEED_EMPTY', 'x')", "{ code: 'READ_TOO_LONG' }"])).toEqual(['FEED_EMPTY', 'READ_TOO_LONG'])
  expect(codesInCode(["process.env['DATABASE_URL']", "log('DATABASE_URL')"])).toEqual([])
  expect(codesInPaper('| `FEED_EMPTY` | later | nothing in it | wait |')).toEqual(['FEED_EMPTY'])
})

/**
 * A quoted literal in capitals with a low line is an error code, unless others have made it: Node, undici, PostgreSQL, the environment.
 * Codes of one word are known by where they stand: as `code: 'X'` or first in `new Problem('X'`.
 */
function codesInCode(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) => [...text.matchAll(/['"]([A-Z]+(?:_[A-Z0-9]+)+)['"]|(?:\bcode: |\bnew \w*(?:Error|Problem)\()'([A-Z]{3,})'/g)])
  const codes = found.map((match) => match[1] ?? match[2] ?? '')
  return [...new Set(codes.filter((code) => !othersCode.test(code)))].sort()
}

function codesInPaper(text: string): string[] {
  return [...new Set([...text.matchAll(/^\| `([A-Z0-9_]+)`/gm)].map((match) => match[1] ?? ''))].sort()
}
