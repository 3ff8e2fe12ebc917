import type { Chain } from './start-chain.ts'

/** Everything that people, exports and logs of jobs may see: all schemas but the one for raw text and the server's own. */
const RELATIONS = `
  select format('%I.%I', n.nspname, c.relname) as relation
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not in ('restricted', 'pg_catalog', 'information_schema', 'pg_toast')
  order by 1`

/**
 * Tables and views outside schema `restricted` in which one of the words stands, with the word. Whole words only: an opaque id may hold the
 * letters of a short name by chance.
 */
export async function findWords(chain: Chain, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const { relation } of await chain.rows<{ relation: string }>(RELATIONS)) {
    const hits = await chain.rows<{ word: string }>(
      `select word from unnest($1::text[]) word where exists (select 1 from ${relation} t where t::text ~* ('\\m' || word || '\\M'))`,
      { params: [words] },
    )
    found.push(...hits.map(({ word }) => `${word} in ${relation}`))
  }
  return found
}
