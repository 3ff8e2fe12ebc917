import { describe, expect, it } from 'vitest'
import { readArticle } from './read-article.ts'
import { readFragment } from './read-fragment.ts'

const url = 'https://courier.example/2027/05/11/eleven?utm_source=feed'
const words = [
  'Officers entered the compound in Port Lorria on Friday and found eleven people who had been held there for months.',
  'The eleven, seven women and four men, were taken to a shelter, the provincial governor told reporters on Saturday.',
  'Two managers of the compound were detained, and the building has been sealed until the end of the inquiry.',
]
const paragraphs = words.map((text) => `<p>${text}</p>`)
const page = ({ head = '', body = paragraphs.join('\n'), lang = 'en' }: { head?: string; body?: string; lang?: string } = {}) =>
  `<!doctype html><html lang="${lang}"><head><title>Eleven freed in Port Lorria | The Invented Courier</title>${head}</head><body>
  <header><a href="/">The Invented Courier</a></header><nav><ul><li><a href="/a">World</a></li><li><a href="/b">Sport</a></li></ul></nav>
  <div class="layout no-sidebar"><article><h1>Eleven freed in Port Lorria</h1>${body}</article></div>
  <div class="cookie-banner"><p>We use cookies to make your visit better, and share data with our 743 partners.</p></div>
  <aside class="related-stories"><h3>Related</h3><p>Rice prices rise again as the rain stays away from the plains of the north.</p></aside>
  <footer>© 2027 The Invented Courier. All rights reserved.</footer></body></html>`

