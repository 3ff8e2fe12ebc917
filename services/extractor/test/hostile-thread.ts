import type { ReadableDocument } from '@tipwire/domain'
import { answerTasks } from '@tipwire/runtime'
import type { ReadAndTold } from '../src/read-and-tell.ts'

// A reader that the words of a document can drive into each of the ways to fail.
answerTasks<ReadableDocument, ReadAndTold>((document) => {
  if (document.text.includes('loop')) for (;;) Math.random()
  if (document.text.includes('eat')) for (const eaten: number[][] = []; ; ) eaten.push(Array.from({ length: 100_000 }, Math.random))
  if (document.text.includes('crash')) process.exit(1)
  return { reading: { relevant: false, events: [], statistics: [] }, told: null }
})
