import type { Command } from 'commander'
import { file, fromLink } from '../input/hand-added.ts'
import { withStore } from '../input/with-store.ts'
import { note, printJson } from '../output/streams.ts'

export function define(command: Command): void {
  command.argument('<URL>', 'the page of an article').addHelpText('after', examples).action(run)
}

const examples = `
Stores the link; the running pipeline fetches, reads and resolves it. Follow it with "tipwire trace URL".
To read a page without storing anything: tipwire read URL --show

Example:
  tipwire add https://example.org/news/1`

async function run(address: string): Promise<void> {
  const added = fromLink(address)
  const filed = await withStore({ role: 'service', own: true }, (store) => file(store, [added]))
  note(filed.known > 0 ? `known already. See: tipwire trace ${added.entry.url}` : `queued. Follow it with: tipwire trace ${added.entry.url}`)
  await printJson({ url: added.entry.url, ...filed })
}
