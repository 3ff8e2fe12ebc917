import { existsSync } from 'node:fs'
import type { Finding } from './checks.ts'

const known = [
  process.env.TIPWIRE_BROWSER ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Only sources that need a browser wait without one; everything else runs. */
export async function checkBrowser(): Promise<Finding> {
  const found = known.find((path) => path !== '' && existsSync(path))
  if (found) return { name: 'browser', state: 'ok', found }
  return {
    name: 'browser',
    state: 'note',
    found: 'no Chromium or Chrome found',
    advice: 'sources that need one wait for it; on Debian: apt-get install chromium.',
  }
}
