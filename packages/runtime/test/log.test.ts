import { describe, expect, it } from 'vitest'
import { createLog, describeError, hideSecrets } from '../src/index.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('resolver', { to: { write: (line) => lines.push(line) } }))
  return lines.join('')
}

describe('createLog', () => {
  it('writes one JSON line with the service, the level as a word, and the fields', () => {
    const line = JSON.parse(logged((log) => log.info({ document_id: 'doc_1' }, 'document read')))
    expect(line).toMatchObject({ service: 'resolver', level: 'info', document_id: 'doc_1', msg: 'document read' })
  })

  it('hides passwords in fields, in connection strings and in messages of errors, causes included', () => {
    const cause = new Error('cannot reach postgres://tipwire_service:s3cret@db/tipwire')
    const text = logged((log) =>
      log.warn({ config: { password: 's3cret' }, connection_string: 'postgres://a:s3cret@db/x', err: new Error('failed', { cause }) }, 'no database'),
    )
    expect(text).not.toContain('s3cret')
    expect(text).toContain('postgres://tipwire_service:…@db/tipwire')
  })

  it('keeps of a database error neither its detail nor its parameters', () => {
    const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (title)=(Sokha Chan was freed)', parameters: ['Sokha Chan'] })
    const text = logged((log) => log.error({ err: error }, 'a write failed'))
    expect(text).toContain('23505')
    expect(text).not.toContain('Sokha')
  })
})

describe('hideSecrets', () => {
  it('leaves addresses without a password as they are', () => {
    expect(hideSecrets('https://river-post.example:8443/feed and redis://127.0.0.1:6379')).toBe(
      'https://river-post.example:8443/feed and redis://127.0.0.1:6379',
    )
  })
})

describe('describeError', () => {
  it('names kind, code and place and leaves the message out', () => {
    const error = Object.assign(new TypeError('Sokha Chan is not iterable'), { code: 'ERR_X' })
    expect(describeError(error)).toMatch(/^TypeError ERR_X at packages\/runtime\/test\/log\.test\.ts:\d+:\d+$/)
    expect(describeError('Sokha Chan')).toBe('a thrown string')
  })
})
