import { expect, it } from 'vitest'
import { readArticle } from './read-article.ts'

const titleOf = (title: string, h1: string, head = '') =>
  readArticle(`<html><head><title>${title}</title>${head}</head><body>${h1}<p>Words.</p></body></html>`, { url: '' }).title

it.each([
  [
    'the headline that people see, when search engines are given another',
    titleOf('Port Lorria: eleven people freed | Courier', '<h1>How eleven people were freed in Port Lorria</h1>'),
    'How eleven people were freed in Port Lorria',
  ],
  [
    'without the section that stands in the same element',
    titleOf(
      'Eleven freed in Lorria - The Courier',
      '<h1><span>World</span> Eleven freed in Lorria <b>11 May</b></h1>',
      '<meta property="og:title" content="Eleven freed in Lorria">',
    ),
    'Eleven freed in Lorria',
  ],
  [
    'not a heading about something else',
    titleOf('Eleven freed in Lorria', '<h1>Welcome to our pages</h1>', '<meta property="og:title" content="Eleven freed in Lorria">'),
    'Eleven freed in Lorria',
  ],
  ['without soft hyphens', titleOf('Eleven freed', '<h1>Ele&shy;ven freed</h1>'), 'Eleven freed'],
])('is %s', (_, found, expected) => {
  expect(found).toBe(expected)
})
