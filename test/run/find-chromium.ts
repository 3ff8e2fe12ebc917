import { spawnSync } from 'node:child_process'

/** The browser of this machine, or null. Playwright's own download is found by the browser collector itself. */
export function findChromium(): string | null {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0) ?? null
}
