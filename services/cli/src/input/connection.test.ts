import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UsageError } from '@tipwire/domain'
import { expect, test } from 'vitest'
import { dataDirectory, findConnection } from './connection.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'tipwire-connection-'))

test('DATABASE_URL wins over everything', () => {
  expect(findConnection({ DATABASE_URL: 'postgres://x', TIPWIRE_HOME: '/nowhere' })).toMatchObject({
    sample: false,
    analyst: 'postgres://x',
    service: 'postgres://x',
  })
})

test('the data directory is found from folders below it', () => {
  const root = folder()
  mkdirSync(join(root, '.tipwire'))
  mkdirSync(join(root, 'a/b'), { recursive: true })
  expect(dataDirectory({}, join(root, 'a/b'))).toBe(join(root, '.tipwire'))
  expect(dataDirectory({ TIPWIRE_HOME: '/elsewhere' }, root)).toBe('/elsewhere')
})

test('what a running Tipwire wrote is read', () => {
  const home = folder()
  writeFileSync(
    join(home, 'connection.json'),
    JSON.stringify({ sample: true, api: 'http://127.0.0.1:4000', analyst: 'postgres://a', service: 'postgres://s', own_service: 'postgres://o', pid: 1 }),
  )
  expect(findConnection({ TIPWIRE_HOME: home })).toMatchObject({ sample: true, own_service: 'postgres://o' })
})

test('with DATABASE_URL, the sample of the Tipwire that works on it is what is asked', () => {
  const home = folder()
  const running = { sample: true, analyst: 'postgres://h/mine_sample', service: 'postgres://h/mine_sample', own_service: 'postgres://h/mine' }
  writeFileSync(join(home, 'connection.json'), JSON.stringify(running))
  expect(findConnection({ TIPWIRE_HOME: home, DATABASE_URL: 'postgres://h/mine' })).toMatchObject(running)
  expect(findConnection({ TIPWIRE_HOME: home, DATABASE_URL: 'postgres://h/other' })).toMatchObject({ sample: false, analyst: 'postgres://h/other' })
  expect(() => findConnection({ TIPWIRE_HOME: home, DATABASE_URL: 'mine' })).toThrow(/postgres:\/\//)
})

test('nothing there, or something broken, is said with what to do', () => {
  const home = folder()
  expect(() => findConnection({ TIPWIRE_HOME: home })).toThrow(/tipwire up/)
  writeFileSync(join(home, 'connection.json'), '{"analyst":')
  expect(() => findConnection({ TIPWIRE_HOME: home })).toThrow(UsageError)
})
