import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { SourceSpec, UsageError } from '@tipwire/domain'
import { readOpml, type Subscription } from '@tipwire/sources'
import { addSource, listSources } from '@tipwire/store'
import { describeIssues } from '../../input/describe-issues.ts'
import { withStore } from '../../input/with-store.ts'
import { note, printJson } from '../../output/streams.ts'
import { opmlAttributes } from './opml-attributes.ts'

type Defaults = Readonly<{ kind: string; every: string; dryRun?: boolean }>
type Described = { url: string; spec: SourceSpec } | { url: string; refused: string }

/** Watches the feeds of an OPML file. Those that are watched already stay as they are; bad ones are told, and the exit code is 1 then. */
export async function importOpml(file: string, options: Defaults): Promise<void> {
  const subscriptions = readOpml((await (file === '-' ? buffer(process.stdin) : readFile(file))).toString('utf8'))
  if (subscriptions === null) throw new UsageError(`${file} is no OPML file.`)
  const described = subscriptions.map((one) => describe(one, options))
  const refused = described.flatMap((one) => ('refused' in one ? [one] : []))
  for (const one of refused) note(`left out: ${one.url}: ${one.refused}`)
  if (refused.length > 0) process.exitCode = 1
  const specs = described.flatMap((one) => ('spec' in one ? [one.spec] : []))
  const { added, known } = await withStore({ role: 'service', own: true }, async (store) => {
    const watched = new Set((await listSources(store.db)).map((source) => source.url))
    const fresh = specs.filter((spec) => !watched.has(spec.url))
    if (!options.dryRun)
      await store.transaction(async (tx) => {
        for (const spec of fresh) await addSource(tx, spec)
      })
    return { added: fresh.map(({ name, url, kind }) => ({ name, url, kind })), known: specs.length - fresh.length }
  })
  await printJson({ [options.dryRun ? 'would_be_added' : 'added']: added, known, refused })
}

function describe({ url, title, known }: Subscription, { kind, every }: Defaults): Described {
  const {
    poll_every_s = every,
    retention_days,
    ...own
  } = Object.fromEntries(Object.entries(known).filter(([name]) => (opmlAttributes as readonly string[]).includes(name)))
  const numbers = { poll_every_s: Number(poll_every_s), ...(retention_days ? { retention_days: Number(retention_days) } : {}) }
  const parsed = SourceSpec.safeParse({ kind, ...own, ...numbers, url, name: title })
  return parsed.success ? { url, spec: parsed.data } : { url, refused: describeIssues(parsed.error) }
}
