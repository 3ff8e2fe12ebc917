import { type Result, runTests, runTool } from './step.ts'

/** What needs no database: format, lint, types, dead code, architecture, unit tests. Under 30 s. */
export async function runChecks(): Promise<Result[]> {
  const tools = await Promise.all([
    runTool('format and lint (biome)', 'biome', ['check', '--error-on-warnings', '.']),
    runTool('types (tsc)', 'tsc', ['--noEmit', '-p', 'tsconfig.base.json']),
    runTool('dead code (knip)', 'knip', ['--no-progress', '--no-config-hints']),
  ])
  const tests = await runTests('unit and architecture tests', ['--project', 'unit', '--project', 'architecture'])
  return [...tools, tests]
}
