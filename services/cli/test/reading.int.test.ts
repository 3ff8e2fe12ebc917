import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Reading } from '@tipwire/domain'
import { serveHttp } from '@tipwire/testkit'
import { expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'tipwire-cli-'))
const save = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const rss = (title: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://n.example/</link><language>en</language><item><guid>1</guid><title>One</title><link>https://n.example/1</link><pubDate>Sun, 21 Jul 2024 02:21:00 GMT</pubDate></item></channel></rss>`
const sentence = 'Police rescued 12 Thai women from a scam compound in Cambodia on Sunday.'
const page = `<html lang="en"><head><title>Twelve women freed</title></head><body><article><h1>Twelve women freed</h1><p>${sentence}</p><p>${'The women were brought to safety and are cared for by a charity. '.repeat(10)}</p></article></body></html>`
const document = (id: string, more: object = {}) =>
  JSON.stringify({
    id,
    title: 'Twelve women freed',
    published_at: '2024-05-06T09:00:00+07:00',
    publisher_tz: 'Asia/Phnom_Penh',
    lang: 'en',
    text: sentence,
    ...more,
  })

test('one feed is one object', async () => {
  const { code, json } = await runCli(['feed', save('a.xml', rss('A'))])
  expect(code).toBe(0)
  expect(json()).toMatchObject({ feed: { title: 'A', language: 'en' }, entries: [{ id: '1', url: 'https://n.example/1', title: 'One' }], problems: [] })
})

test('several feeds are a line each, and one that is broken stops no other', async () => {
  const list = [save('b.xml', rss('B')), join(folder, 'gone.xml'), save('c.xml', '<html><body>no feed</body></html>'), save('d.xml', rss('D'))]
  const { code, lines, stderr } = await runCli(['feed', '--files-from', '-'], { input: list.join('\n') })
  expect(code).toBe(1)
  expect(lines().map((line) => [line['file'], Object.keys(line).includes('error')])).toEqual(list.map((file, index) => [file, index === 1 || index === 2]))
  expect(stderr).toContain('gone.xml')
})

test('addresses are fetched by the guarded client: private ones only when asked for', async () => {
  await using server = await serveHttp((_request, response) => response.end(rss('Served')))
  const refused = await runCli(['feed', `${server.url}/feed`])
  expect([refused.code, server.requests.length]).toEqual([1, 0])
  expect(refused.stderr).toMatch(/FETCH_PRIVATE_ADDRESS.*--allow-private/)
  expect((await runCli(['feed', `${server.url}/feed`, '--allow-private'])).json()).toMatchObject({ feed: { title: 'Served' } })
})

test('an article comes out of a file and out of lines', async () => {
  const single = await runCli(['article', save('page.html', page), '--url', 'https://n.example/1'])
  expect(single.json()).toMatchObject({ title: 'Twelve women freed', lang: 'en', text: expect.stringContaining(sentence) })
  const { lines } = await runCli(['article', '--jsonl'], { input: `${JSON.stringify({ id: 'p', url: 'https://n.example/1', html: page })}\n` })
  expect(lines()).toEqual([{ id: 'p', ...single.json() }])
})

test('a document is read from JSON, from text with options and from a page: the same event', async () => {
  const fromJson = await runCli(['read', save('one.json', document('one'))])
  const options = ['--title', 'Twelve women freed', '--published', '2024-05-06T09:00:00+07:00', '--tz', 'Asia/Phnom_Penh', '--lang', 'en']
  const fromText = await runCli(['read', save('one.txt', sentence), ...options])
  const fromPage = await runCli(['read', save('one.html', page), '--published', '2024-05-06T09:00:00+07:00'])
  for (const { code, json } of [fromJson, fromText, fromPage]) {
    expect(code).toBe(0)
    const reading = Reading.parse(json())
    expect(reading.events).toMatchObject([{ type: 'rescue_release', country: 'KH', nationalities: ['TH'], counts: [{ min: 12, max: 12 }] }])
  }
})

test('the language of a bare text is found, and one without a pack is told, not guessed', async () => {
  const long = `${sentence} They were lured with promises of work in a hotel, and are now cared for by a charity in the capital.`
  expect((await runCli(['read', save('bare.txt', long)])).json()).toMatchObject({ relevant: true })
  const khmer = await runCli(['read', save('khmer.txt', 'នគរបាលបានជួយសង្គ្រោះស្ត្រីថៃចំនួន ១២ នាក់ពីកន្លែងបោកប្រាស់នៅកម្ពុជា។'.repeat(4)), '--lang', 'km'])
  expect(khmer.json()).toMatchObject({ unsupported_language: true, events: [] })
})

test('evidence points at the words of the text', async () => {
  const { json } = await runCli(['read', save('two.json', document('two'))])
  for (const event of Reading.parse(json()).events)
    for (const { field, start, end, quote } of event.evidence) if (field === 'text') expect(sentence.slice(start, end)).toBe(quote)
})

test('lines come out in their order, and bad ones are lost nowhere', async () => {
  const input = [
    document('a'),
    'no json',
    document('b', { published_at: 'yesterday' }),
    '',
    document('c', { text: 'U+2028: \u2028 stays' }),
    '{"title":1}',
  ].join('\n')
  const { code, lines, stderr } = await runCli(['read', '--jsonl'], { input })
  expect(code).toBe(1)
  expect(lines().map((line) => [line['id'], 'error' in line])).toEqual([
    ['a', false],
    [null, true],
    ['b', true],
    ['c', false],
    [null, true],
  ])
  expect(stderr).toMatch(/line 2: not JSON/)
  expect(stderr).toMatch(/line 3 \(b\): published_at/)
})

test('no line, no output', async () => {
  expect(await runCli(['read', '--jsonl'])).toMatchObject({ code: 0, stdout: '', stderr: '' })
})

test.each([
  [['--published', 'yesterday'], 'offset'],
  [['--kind', 'blog'], 'rss_news'],
])('wrong options of a text are explained: %j', async (options, words) => {
  const { code, stderr } = await runCli(['read', save('three.txt', sentence), ...options])
  expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
})

test('--show marks the facts for a person and shows no JSON', async () => {
  const { code, stdout } = await runCli(['read', save('four.json', document('four')), '--show'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/\|count\]/)
  expect(stdout).toContain('rescue')
  expect(() => JSON.parse(stdout)).toThrow()
})

test('documents that tell one incident are grouped, copies point to the oldest, ids are not taken twice', async () => {
  const copy = document('copy', { published_at: '2024-05-07T09:00:00+07:00' })
  const other = document('other', { title: 'Market day', text: 'The market in Siem Reap opens at six.' })
  const { code, lines } = await runCli(['group', '--jsonl'], { input: [document('first'), other, copy, document('first')].join('\n') })
  const [first, market, second, again] = lines()
  expect(code).toBe(1)
  expect(first).toMatchObject({ id: 'first', duplicate_of: null, cluster: expect.any(String) })
  expect(second).toMatchObject({ id: 'copy', duplicate_of: 'first', cluster: first?.['cluster'] })
  expect(market).toMatchObject({ id: 'other', cluster: null })
  expect(again).toMatchObject({ id: 'first', error: expect.stringContaining('before') })
})
