import { expect, test } from 'vitest'
import { generateDocuments } from './generate-documents.ts'
import { serveDocuments } from './serve-documents.ts'

test('every document is linked by its outlet and stands on its page', async () => {
  const documents = [...generateDocuments({ seed: 3, documents: 40 })]
  await using web = await serveDocuments(documents)
  const feeds = await Promise.all(web.feeds.map(async ({ url }) => await (await fetch(url)).text()))
  const links = feeds.flatMap((feed) => [...feed.matchAll(/<link>([^<]+\.html)<\/link>/g)].map((match) => match[1] ?? ''))
  expect(links).toHaveLength(40)
  const page = await (await fetch(links[0] ?? '')).text()
  expect(documents.some(({ document }) => page.includes(document.text.split('\n\n')[0] ?? ''))).toBe(true)
  expect((await fetch(`${web.url}/nowhere`)).status).toBe(404)
})
