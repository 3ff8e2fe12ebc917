import type { Embed } from '@tipwire/domain'
import { parsePage } from './dom.ts'
import { takeEmbeds } from './embeds.ts'
import { isFurniture } from './furniture.ts'
import { shrink } from './shrink.ts'
import { blocksOf } from './text.ts'

/** The text and embedded posts of a piece of markup that is all content: a feed entry's own text, a post. Throws as `readArticle` does. */
export function readFragment(html: string, { url }: { url: string }): { text: string; embeds: Embed[] } {
  const page = parsePage(`<html><body>${shrink(html)}</body></html>`)
  const embeds = takeEmbeds(page, url)
  const blocks = page.body ? blocksOf(page.body).filter((block) => !isFurniture(block.text)) : []
  return { text: blocks.map((block) => block.text).join('\n\n'), embeds }
}
