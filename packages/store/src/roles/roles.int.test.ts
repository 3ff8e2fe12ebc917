import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDocument, anItem, type StoreFixture, storeFixture } from '../../test/store-fixture.ts'
import { saveDocument } from '../index.ts'
import type { RoleName } from './roles.ts'
import { setRolePasswords } from './set-role-passwords.ts'

const people = ['tipwire_reader', 'tipwire_analyst', 'tipwire_reviewer'] as const
const password = randomBytes(12).toString('hex')
let fixture: StoreFixture

beforeAll(async () => {
  fixture = await storeFixture()
  const passwords = Object.fromEntries([...people, 'tipwire_service'].map((role) => [role, password]))
  await setRolePasswords({ connectionString: fixture.connectionString, passwords })
  const item = await anItem(fixture)
  await fixture.store.transaction((tx) => saveDocument(tx, aDocument({ ...item, run_id: fixture.run_id })))
  await aFigure()
})
/** One figure with the words behind it. */
async function aFigure(): Promise<void> {
  const { db } = fixture.store
  await sql`
    insert into facts.statistics (statistic_id, measure, kind, basis, value_low, value_text, nationalities, date_basis, checked, reports,
      independent_sources, first_reported_at, version, run_id)
    values ('sta_1', 'rescued', 'running_total', 'official', 650, 'more than 650', '{IN}', 'stated', 'not_checked', 1, 1, now(), 1, 'run_1')`.execute(db)
  await sql`insert into facts.claims (claim_id, document_id, kind, value, spans, run_id) values ('claim', 'doc_1', 'statistic', '{}', '[{}]', 'run_1')`.execute(
    db,
  )
  await sql`
    insert into facts.evidence (statistic_id, claim_id, claim_kind, document_id, field, value_text, agrees, part, char_start, char_end, quote)
    values ('sta_1', 'claim', 'statistic', 'doc_1', 'value', 'more than 650', true, 'body', 0, 8, 'over 650')`.execute(db)
}

afterAll(() => fixture[Symbol.asyncDispose]())

async function as(role: RoleName, statement: string): Promise<pg.QueryResultRow[]> {
  const url = new URL(fixture.connectionString)
  url.username = role
  url.password = password
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** Every table and view of a schema, as `schema.name`. */
async function relations(...schemas: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: fixture.connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = any($1) and c.relkind in ('r', 'v', 'm', 'p') order by 1`,
      [schemas],
    )
    return rows.map((row) => row.name)
  } finally {
    await client.end()
  }
}

const refused = { code: '42501' }

describe.each(people)('%s', (role) => {
  it('reads every view of the contract', async () => {
    for (const view of await relations('tipwire')) await as(role, `select * from ${view} limit 1`)
    expect(await as(role, 'select name from tipwire.sources')).toHaveLength(1)
  })

  it('reads nothing below it', async () => {
    const below = await relations('restricted', 'pipeline', 'facts')
    expect(below).toContain('restricted.document_texts')
    for (const table of below) await expect(as(role, `select 1 from ${table}`)).rejects.toMatchObject(refused)
  })

  it('makes no table and changes no code', async () => {
    const readWrite = 'set transaction read write;'
    await expect(as(role, `${readWrite} create table tipwire.mine (a int)`)).rejects.toMatchObject(refused)
    await expect(as(role, `${readWrite} create table public.mine (a int)`)).rejects.toMatchObject(refused)
    await expect(as(role, `${readWrite} update tipwire.codes set label = 'mine'`)).rejects.toMatchObject(refused)
  })

  it('is stopped when a query takes too long', async () => {
    expect(await as(role, 'show statement_timeout')).toEqual([{ statement_timeout: '30s' }])
  })
})

describe('quotes', () => {
  it.each([
    ['tipwire_reader', null],
    ['tipwire_analyst', 'over 650'],
  ] as const)('%s sees: %s', async (role, quote) => {
    expect(await as(role, 'select value_text, quote from tipwire.evidence')).toEqual([{ value_text: 'more than 650', quote }])
  })

  it.each([
    ['tipwire_reader', false],
    ['tipwire_analyst', true],
    ['tipwire_reviewer', true],
    ['tipwire_service', true],
  ] as const)('%s may read them: %s', async (role, may) => {
    expect(await as(role, 'select tipwire.may_read_quotes() as may')).toEqual([{ may }])
  })
})

describe('tipwire_service', () => {
  it('writes what the pipeline needs', async () => {
    await as('tipwire_service', `insert into pipeline.work (stage, id) values ('fetch', 'itm_role')`)
    expect(await as('tipwire_service', 'select text from restricted.document_texts')).toEqual([{ text: 'A text.' }])
  })

  it('changes no schema and no codes', async () => {
    await expect(as('tipwire_service', 'alter table pipeline.work add column extra int')).rejects.toMatchObject(refused)
    await expect(as('tipwire_service', 'create table facts.extra (a int)')).rejects.toMatchObject(refused)
    await expect(as('tipwire_service', `insert into pipeline.codes values ('measure', 'mine', '', '', 1)`)).rejects.toMatchObject(refused)
  })

  it('has a schema of its own for the tables of BullMQ', async () => {
    await as('tipwire_service', 'create table bullmq.probe (a int); drop table bullmq.probe')
  })
})
