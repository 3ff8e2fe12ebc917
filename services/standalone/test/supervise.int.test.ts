import { openSync } from 'node:fs'
import { devNull } from 'node:os'
import { createLog } from '@tipwire/runtime'
import { waitUntil } from '@tipwire/testkit'
import { expect, it } from 'vitest'
import type { PipelineConfig } from '../src/pipeline/pipeline-config.ts'
import { supervisePipeline } from '../src/pipeline/supervise.ts'

it('tells once of a pipeline that cannot start, goes on trying, and can be ended meanwhile', { timeout: 60_000 }, async () => {
  const lines: string[] = []
  const log = createLog('test', { level: 'error', to: { write: (line) => void lines.push(line) } })
  let told = 0
  const nothing = {} as PipelineConfig
  await using pipeline = supervisePipeline({ config: nothing, log, logDescriptor: openSync(devNull, 'a'), onTrouble: () => void told++ })
  await waitUntil('it has ended three times', () => lines.length >= 3 || null, 40_000)
  expect(told).toBe(1)
  await pipeline[Symbol.asyncDispose]()
  expect(pipeline.pid()).toBeNull()
})
