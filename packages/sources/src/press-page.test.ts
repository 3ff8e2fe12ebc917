import { describe, expect, it } from 'vitest'
import { parsePressPage, readPressPage } from './press-page.ts'

const url = 'https://lorria.example/press/'
const selectors = { post: 'article.post', title: 'h2', text: '.words', time: 'time', link: 'h2 a' }
const post = (more: { time?: string; words?: string; link?: string; attributes?: string } = {}) =>
  `<article class="post" ${more.attributes ?? ''}><h2><a ${more.link === undefined ? 'href="/press/1?x=1"' : more.link}>Nine safe</a></h2>${more.time ?? '<time datetime="2027-05-11T10:00:00+07:00">2 h</time>'}<div class="words">${more.words ?? '<p>Nine persons are safe.</p>'}</div></article>`
const parse = (body: string, given = selectors) =>
  parsePressPage(`<html lang="en"><head><title>Press | Lorria</title></head><body>${body}</body></html>`, { url, selectors: given })

describe('posts', () => {
  it('are entries that are whole documents', () => {
    expect(parse(post())).toEqual({
      feed: { title: 'Press | Lorria', url, language: 'en' },
      entries: [
        {
          id: 'https://lorria.example/press/1?x=1',
          url: 'https://lorria.example/press/1?x=1',
          title: 'Nine safe',
          published_at: '2027-05-11T10:00:00+07:00',
          updated_at: null,
          authors: [],
          summary: null,
          content: '<p>Nine persons are safe.</p>',
          language: null,
          enclosures: [],
          complete: true,
        },
      ],
      problems: [],
    })
  })

  it.each([
    ['<time>2 hours ago</time>', null],
    ['<time>Yesterday</time>', null],
    ['<time>11 May 2027</time>', '2027-05-11T00:00:00Z'],
    ['<time title="Tue, 11 May 2027 10:00:00 +0700">2 h</time>', '2027-05-11T10:00:00+07:00'],
    ['', null],
  ])('have an absolute time or none: %s', (time, expected) => {
    expect(parse(post({ time })).entries[0]?.published_at).toBe(expected)
  })

  it('without a link are known by their id, else by their words', () => {
    expect(parse(post({ link: '', attributes: 'data-id="77"' })).entries[0]).toMatchObject({ id: `${url}#77`, url })
    const { entries } = parse(post({ link: '' }) + post({ link: '', words: '<p>Ten persons are safe.</p>' }))
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2)
    expect(parse(post({ link: 'href="javascript:void(0)"' })).entries[0]?.url).toBe(url)
  })

  it('without words are left out, and counted', () => {
    expect(parse(post() + post({ words: '' }))).toMatchObject({ entries: [{ title: 'Nine safe' }], problems: ['1 posts have no text.'] })
  })
})

describe('a page without posts', () => {
  it('says so', () => {
    expect(() => parse('<p>Under construction</p>')).toThrow(expect.objectContaining({ code: 'PAGE_WITHOUT_POSTS', retry: 'later' }))
  })

  it('says when a selector is the mistake', () => {
    expect(() => parse(post(), { ...selectors, post: 'article[[' })).toThrow(expect.objectContaining({ code: 'SELECTOR_WRONG' }))
  })
})

it('reads the page that its renderer ended at', async () => {
  const { entries } = await readPressPage({ url, selectors }, async () => ({ html: post(), url: 'https://www.lorria.example/' }))
  expect(entries[0]?.url).toBe('https://www.lorria.example/press/1?x=1')
})
