import { openStore, type Store } from '@tipwire/store'
import { note } from '../output/streams.ts'
import { type Connection, findConnection } from './connection.ts'

type Which = Readonly<{
  /** Reads of the public views go as analyst; operation goes as service. */
  role: 'analyst' | 'service'
  /** The own store even while the sample is in use. */
  own?: boolean
}>

/** Opens the store that a command works on, and closes it afterwards. While it is the sample, standard error says so. */
export async function withStore<T>({ role, own = false }: Which, work: (store: Store, connection: Connection) => Promise<T>): Promise<T> {
  const connection = findConnection()
  const ownString = role === 'analyst' ? connection.own_analyst : connection.own_service
  if (connection.sample && !own) note('SAMPLE DATA: invented news.')
  await using store = openStore({ connectionString: (own ? ownString : null) ?? connection[role], max: 2, applicationName: 'tipwire-cli' })
  return await work(store, connection)
}
