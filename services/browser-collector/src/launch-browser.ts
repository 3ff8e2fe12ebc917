import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { StageError } from '@tipwire/domain'
import { type Browser, chromium } from 'playwright'
import { type OrdinaryUser, ordinaryUser } from './ordinary-user.ts'

const FLAGS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--mute-audio',
  '--password-store=basic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // Chromium leaves loopback addresses out of its proxy unless told otherwise; the proxy is what guards them.
  '--proxy-bypass-list=<-loopback>',
  '--remote-debugging-port=0',
]

export type LaunchOptions = Readonly<{ path: string; proxyUrl: string; user: string; noSandbox: boolean; signal: AbortSignal }>
export type Launched = AsyncDisposable & { readonly browser: Browser }

/**
 * Starts a browser of its own for one page, sandboxed, with the proxy as its only way out. As root it runs as `user`.
 * Throws BROWSER_FAILED. Disposing of it ends the whole process group and deletes its profile.
 */
export async function launchBrowser({ path, proxyUrl, user: userName, noSandbox, signal }: LaunchOptions): Promise<Launched> {
  await using parts = new AsyncDisposableStack()
  const user = process.getuid?.() === 0 && !noSandbox ? await ordinaryUser(userName) : null
  if (process.getuid?.() === 0 && !noSandbox && !user) throw failed(`There is no ordinary user "${userName}" to run the browser as; set BROWSER_USER.`)
  const profile = await openProfile(user)
  parts.defer(() => rm(profile, { recursive: true, force: true, maxRetries: 3 }).catch(() => {}))
  const args = [...FLAGS, ...(noSandbox ? ['--no-sandbox'] : []), `--proxy-server=${proxyUrl}`, `--user-data-dir=${profile}`, 'about:blank']
  const env = { PATH: process.env['PATH'] ?? '', HOME: profile, TMPDIR: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile, LANG: 'C.UTF-8' }
  const child = spawn(path, args, { ...(user ?? {}), env, cwd: profile, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  if (child.pid !== undefined) parts.defer(watch(child.pid, profile))
  parts.defer(() => endGroup(child))
  const endpoint = await endpointOf(child, signal)
  const browser = await chromium.connectOverCDP(endpoint, { timeout: 5000 })
  parts.defer(() => browser.close().catch(() => {}))
  const kept = parts.move()
  return { browser, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** When this process is killed its pipe closes: the watcher then ends the browser, which lives in a process group of its own, and deletes its profile. */
function watch(browserPid: number, profile: string): () => void {
  const script = 'cat >/dev/null; kill -KILL "-$1" 2>/dev/null; sleep 1; rm -rf "$2"'
  const watcher = spawn('sh', ['-c', script, 'tipwire-browser-watcher', String(browserPid), profile], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watcher.on('error', () => {})
  watcher.unref()
  return () => endProcessGroup(watcher.pid)
}

async function openProfile(user: OrdinaryUser | null): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'tipwire-browser-'))
  if (user) await chown(profile, user.uid, user.gid)
  return profile
}

/** Chromium says on standard error where it listens; that it ends before says that it cannot run here. */
function endpointOf(child: ChildProcess, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const lastWords: string[] = []
    const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream })
    const onAbort = () => reject(failed('The browser did not start in time.'))
    signal.addEventListener('abort', onAbort, { once: true })
    lines.on('line', (line) => {
      const endpoint = /DevTools listening on (ws:\/\/\S+)/.exec(line)?.[1]
      if (endpoint) resolve(endpoint)
      else if (lastWords.length < 20) lastWords.push(line)
    })
    child.once('error', (cause) => reject(failed('The browser cannot be started.', cause)))
    child.once('exit', (code) => reject(failed(`The browser ended at once (${code ?? 'killed'}): ${sayWhy(lastWords)}`)))
  })
}

function sayWhy(lines: readonly string[]): string {
  const why = lines.find((line) => /sandbox|No usable|FATAL|error while loading/i.test(line)) ?? lines.at(-1) ?? 'it said nothing'
  return why.replace(/^\[[^\]]*\]\s*/, '').slice(0, 200)
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return
  const ended = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve))
  endProcessGroup(child.pid)
  await ended
}

function endProcessGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function failed(message: string, cause?: unknown): StageError {
  return new StageError('BROWSER_FAILED', message, cause === undefined ? { retry: 'later' } : { retry: 'later', cause })
}
