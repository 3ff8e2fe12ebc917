import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { redisBinary, startRedis } from './start-redis.ts'

describe.runIf(redisBinary())('startRedis', () => {
  test('what was acknowledged is still there after a kill and a new start', async () => {
    await using redis = await startRedis()
    expect(await ask(redis.port, 'SET canary alive')).toBe('+OK')
    await redis.kill()
    await redis.start()
    expect(await ask(redis.port, 'GET canary')).toBe('$5\r\nalive')
  })
})

function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`))
    socket.on('error', reject)
    socket.on('data', (data) => {
      socket.destroy()
      resolve(String(data).trim())
    })
  })
}
