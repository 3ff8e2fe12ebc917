import { SourceSpec } from '@tipwire/domain'
import { addSource, openStore } from '@tipwire/store'

/** Adds feeds of a local server as sources; they are polled at once. */
export async function addFeeds(connectionString: string, feeds: readonly { name: string; url: string }[]): Promise<void> {
  await using store = openStore({ connectionString, max: 2 })
  for (const { name, url } of feeds) {
    const spec = SourceSpec.parse({ name, url, lang: 'en', tz: 'Asia/Bangkok', poll_every_s: 3600, allow_private_address: true })
    await store.transaction((tx) => addSource(tx, spec))
  }
}