describe('the text', () => {
  it('is the paragraphs and nothing else', () => {
    expect(readArticle(page(), { url }).text).toBe(words.join('\n\n'))
  })

  it('leaves out sharing, read-also lines, newsletters and captions', () => {
    const body = [
      '<div class="share-buttons"><a href="#">Share on X</a></div>',
      '<figure><img src="x.jpg"><figcaption>The harbour in 2019, when 90 people worked there</figcaption></figure>',
      paragraphs[0],
      '<p><strong>Read also:</strong> <a href="/rice">Rice prices rise</a></p>',
      paragraphs[1],
      '<div class="newsletter-signup"><p>Get the news of the day in your inbox every morning at seven, free of charge.</p></div>',
      paragraphs[2],
      '<p>Photo: Ada Example</p>',
    ].join('\n')
    expect(readArticle(page({ body }), { url }).text).toBe(words.join('\n\n'))
  })

  it('keeps lists, tables and line breaks as lines', () => {
    const body = `${paragraphs.join('')}<ul><li>seven women</li><li>four men</li></ul><p>Lorria:<br>eleven</p>`
    expect(readArticle(page({ body }), { url }).text).toBe([...words, 'seven women', 'four men', 'Lorria:\neleven'].join('\n\n'))
  })

  it('keeps a lead that stands above the body', () => {
    const lead = 'The governor says that the compound had been watched since the spring.'
    const html = page().replace('<article>', `<div class="article-header"><p class="standfirst">${lead}</p></div><article>`)
    expect(readArticle(html, { url }).text).toBe([lead, ...words].join('\n\n'))
  })

  it('keeps a lead that the page gives as its description as well', () => {
    const lead = 'The governor says that the compound had been watched since the spring, and that more will follow.'
    const html = page({ head: `<meta name="description" content="${lead}">` }).replace('<article>', `<div><p>${lead}</p></div><article>`)
    expect(readArticle(html, { url }).text).toBe([lead, ...words].join('\n\n'))
  })

  it('leaves out what nobody sees, and the words that the site says of itself', () => {
    const hidden = '<div style="display: none"><p>Become a part of our community and write to all the other readers of this page.</p></div>'
    const html = page({ body: hidden + paragraphs.join('') }).replace(
      '<article>',
      '<p class="site-description">The paper that all of Lorria has been reading since the war.</p><article>',
    )
    expect(readArticle(html, { url }).text).toBe(words.join('\n\n'))
  })

  it('leaves out how a word is read', () => {
    const body = `${paragraphs.join('')}<p><ruby>警察<rt>けいさつ</rt></ruby>が十一人を助けた。</p>`
    expect(readArticle(page({ body }), { url }).text).toBe([...words, '警察が十一人を助けた。'].join('\n\n'))
  })

  it('is never what a wall says', () => {
    expect(readArticle(page({ body: '<p>Subscribe now to continue reading this story. Already a subscriber? Sign in.</p>' }), { url }).text).toBe('')
  })

  it('is what the page gives to machines when it shows nothing', () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: words.join('\n') })}</script>`
    expect(readArticle(page({ head, body: '' }), { url }).text).toBe(words.join('\n\n'))
  })

  it('is short when the news is', () => {
    const body = '<p>Two men have been charged after the search of a car wash in Northmoor.</p>'
    expect(readArticle(page({ body }), { url }).text).toBe('Two men have been charged after the search of a car wash in Northmoor.')
  })

  it('is empty when there is nothing', () => {
    expect(readArticle('', { url })).toMatchObject({ title: '', text: '', embeds: [], lang: 'und' })
  })
})

describe('what the page says about itself', () => {
  it('has a title without the name of the site', () => {
    expect(readArticle(page(), { url }).title).toBe('Eleven freed in Port Lorria')
    const noHeading = page().replace('<h1>Eleven freed in Port Lorria</h1>', '')
    expect(readArticle(noHeading, { url }).title).toBe('Eleven freed in Port Lorria')
    const siteHeading = page().replace('<header><a href="/">The Invented Courier</a></header>', '<h1><a href="/">The Invented Courier</a></h1>')
    expect(readArticle(siteHeading, { url }).title).toBe('Eleven freed in Port Lorria')
  })

  it.each([
    ['<meta property="article:published_time" content="2027-05-11T09:30:00+07:00">', '2027-05-11T09:30:00+07:00'],
    ['<script type="application/ld+json">[{"@graph":[{"@type":["NewsArticle"],"datePublished":"2027-05-11T02:30:00Z"}]}]</script>', '2027-05-11T02:30:00Z'],
    ['<meta name="DC.date.issued" content="2027-05-11">', '2027-05-11T12:00:00Z'],
    ['', '2027-05-11T12:00:00Z'],
  ])('has a date: %s', (head, expected) => {
    expect(readArticle(page({ head }), { url }).published_at).toBe(expected)
  })

  it('has the date that people see, and none from the comments', () => {
    const html = page({ body: `<p class="dateline">11 May 2027, 09:30</p>${paragraphs.join('')}` }).replace(
      '<footer>',
      '<div class="comments"><time datetime="2027-06-01">1 June</time></div><footer>',
    )
    expect(readArticle(html, { url: 'https://courier.example/eleven' }).published_at).toBe('2027-05-11T09:30:00Z')
    expect(
      readArticle(page().replace('<footer>', '<div class="comments"><time datetime="2027-06-01">1 June</time></div><footer>'), {
        url: 'https://courier.example/eleven',
      }).published_at,
    ).toBeNull()
  })

  it('has the instant that machines are told, not the clock that people are shown', () => {
    const body = `<p class="byline">By Ada Example · <time datetime="2027-05-11T08:05:00+07:00">11 May 2027 08:05</time></p>${paragraphs.join('')}`
    expect(readArticle(page({ body }), { url })).toMatchObject({ published_at: '2027-05-11T08:05:00+07:00', byline: 'Ada Example' })
  })

  it('has a byline without date and "By"', () => {
    const body = `<p class="byline">By Ada Example · 11 May 2027 09:30</p>${paragraphs.join('')}`
    expect(readArticle(page({ body }), { url }).byline).toBe('Ada Example')
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', author: [{ name: 'Ada Example' }, { name: 'Bo Example' }] })}</script>`
    expect(readArticle(page({ head }), { url }).byline).toBe('Ada Example, Bo Example')
    expect(readArticle(page(), { url }).byline).toBeNull()
  })

  it('has a canonical address without tracking', () => {
    expect(readArticle(page(), { url }).canonical_url).toBe('https://courier.example/2027/05/11/eleven')
    expect(readArticle(page({ head: '<link rel="canonical" href="/eleven#top">' }), { url }).canonical_url).toBe('https://courier.example/eleven')
    expect(readArticle(page({ head: '<link rel="canonical" href="https://courier.example/">' }), { url }).canonical_url).toBe(
      'https://courier.example/2027/05/11/eleven',
    )
    expect(readArticle(page({ head: '<link rel="canonical" href="javascript:alert(1)">' }), { url }).canonical_url).toBe(
      'https://courier.example/2027/05/11/eleven',
    )
  })

  it('has the language of the text, whatever the template claims, and its region when both agree', () => {
    expect(readArticle(page({ lang: 'en-GB' }), { url }).lang).toBe('en-GB')
    const spanish = '<p>La policía de Puerto Lorria liberó el viernes a once personas que estaban retenidas desde hacía meses en un edificio de la costa.</p>'
    expect(readArticle(page({ lang: 'en', body: spanish.repeat(3) }), { url }).lang).toBe('es')
    expect(readArticle('<p>14</p>', { url }).lang).toBe('und')
  })
})

