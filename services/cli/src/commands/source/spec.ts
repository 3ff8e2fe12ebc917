import { type ParsedFeed, SourceSpec, UsageError } from '@tipwire/domain'
import { checkZone } from '../../input/check-zone.ts'
import { describeIssues } from '../../input/describe-issues.ts'

export type SourceOptions = Readonly<{
  name?: string
  kind: string
  country?: string
  tz?: string
  lang?: string
  actor?: string
  every: string
  allowPrivate?: boolean
}>

/** What the person said about a source, completed by what the feed says of itself. Mistakes are one UsageError. */
export function toSpec(url: string, options: SourceOptions, feed?: ParsedFeed['feed']): SourceSpec {
  if (options.tz !== undefined) checkZone(options.tz)
  if (options.country !== undefined && !/^[a-z]{2}$/i.test(options.country)) throw new UsageError('--country takes two letters, such as KH.')
  const parsed = SourceSpec.safeParse({
    url,
    name: options.name ?? feed?.title ?? URL.parse(url)?.hostname ?? url,
    kind: options.kind,
    country: options.country?.toUpperCase() ?? null,
    tz: options.tz ?? null,
    lang: options.lang ?? feed?.language ?? null,
    actor: options.actor ?? null,
    poll_every_s: Number(options.every),
    allow_private_address: options.allowPrivate ?? false,
  })
  if (parsed.success) return parsed.data
  throw new UsageError(`the source cannot be described so: ${describeIssues(parsed.error)}.`)
}
