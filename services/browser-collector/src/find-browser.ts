import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { chromium } from 'playwright'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a browser on this machine: the one that the setting names, a system one, or Playwright's own. Null when there is none. */
export async function findBrowser(setting: string | null): Promise<string | null> {
  const places = setting === null ? [...PLACES, chromium.executablePath()] : [setting]
  for (const place of places) if (place !== '' && (await isExecutable(place))) return place
  return null
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
