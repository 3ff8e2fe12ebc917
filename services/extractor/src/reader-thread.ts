import { readDocument } from '@tipwire/extraction'
import { redactor } from '@tipwire/privacy'
import { answerTasks } from '@tipwire/runtime'
import type { ReadableDocument, Reading } from '@tipwire/domain'

answerTasks<ReadableDocument, Reading>((document) => readDocument(document, { redact: redactor }))
