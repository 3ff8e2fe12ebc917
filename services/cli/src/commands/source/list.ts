import { listSources } from '@tipwire/store'
import { withStore } from '../../input/with-store.ts'
import { print, printJson } from '../../output/streams.ts'
import { tableText } from '../../output/table.ts'

export async function list({ json }: { json?: boolean }): Promise<void> {
  const sources = await withStore({ role: 'service' }, (store) => listSources(store.db))
  if (json) return printJson(sources)
  if (sources.length === 0) return print('No sources yet. See: tipwire source add --help')
  await print(
    tableText(
      ['id', 'name', 'kind', 'state', 'reason', 'last ok', 'url'],
      sources.map((row) => [row.source_id, row.name, row.kind, row.state, row.state_reason, row.last_fetch_ok_at, row.url]),
      { widest: 50 },
    ),
  )
}
