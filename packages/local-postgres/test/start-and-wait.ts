import { startLocalPostgres, startThrowawayPostgres } from '../src/index.ts'

// Started as a process of its own, so that a test can kill it.
const [kind, directory] = process.argv.slice(2)
const server = kind === 'throwaway' ? await startThrowawayPostgres() : await startLocalPostgres({ directory: directory as string })
process.stdout.write(`${JSON.stringify({ pid: server.pid, port: server.port, connectionString: server.connectionString })}\n`)
setInterval(() => undefined, 60_000)
