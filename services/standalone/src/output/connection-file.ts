import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How the command line finds a running Tipwire. `analyst` and `service` lead to the store in use, `own_*` always to the own one. */
export type Connection = {
  sample: boolean
  api: string
  analyst: string
  service: string
  own_analyst: string
  own_service: string
  pid: number
  data_directory: string
}

/** Writes `connection.json`, readable by its owner alone: it holds passwords. */
export async function writeConnection(directory: string, connection: Connection): Promise<void> {
  const file = join(directory, 'connection.json')
  await writeFile(`${file}.draft`, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.draft`, file)
}