describe('embedded posts', () => {
  const post = 'Eleven persons were released today with the assistance of our consulate.'
  const tweet = `<blockquote class="twitter-tweet"><p lang="en" dir="ltr">${post} <a href="https://t.co/abc">pic.twitter.com/abc</a></p>&mdash; Embassy of Lorria (@lorria_emb) <a href="https://twitter.com/lorria_emb/status/1789000111222333444?ref_src=twsrc">May 11, 2027</a></blockquote>`
  const instagram = `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/Cabc123/?utm_source=ig_embed"><p>${post}</p><p>A post shared by Lorria Police (@lorria_police)</p></blockquote>`
  const mastodon = `<blockquote class="mastodon-embed"><p>${post}</p><a href="https://social.example/@lorria/112233445566">View</a></blockquote>`
  const frame =
    '<figure class="wp-block-embed"><iframe src="https://www.youtube.com/embed/abc123"></iframe><figcaption>The governor speaks</figcaption></figure>'

  it.each([
    [
      'x',
      tweet,
      {
        platform: 'x',
        url: 'https://twitter.com/lorria_emb/status/1789000111222333444',
        author: 'Embassy of Lorria (@lorria_emb)',
        published_at: '2027-05-11T12:00:00Z',
        text: post,
      },
    ],
    [
      'instagram',
      instagram,
      { platform: 'instagram', url: 'https://www.instagram.com/p/Cabc123/', author: 'Lorria Police (@lorria_police)', published_at: null, text: post },
    ],
    [
      'mastodon',
      mastodon,
      { platform: 'mastodon', url: 'https://social.example/@lorria/112233445566', author: null, published_at: null, text: expect.stringContaining(post) },
    ],
    ['youtube', frame, { platform: 'youtube', url: 'https://www.youtube.com/embed/abc123', author: null, published_at: null, text: '' }],
  ])('from %s are cut out of the text', (_, markup, expected) => {
    const article = readArticle(page({ body: [paragraphs[0], markup, paragraphs[1], paragraphs[2]].join('\n') }), { url })
    expect(article.text).toBe(words.join('\n\n'))
    expect(article.embeds).toEqual([expected])
  })

  it('come in their order, and nested wrappers count once', () => {
    const article = readArticle(page({ body: `${paragraphs.join('')}<div class="twitter-tweet">${tweet}</div>${instagram}` }), { url })
    expect(article.embeds.map((embed) => embed.platform)).toEqual(['x', 'instagram'])
  })
})

describe('a fragment', () => {
  it('is all content', () => {
    expect(readFragment(`<p>Nine persons are safe.</p><p>More at <a href="https://lorria.example">lorria.example</a></p>`, { url }).text).toBe(
      'Nine persons are safe.\n\nMore at lorria.example',
    )
    expect(readFragment('Nine persons &amp; a dog are safe', { url }).text).toBe('Nine persons & a dog are safe')
  })
})

describe('a page that is built to hurt', () => {
  const around = (body: string) => `<html><head><title>x</title></head><body>${body}`
  it.each([
    ['nests named boxes', `${'<div class="date share">'.repeat(100)}x${'</div>'.repeat(100)}`.repeat(100)],
    [
      'nests articles',
      `${'<article>'.repeat(100)}<p>words, and words, and more of them, so that it counts as a paragraph</p>${'</article>'.repeat(100)}`.repeat(60),
    ],
    ['nests posts', `${'<blockquote class="twitter-tweet">'.repeat(100)}x${'</blockquote>'.repeat(100)}`.repeat(100)],
    ['has thousands of dates', '<div class="date meta share">x</div>'.repeat(15_000)],
    ['has thousands of attributes', `<div ${Array.from({ length: 2000 }, (_, i) => `a${i}=b`).join(' ')}>x</div>`.repeat(100)],
    ['has JSON-LD that nests', `<script type="application/ld+json">${'['.repeat(50_000)}</script>`],
    ['has JSON-LD thousands of times', '<script type="application/ld+json">{"@type":"NewsArticle"}</script>'.repeat(10_000)],
  ])('%s', (_, body) => {
    const { user } = process.cpuUsage()
    readArticle(around(body), { url })
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(4)
  })
})
