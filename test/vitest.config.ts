import { defineConfig } from 'vitest/config'

const root = new URL('..', import.meta.url).pathname
const here = ['packages/*/src', 'packages/*/test', 'services/*/src', 'services/*/test', 'infra/newsroom/src', 'test']
const notOurs = '**/node_modules/**'

export default defineConfig({
  root,
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: here.map((folder) => `${folder}/**/*.test.ts`),
          exclude: [notOurs, '**/*.int.test.ts', 'test/architecture/**'],
          testTimeout: 30_000,
          // Pure tests share their modules: the gazetteer and the language model load once a worker.
          isolate: false,
        },
      },
      { test: { name: 'architecture', root, include: ['test/architecture/**/*.test.ts'], exclude: [notOurs], testTimeout: 60_000 } },
      {
        test: {
          name: 'integration',
          root,
          include: here.map((folder) => `${folder}/**/*.int.test.ts`),
          exclude: [notOurs],
          globalSetup: ['test/setup/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // The suites share two cores, one Postgres server and one Redis: a few files at a time.
          maxWorkers: 2,
        },
      },
    ],
  },
})
