import { MINUTE, readSettings, SECOND, ServiceSettings, serviceConfig } from '@tipwire/runtime'
import { z } from 'zod'

const MEBIBYTE = 1024 * 1024

const Settings = ServiceSettings.extend({
  BROWSER: z.string().optional(),
  BROWSER_USER: z.string().optional(),
  BROWSER_NO_SANDBOX: z.stringbool().optional(),
  USER_AGENT: z.string().min(1).optional(),
})

export type BrowserSettings = Readonly<{
  /** Path of the browser; null looks for one. */
  browser: string | null
  /** The ordinary user that the browser runs as when we are root; its sandbox refuses root. */
  user: string
  /** Gives the sandbox up; source health shows it. */
  noSandbox: boolean
  userAgent: string | null
  /** Limit of one page, start of the browser included. */
  deadlineMs: number
  /** How long the page's scripts have to show a first post. */
  postsWithinMs: number
  /** Limit of everything that one page loads. */
  maxBytes: number
  /** How long a source waits for a browser that is not there before it looks again. */
  lookAgainMs: number
}>

export const defaults: BrowserSettings = {
  browser: null,
  user: 'nobody',
  noSandbox: false,
  userAgent: null,
  deadlineMs: 15 * SECOND,
  postsWithinMs: 7 * SECOND,
  maxBytes: 50 * MEBIBYTE,
  lookAgainMs: 10 * MINUTE,
}

export function readConfig(env: Record<string, string | undefined>) {
  const read = readSettings(Settings, env)
  const settings: BrowserSettings = {
    ...defaults,
    browser: read.BROWSER ?? defaults.browser,
    user: read.BROWSER_USER ?? defaults.user,
    noSandbox: read.BROWSER_NO_SANDBOX ?? defaults.noSandbox,
    userAgent: read.USER_AGENT ?? defaults.userAgent,
  }
  return { ...serviceConfig(read), settings }
}
