import { expect, test } from 'vitest'
import { hostGuard } from './host-guard.ts'

test.each(['localhost:4000', '127.0.0.1', '127.0.0.1:4001', '[::1]:4000', 'LOCALHOST:4000', 'tipwire.localhost'])('on loopback %s is answered', (header) => {
  for (const host of ['127.0.0.1', 'localhost', '::1']) expect(hostGuard(host)(header)).toBe(true)
})

test.each(['evil.example', 'localhost.evil.example:4000', '127.0.0.1.evil.example', '10.0.0.1:4000', 'a@b', '', undefined])(
  'on loopback %s is not',
  (header) => {
    expect(hostGuard('127.0.0.1')(header)).toBe(false)
  },
)

test('on an address of the network every name is', () => {
  for (const host of ['0.0.0.0', '::', '10.0.0.1']) expect(hostGuard(host)('tipwire.example')).toBe(true)
})
