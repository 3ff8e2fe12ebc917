#!/usr/bin/env node
// Plain JavaScript, so that any Node from 18 on can read it: the rest is TypeScript and needs Node 24,
// which lies in node_modules (see pnpm-workspace.yaml). An older Node hands over to that one.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'

const OLDEST = [24, 3]
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
  // Halves the time until the first word: compiled code is kept in the temporary folder.
  module.enableCompileCache()
  await import('../src/main.ts')
} else handOver()

function handOver() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const candidates = [`../../../node_modules/.bin/${program}`, `../../../node_modules/node-runtime/bin/${program}`]
  const node = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path))
  if (!node) {
    console.error(
      `tipwire needs Node 24; this is Node ${process.versions.node} and the repository's own is not installed yet. Run "npm start" once, it installs it.`,
    )
    process.exitCode = 1
    return
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  child.on('error', (error) => {
    console.error(`tipwire could not start ${node}: ${error.message}`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, pass)
    if (signal) process.kill(process.pid, signal)
    else process.exitCode = code ?? 1
  })
}
