import { text } from 'node:stream/consumers'

// Runs one side of a bench: the module is the first argument, its input stands on standard input as JSON, the value goes to standard output.
const [module = ''] = process.argv.slice(2)
const { run } = await import(module)
process.stdout.write(String(await run(JSON.parse(await text(process.stdin)))))
process.exit(0)
