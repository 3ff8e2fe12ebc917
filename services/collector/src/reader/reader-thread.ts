import { parentPort } from 'node:worker_threads'
import { detectLang, readArticle, readFragment } from '@tipwire/article'
import { StageError } from '@tipwire/domain'
import { decodePage, parseFeed } from '@tipwire/sources'
import type { TaskAnswer, TaskMessage } from './tasks.ts'

async function work(task: TaskMessage): Promise<unknown> {
  switch (task.name) {
    case 'feed':
      return parseFeed(task.input.bytes, task.input)
    case 'article':
      return readArticle(decodePage(task.input.bytes, task.input.contentType), task.input)
    case 'fragment': {
      const { text, embeds } = readFragment(task.input.html, task.input)
      return { text, embeds, lang: detectLang(text) }
    }
  }
}

async function answer(task: TaskMessage): Promise<TaskAnswer> {
  try {
    return { id: task.id, ok: true, output: await work(task) }
  } catch (error) {
    if (error instanceof StageError) return { id: task.id, ok: false, error: { code: error.code, message: error.message, retry: error.retry } }
    // Foreign messages may quote the text that they stumbled over: only the kind and the place go on.
    const place =
      error instanceof Error
        ? `${error.name} ${
            error.stack
              ?.split('\n')
              .find((line) => line.includes(' at '))
              ?.trim() ?? ''
          }`
        : typeof error
    return { id: task.id, ok: false, error: { unexpected: place } }
  }
}

parentPort?.on('message', (task: TaskMessage) => {
  void answer(task).then((message) => parentPort?.postMessage(message))
})
parentPort?.postMessage('ready')
