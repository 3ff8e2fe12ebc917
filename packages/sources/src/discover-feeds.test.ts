import { expect, it } from 'vitest'
import { linkedFeeds, usualFeedAddresses } from './discover-feeds.ts'

const url = 'https://www.courier.example/news/'

it('finds what the head names, then what looks like a feed of the site; comments last, each once', () => {
  const html = `<html><head><base href="/x/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
    <link rel="alternate" type="application/atom+xml" title="The Courier" href="feed.atom"><link rel="alternate" hreflang="fr" href="/fr"><link rel="stylesheet" type="text/css" href="/rss.css"></head>
    <body><a href="/rss">RSS</a><a href="feed.atom">Feed</a><a href="https://other.example/rss">Another's</a><a href="/feedback">Write to us</a><a href="javascript:rss()">x</a></body></html>`
  expect(linkedFeeds(html, { url })).toEqual([
    { url: 'https://www.courier.example/x/feed.atom', title: 'The Courier' },
    { url: 'https://www.courier.example/rss', title: null },
    { url: 'https://www.courier.example/comments/feed', title: 'Comments' },
  ])
})

it('finds nothing where nothing is', () => {
  expect(linkedFeeds('<p>No feed here</p>', { url })).toEqual([])
})

it('knows where feeds usually are', () => {
  expect(usualFeedAddresses(url)).toContain('https://www.courier.example/rss.xml')
})
