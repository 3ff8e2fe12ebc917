import { UsageError } from '@tipwire/domain'

/** Refuses what is no IANA time zone: `--tz Mars/Base`. Older names of zones ("Asia/Calcutta") are zones too. */
export function checkZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    throw new UsageError(`--tz: ${zone} is no time zone; they look like Asia/Kolkata.`)
  }
}
