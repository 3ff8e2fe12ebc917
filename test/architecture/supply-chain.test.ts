import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { serveHttp } from '@tipwire/testkit'
import { describe, expect, test } from 'vitest'
import { read, root } from './project.ts'

// pnpm runs with our own pnpm-workspace.yaml on a small project that breaks one rule; a registry of our own answers, so no network is needed.
const packageManager = `pnpm@${JSON.parse(read('package.json')).config.pnpm}`

describe('pnpm refuses', () => {
  test('a lockfile that does not fit', async () => {
    const output = await install({ 'package.json': manifest({ 'left-out': '1.0.0' }), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\nimporters:\n  .: {}\n" }, [
      '--frozen-lockfile',
    ])
    expect(output).toContain('ERR_PNPM_OUTDATED_LOCKFILE')
  })

  test('a build script that nobody has approved', async () => {
    await using registry = await registryOf({
      name: 'builds-itself',
      published: '2020-01-01T00:00:00.000Z',
      manifest: { scripts: { postinstall: 'node -e 1' } },
    })
    expect(await install({ 'package.json': manifest({ 'builds-itself': '1.0.0' }) }, ['--registry', registry.url])).toContain('ERR_PNPM_IGNORED_BUILDS')
  })

  test('a package that was published today', async () => {
    await using registry = await registryOf({ name: 'very-young', published: new Date().toISOString() })
    expect(await install({ 'package.json': manifest({ 'very-young': '^1.0.0' }) }, ['--registry', registry.url])).toMatch(
      /ERR_PNPM_NO_MATURE_MATCHING_VERSION|minimumReleaseAge/,
    )
  })

  test('a dependency of a dependency that comes from outside the registry', async () => {
    await using outside = await registryOf({ name: 'stranger', published: '2020-01-01T00:00:00.000Z' })
    const exotic = { dependencies: { stranger: `${outside.url}/stranger.tgz` } }
    await using registry = await registryOf({ name: 'takes-strangers', published: '2020-01-01T00:00:00.000Z', manifest: exotic })
    expect(await install({ 'package.json': manifest({ 'takes-strangers': '1.0.0' }) }, ['--registry', registry.url])).toContain('ERR_PNPM_EXOTIC_SUBDEP')
  })
})

test('an old package without scripts is let in, so the rules above are what refuses', async () => {
  await using registry = await registryOf({ name: 'quiet', published: '2020-01-01T00:00:00.000Z' })
  const output = await install({ 'package.json': manifest({ quiet: '1.0.0' }) }, ['--registry', registry.url])
  expect(output).toMatch(/^\+ quiet 1\.0\.0/m)
  expect(output).not.toContain('ERR_PNPM')
})

test('what is installed is pinned: every dependency has one exact version, the workspace and Node itself excepted', () => {
  const loose = /^[\^~><*]|^latest$|\s\|\|\s/
  const manifests = ['package.json', ...['article', 'queue', 'store', 'extraction'].map((name) => `packages/${name}/package.json`)]
  const versions = manifests.flatMap((path) => Object.values({ ...JSON.parse(read(path)).dependencies, ...JSON.parse(read(path)).devDependencies }).map(String))
  expect(versions.filter((version) => loose.test(version))).toEqual([])
})

/** Installs a project in a folder of its own; resolves with everything that pnpm said. */
async function install(files: Record<string, string>, args: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tipwire-supply-'))
  try {
    cpSync(join(root, 'pnpm-workspace.yaml'), join(folder, 'pnpm-workspace.yaml'))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return await say('npx', ['--yes', packageManager, 'install', '--store-dir', join(folder, 'store'), '--cache-dir', join(folder, 'cache'), ...args], folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function say(command: string, args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', CI: '1', npm_config_loglevel: 'error' },
    })
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', () => resolve(output))
  })
}

function manifest(dependencies: Record<string, string>): string {
  return JSON.stringify({ name: 'tipwire-supply', private: true, dependencies })
}

type Published = { name: string; published: string; manifest?: object }

/** A registry that holds one package in version 1.0.0. */
async function registryOf({ name, published, manifest = {} }: Published) {
  const tarball = packed({ 'package/package.json': JSON.stringify({ name, version: '1.0.0', ...manifest }) })
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  return serveHttp((request, response) => {
    if (request.url?.endsWith('.tgz')) return response.end(tarball)
    if (request.url !== `/${name}`) return response.writeHead(404).end('{}')
    const version = { name, version: '1.0.0', ...manifest, dist: { tarball: `http://${request.headers.host}/${name}.tgz`, integrity } }
    const packument = {
      name,
      'dist-tags': { latest: '1.0.0' },
      versions: { '1.0.0': version },
      time: { created: published, modified: published, '1.0.0': published },
    }
    response.setHeader('content-type', 'application/json')
    return response.end(JSON.stringify(packument))
  })
}

/** A tar archive (ustar) of small files. */
function packed(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const body = Buffer.from(text)
    const padded = Buffer.alloc(Math.ceil(body.length / 512) * 512)
    body.copy(padded)
    return [header(name, body.length), padded]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(512)
  block.write(name, 0)
  block.write('0000644\0', 100)
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  block.write('00000000000\0', 136)
  block.write('        0', 148)
  block.write('ustar\x0000', 257)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}
