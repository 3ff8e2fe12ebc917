import { installedPostgresVersions, redisBinary } from '@tipwire/testkit'
import { runChecks } from './checks.ts'
import { findChromium } from './find-chromium.ts'
import { installMissing } from './install-missing.ts'
import { finish, type Result, runTests, sum } from './step.ts'

/** The oldest major version of PostgreSQL that Tipwire promises to run on, and the newest that it is tested on. */
const oldest = 15

installMissing([
  { name: 'redis-server', isThere: () => redisBinary() !== null, without: 'the pipeline is not tested on Redis' },
  { name: 'chromium', isThere: () => findChromium() !== null, without: 'the browser adapter is tested only if Playwright can bring a browser' },
])

const checks = await runChecks()
const integration = await runTests('integration tests (PostgreSQL 18)', ['--project', 'integration'])
finish(sum([...checks, integration, await onOldest()]))

async function onOldest(): Promise<Result> {
  const version = installedPostgresVersions().find((found) => found >= oldest && found < 18)
  if (version)
    return runTests(`store tests (PostgreSQL ${version})`, ['--project', 'integration', 'packages/store'], { TIPWIRE_TEST_POSTGRES: String(version) })
  process.stdout.write(`store tests (PostgreSQL ${oldest})         skipped: no such server here; on Debian 12: apt-get install postgresql-15\n`)
  return { passed: 0, failed: 0, skipped: 1 }
}
