import { expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

it.each([
  ['Eleven <b>freed</b>', 'Eleven freed'],
  ['AT&amp;T &amp;ndash; eleven', 'AT&T &ndash; eleven'],
  ['AT&T and 5 < 6', 'AT&T and 5 < 6'],
  ['Lorria&nbsp;&#8211;&#x20;eleven', 'Lorria – eleven'],
  ['<p>One</p><p>Two</p>', 'One Two'],
  ['<script>alert(1)</script>Eleven', 'Eleven'],
  ['Eleven\n\t\u0000 freed ', 'Eleven freed'],
])('%s', (markup, expected) => {
  expect(plainText(markup)).toBe(expected)
})

it('is quick with a long line of open tags', () => {
  const since = performance.now()
  plainText('<a '.repeat(100_000))
  expect(performance.now() - since).toBeLessThan(1000)
})
