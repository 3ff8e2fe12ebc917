import { describe, expect, it } from 'vitest'
import { readArticle } from './read-article.ts'

const dateOf = ({ head = '', body = '', after = '', latest = null as string | null }) =>
  readArticle(
    `<html><head><title>Eleven freed</title>${head}</head><body><main><h1>Eleven freed</h1>${body}<p>${'Officers entered the compound in Port Lorria. '.repeat(40)}</p></main>${after}</body></html>`,
    { url: 'https://courier.example/eleven', latest },
  ).published_at

describe('the date', () => {
  it.each([
    [
      'beside the headline goes before that of another story',
      { body: '<span class="published">11 May 2027</span>', after: '<time class="published" datetime="2026-01-02">x</time>' },
    ],
    ['may stand far below, behind words that name it', { after: '<p>Published on: 11 May 2027</p>' }],
    ['may only be in a script', { after: '<script>window.state = {"publishedDate":"2027-05-11T12:00:00Z"}</script>' }],
    ['of the last change is the last resort', { after: '<p>Zuletzt aktualisiert am 11.05.2027</p>' }],
    [
      'of the last change is not that of publication',
      { body: '<div><h4>Last updated:</h4><p class="timestamp">12 May 2027</p></div>', after: '<p>Published: 11 May 2027</p>' },
    ],
    ['may stand in a side column', { after: '<div class="sidebar"><time datetime="2027-05-11">x</time></div>' }],
  ])('%s', (_, parts) => {
    expect(dateOf(parts)?.slice(0, 10)).toBe('2027-05-11')
  })

  it('is never later than the page itself', () => {
    const head = '<meta name="article:published_time" content="2028-01-01T00:00:00Z">'
    expect(dateOf({ head, latest: '2027-05-12T00:00:00Z' })).toBeNull()
    expect(dateOf({ head, body: '<time datetime="2027-05-11">x</time>', latest: '2027-05-12T00:00:00Z' })).toBe('2027-05-11T12:00:00Z')
  })
})
