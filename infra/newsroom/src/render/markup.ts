import type { Outlet, Story } from '../types.ts'

/** Text as it may stand in HTML or XML, in an element or a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** The last part of a story's id. */
function slugOf(story: Story): string {
  return story.id.slice(story.id.indexOf('/') + 1)
}

/** Path of a story's own page. */
export function storyPath(outlet: Outlet, story: Story): string {
  if (outlet.feed === 'posts') return `/${outlet.id}/post/${slugOf(story)}`
  return `/${outlet.id}/${story.published.slice(0, 10).replaceAll('-', '/')}/${slugOf(story)}.html`
}

/** The story's paragraphs as HTML, without what stands between them. */
export function paragraphsOf(story: Story): string[] {
  return story.body.filter((block) => typeof block === 'string').map((text) => `<p>${escapeMarkup(text)}</p>`)
}

/** What a feed says about a story: the words under its headline, or its first paragraph. */
export function summaryOf(story: Story): string {
  return story.dek ?? story.body.find((block) => typeof block === 'string') ?? story.title
}
