import { z } from 'zod'
import { codesOf, sourceKinds } from './codes.ts'

/** An instant with its offset, as published. */
export const Instant = z.iso.datetime({ offset: true })

/** A document as the reader takes it: `text` is the body alone, the title stands apart. */
export const ReadableDocument = z.object({
  id: z.string().min(1),
  source_kind: z.enum(codesOf(sourceKinds)).default('rss_news'),
  platform: z.string().optional(),
  url: z.string().nullish(),
  title: z.string(),
  published_at: Instant.nullable(),
  /** IANA zone of the publisher; weekdays and "yesterday" resolve in it. */
  publisher_tz: z.string().nullish(),
  /** BCP 47; `und` when unsure. */
  lang: z.string().default('und'),
  text: z.string(),
  /** Name of the publisher and of the body behind an official source, when known. */
  publisher: z.string().nullish(),
  source_actor: z.string().nullish(),
})
export type ReadableDocument = z.infer<typeof ReadableDocument>

/** A post or page shown inside a document; it becomes a child document. */
export const Embed = z.object({
  platform: z.string().nullable(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  published_at: Instant.nullable(),
  text: z.string(),
})
export type Embed = z.infer<typeof Embed>

/** What `article` makes of a page. */
export const Article = z.object({
  title: z.string(),
  byline: z.string().nullable(),
  published_at: z.string().nullable(),
  lang: z.string(),
  canonical_url: z.string().nullable(),
  text: z.string(),
  embeds: z.array(Embed),
})
export type Article = z.infer<typeof Article>

/** One entry of a feed, or one post of an official account, before its page is fetched. */
export const FeedEntry = z.object({
  id: z.string().min(1),
  url: z.string().nullable(),
  title: z.string(),
  published_at: z.string().nullable(),
  updated_at: z.string().nullable(),
  authors: z.array(z.string()),
  summary: z.string().nullable(),
  content: z.string().nullable(),
  language: z.string().nullable(),
  enclosures: z.array(z.object({ url: z.string(), type: z.string().nullable(), length: z.number().nullable() })),
  /** True when the entry is the whole document (a post), so that no page needs fetching. */
  complete: z.boolean().optional(),
})
export type FeedEntry = z.infer<typeof FeedEntry>

export const ParsedFeed = z.object({
  feed: z.object({ title: z.string().nullable(), url: z.string().nullable(), language: z.string().nullable() }),
  entries: z.array(FeedEntry),
  /** What was wrong with the feed, in plain words; empty when nothing was. */
  problems: z.array(z.string()),
})
export type ParsedFeed = z.infer<typeof ParsedFeed>
