import { readServiceConfig, run } from '../src/index.ts'

const mode = process.argv[2]
await run('test service', readServiceConfig, async ({ signal }) => {
  const timer = setInterval(() => undefined, 1000)
  process.stdout.write('up\n')
  if (mode === 'throws') setTimeout(() => Promise.reject(new Error('nobody expected this')), 1)
  return {
    async [Symbol.asyncDispose]() {
      if (mode === 'stuck') await new Promise(() => undefined)
      clearInterval(timer)
      process.stdout.write(signal.aborted ? 'down after the signal\n' : 'down without it\n')
    },
  }
})
