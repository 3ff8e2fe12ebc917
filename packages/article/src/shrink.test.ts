import { describe, expect, it } from 'vitest'
import { shrink } from './shrink.ts'

describe('shrink', () => {
  it('drops what holds no text, and keeps JSON-LD', () => {
    const kept = '<p>Eleven</p><script type="application/ld+json">{"a":"<p>"}</script>'
    expect(shrink(`<!-- <p>not this</p> --><style>p{}</style><script>var a = '<p>'</script><svg><text>x</text></svg>${kept}`)).toBe(kept)
  })

  it('keeps a lone "<" as text, and empties a tag that is far too long', () => {
    expect(shrink('5 < 6')).toBe('5 &lt; 6')
    expect(shrink(`<img src="data:${'a'.repeat(30_000)}">x`)).toBe('<img>x')
  })

  it('is not misled by a ">" inside an attribute', () => {
    expect(shrink('<a title="a > b">x</a>')).toBe('<a title="a > b">x</a>')
  })

  it.each([
    ['is nested 50,000 deep', '<div>'.repeat(50_000)],
    ['has 300,000 paragraphs', '<p>'.repeat(300_000)],
    ['is huge', 'a'.repeat(5_000_001)],
    ['nests tables', '<table><tr><td>'.repeat(5000)],
    ['piles up formatting', '<b><i><u><a>'.repeat(2000)],
  ])('refuses a page that %s', (_, html) => {
    expect(() => shrink(html)).toThrow(expect.objectContaining({ code: 'ARTICLE_TOO_LARGE', retry: 'never' }))
  })

  it.each([
    ['an open comment', `<p>x</p><!--${'a'.repeat(2_000_000)}`],
    ['an open quote', `<p title="${'a'.repeat(2_000_000)}`],
    ['many open scripts', '<script '.repeat(50_000)],
    ['many drawings without an end', '<svg>'.repeat(50_000)],
    ['many stray ends', '</b>'.repeat(50_000)],
    ['many lone signs', '<'.repeat(300_000)],
    ['a million entities', '&amp;'.repeat(900_000)],
  ])('is quick with %s', (_, html) => {
    const since = performance.now()
    try {
      shrink(html)
    } catch (error) {
      expect(error).toMatchObject({ code: 'ARTICLE_TOO_LARGE' })
    }
    expect(performance.now() - since).toBeLessThan(2000)
  })
})
