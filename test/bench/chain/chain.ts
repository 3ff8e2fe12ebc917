import { generateDocuments, serveDocuments, startTestServer, throwawayDatabase } from '@tipwire/testkit'
import { enginesHere, redisFor } from '../../pipeline/harness/engines.ts'
import type { Bench } from '../bench.ts'

/** The whole chain, from a feed on a local server to an event that can be queried, against the pipeline that plain packages give. */
export const chain: Bench = {
  name: 'chain',
  workload: (size) => `${size} documents from 16 feeds on a local server to rows that can be queried`,
  peer: 'reference pipeline (rss-parser, jsdom + readability, sha256, minhash, wink-nlp, one-row insert by kysely; one BullMQ job a document, c=10)',
  unit: 'documents/s',
  size: { full: 300, short: 60 },
  goal: 5,
  ours: new URL('./ours.ts', import.meta.url),
  theirs: new URL('./reference.ts', import.meta.url),
  async prepare(size) {
    await using parts = new AsyncDisposableStack()
    parts.use(await startTestServer())
    const web = parts.use(await serveDocuments([...generateDocuments({ seed: 1, documents: size })]))
    const kept = parts.move()
    return {
      async inputOf() {
        await using own = new AsyncDisposableStack()
        const { connectionString } = own.use(await throwawayDatabase())
        const { redisUrl } = own.use(await redisFor(enginesHere().includes('redis') ? 'redis' : 'postgres'))
        const moved = own.move()
        return { input: { connectionString, redisUrl, feeds: web.feeds, documents: size }, [Symbol.asyncDispose]: () => moved.disposeAsync() }
      },
      [Symbol.asyncDispose]: () => kept.disposeAsync(),
    }
  },
}

/** What both sides of this bench are given. */
export type ChainInput = Readonly<{ connectionString: string; redisUrl?: string; feeds: readonly { name: string; url: string }[]; documents: number }>
