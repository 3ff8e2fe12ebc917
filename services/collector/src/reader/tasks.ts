import type { Article, Embed, ParsedFeed } from '@tipwire/domain'

/** What a reader thread can be asked, and what it answers. Bytes and markup come from strangers: they are parsed nowhere else. */
export type Tasks = {
  feed: { input: { bytes: Uint8Array; url: string; contentType: string | null }; output: ParsedFeed }
  /** `latest`: when the page was fetched. */
  article: { input: { bytes: Uint8Array; url: string; contentType: string | null; latest: string }; output: Article }
  fragment: { input: { html: string; url: string }; output: { text: string; embeds: Embed[]; lang: string | null } }
}
export type TaskName = keyof Tasks
export type Task = { [Name in TaskName]: { name: Name; input: Tasks[Name]['input'] } }[TaskName]
