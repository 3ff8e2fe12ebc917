import type { ReadableDocument, Reading } from '@tipwire/domain'
import { readDocument } from '@tipwire/extraction'
import { redactor } from '@tipwire/privacy'
import { answerTasks } from '@tipwire/runtime'

answerTasks<ReadableDocument, Reading>((document) => readDocument(document, { redact: redactor }))
