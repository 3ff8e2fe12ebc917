import type { ReadableDocument } from '@tipwire/domain'
import { answerTasks } from '@tipwire/runtime'
import { type ReadAndTold, readAndTell } from './read-and-tell.ts'

answerTasks<ReadableDocument, ReadAndTold>(readAndTell)
