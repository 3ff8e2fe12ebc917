import type { SourceSpec } from '@tipwire/domain'

/** A piece of a story's page: a paragraph, or something that a real page carries between its paragraphs. */
export type Block =
  | string
  | { kind: 'subhead' | 'also_read' | 'caption'; text: string }
  | { kind: 'post'; author: string; handle: string; at: string; url: string; text: string }

/** One invented story, post or statement. */
export type Story = Readonly<{
  /** `<source>/<slug>`; unique, never reused. */
  id: string
  title: string
  /** Instant with offset, as the outlet prints it. */
  published: string
  updated?: string
  byline?: string
  /** The paragraph under the headline. */
  dek?: string
  lang?: string
  body: readonly Block[]
  /** A page that is too large to keep in a file: made when it is asked for, in place of `body`. */
  makeBody?: () => string
}>

export type FeedForm = 'rss' | 'rss_full' | 'atom' | 'json' | 'broken' | 'posts' | 'press'
export type PageForm = 'broadsheet' | 'magazine' | 'plain' | 'bulletin' | 'posts' | 'press'

/** One invented outlet, or one official body with invented words. */
export type Outlet = Readonly<{
  /** Folder of its addresses. */
  id: string
  /** As pages and feeds print it. */
  name: string
  tagline: string
  spec: Pick<SourceSpec, 'kind' | 'country' | 'tz' | 'lang'> & Partial<Pick<SourceSpec, 'actor' | 'selectors'>>
  feed: FeedForm
  page: PageForm
  stories: readonly Story[]
}>

/** What happens to the newsroom while one watches. */
export type Move = Readonly<{ add: Story } | { replace: Story } | { withdraw: string }>

export type Step = Readonly<{ name: string; moves: readonly Move[] }>
