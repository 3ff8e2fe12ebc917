import { readArticle } from '@tipwire/article'
import { UsageError } from '@tipwire/domain'
import type { Command } from 'commander'
import { z } from 'zod'
import { eachJsonLine } from '../input/json-lines.ts'
import { readPage } from '../input/page.ts'
import { printJson } from '../output/streams.ts'

const Page = z.object({ id: z.string().min(1), url: z.string().nullish(), html: z.string() })

type ArticleOptions = { url?: string; jsonl?: boolean; allowPrivate?: boolean }

export function define(command: Command): void {
  command
    .argument('[FILE|URL]', 'a page as HTML; - is standard input')
    .option('--url <URL>', 'the address of the page, to resolve its links')
    .option('--jsonl', 'JSON Lines { id, url, html } from standard input; results in the same order')
    .option('--allow-private', 'fetch from private addresses as well')
    .addHelpText('after', examples)
    .action(run)
}

const examples = `
Gives { title, byline, published_at, lang, canonical_url, text, embeds }.

Examples:
  tipwire article page.html --url https://example.org/news/1
  tipwire article https://example.org/news/1
  tipwire article --jsonl < pages.jsonl > articles.jsonl`

async function run(name: string | undefined, options: ArticleOptions): Promise<void> {
  if (options.jsonl) return eachJsonLine(process.stdin, Page, ({ id, html, url }) => ({ id, ...readArticle(html, { url: url ?? '' }) }))
  if (name === undefined) throw new UsageError('name a page: "tipwire article FILE --url URL", or --jsonl with lines on standard input.')
  const { html, url } = await readPage(name, { allowPrivate: options.allowPrivate ?? false })
  await printJson(readArticle(html, { url: options.url ?? url ?? '' }))
}
