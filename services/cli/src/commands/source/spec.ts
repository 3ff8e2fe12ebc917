import { type ParsedFeed, SourceSpec, UsageError } from '@tipwire/domain'
import { describeIssues } from '../../input/json-lines.ts'

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

const zones = new Set(Intl.supportedValuesOf('timeZone'))

/** What the person said about a source, completed by what the feed says of itself. Mistakes are one UsageError. */
export function toSpec(url: string, options: SourceOptions, feed?: ParsedFeed['feed']): SourceSpec {
  if (options.tz !== undefined && !zones.has(options.tz) && options.tz !== 'UTC')
    throw new UsageError(`--tz: ${options.tz} is no time zone; they look like Asia/Kolkata.`)
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
