import { createHash } from 'node:crypto'
import { Readability } from '@mozilla/readability'
import * as bullmq from 'bullmq'
import { JSDOM } from 'jsdom'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Minhash } from 'minhash'
import { Pool } from 'pg'
import Parser from 'rss-parser'
import model from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import type { ChainInput } from './chain.ts'

// The peer: what one gets by putting well-known packages together without further thought. It reads nothing typed and resolves nothing,
// so the comparison is in its favour. It stays as it is, so that results of different years compare.
type Row = { url: string; title: string; body: string; sha256: string; minhash: unknown; entities: unknown }
type Database = { reference_events: Row }

/** Documents a second, from the first feed to the last row. */
export async function run({ connectionString, redisUrl, feeds, documents }: ChainInput): Promise<number> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString, max: 10 }) }) })
  await sql`create table reference_events (url text primary key, title text, body text, sha256 text unique, minhash jsonb, entities jsonb)`.execute(db)
  const nlp = winkNlp(model)
  const { Queue, Worker } = (redisUrl ? bullmq : bullmq.withBackend(bullmq.createPostgresBackend)) as Pick<typeof bullmq, 'Queue' | 'Worker'>
  const connection = (redisUrl ? { url: redisUrl } : { connectionString, migrate: true }) as bullmq.ConnectionOptions
  const queue = new Queue<{ url: string }>('reference', { connection })
  const worker = new Worker<{ url: string }>('reference', (job) => handle(job.data.url, db, nlp), { connection, concurrency: 10 })
  await worker.waitUntilReady()
  const began = performance.now()
  let finished = 0
  const all = new Promise<void>((resolve, reject) => {
    worker.on('completed', () => ++finished === documents && resolve())
    worker.on('failed', (job, error) => job?.finishedOn && reject(error))
  })
  const parser = new Parser()
  for (const feed of feeds) {
    const { items } = await parser.parseURL(feed.url)
    for (const item of items) await queue.add('document', { url: item.link ?? '' }, { attempts: 3 })
  }
  await all
  const value = documents / ((performance.now() - began) / 1000)
  const { count } = await db.selectFrom('reference_events').select(db.fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  if (Number(count) < documents * 0.5) throw new Error(`the reference pipeline stored ${count} of ${documents} documents`)
  return value
}

async function handle(url: string, db: Kysely<Database>, nlp: ReturnType<typeof winkNlp>): Promise<void> {
  const html = await (await fetch(url)).text()
  const article = new Readability(new JSDOM(html, { url }).window.document).parse()
  const body = article?.textContent ?? ''
  const signature = new Minhash()
  for (const word of body.split(/\s+/)) signature.update(word)
  const entities = nlp.readDoc(body).entities().out(nlp.its.detail)
  const row: Row = {
    url,
    title: article?.title ?? '',
    body,
    sha256: createHash('sha256').update(body).digest('hex'),
    minhash: JSON.stringify(signature.hashvalues),
    entities: JSON.stringify(entities),
  }
  await db
    .insertInto('reference_events')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
