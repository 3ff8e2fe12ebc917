import { detectLang, readArticle, readFragment } from '@tipwire/article'
import { answerTasks } from '@tipwire/runtime'
import { decodePage, readFeed } from '@tipwire/sources'
import type { Task } from './tasks.ts'

answerTasks<Task, unknown>(({ name, input }) => {
  switch (name) {
    case 'feed':
      return readFeed(input.bytes, input)
    case 'article':
      return readArticle(decodePage(input.bytes, input.contentType), input)
    case 'fragment': {
      const { text, embeds } = readFragment(input.html, input)
      return { text, embeds, lang: detectLang(text) }
    }
  }
})
