import { bindLedger, type Queues, runStage } from '@tipwire/queue'
import type { Log, Metrics } from '@tipwire/runtime'
import { beginWork, markQueued, quarantineWork, retryWork, type Store, startRun } from '@tipwire/store'
import { fetchPolitely } from '@tipwire/web-fetch'
import { type BrowserSettings, defaults } from './config.ts'
import { findBrowser } from './find-browser.ts'
import { pollBrowser } from './poll-browser.ts'
import { renderPage } from './render-page.ts'

export type BrowserCollectorParts = { store: Store; queues: Queues; log: Log; metrics: Metrics; signal: AbortSignal; settings?: Partial<BrowserSettings> }

/** Works off `poll-browser`: official posts and press pages that a browser must show. */
export async function startBrowserCollector({ store, queues, log, metrics, signal, settings: given }: BrowserCollectorParts): Promise<AsyncDisposable> {
  const settings = { ...defaults, ...given }
  const run_id = await startRun(store.db, { service: 'browser-collector', version: '0.1.0' })
  const ledger = bindLedger(store.db, { beginWork, retryWork, quarantineWork, markQueued }, run_id)
  const tools = { store, run_id, settings, findBrowser, renderPage, fetch: fetchPolitely }
  return runStage({ stage: 'poll-browser', queues, ledger, log, metrics, signal }, (work, stop) => pollBrowser(tools, work, stop))
}
