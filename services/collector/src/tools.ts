import type { Store } from '@tipwire/store'
import type { fetchPolitely } from '@tipwire/web-fetch'
import type { CollectorSettings } from './config.ts'
import type { Reader } from './reader/open-reader.ts'

/** What both stages need; `start.ts` puts it together. */
export type Tools = Readonly<{ store: Store; run_id: string; reader: Reader; settings: CollectorSettings; fetch: typeof fetchPolitely }>
