import { type HttpServer, serveHttp } from '../net/serve-http.ts'
import { type GeneratedDocument, slug } from './generate-documents.ts'
import { escaped, pageOf } from './page.ts'

/** A local web of generated news: a feed per outlet and a page per document. */
export type ServedDocuments = AsyncDisposable & Readonly<{ url: string; feeds: readonly { name: string; url: string }[]; requests: HttpServer['requests'] }>

/** Serves documents as the web would: RSS 2.0 feeds that link to pages with a frame of navigation around the text. */
export async function serveDocuments(documents: readonly GeneratedDocument[]): Promise<ServedDocuments> {
  const byOutlet = Map.groupBy(documents, ({ document }) => document.publisher)
  const pages = new Map(documents.map(({ document }) => [new URL(document.url).pathname, document]))
  const feeds = new Map([...byOutlet.keys()].map((outlet) => [`/${slug(outlet)}/feed.xml`, outlet]))
  const server = await serveHttp((request, response) => {
    const path = request.url ?? '/'
    const origin = `http://${request.headers.host}`
    const outlet = feeds.get(path)
    if (outlet) return response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(feedOf(outlet, byOutlet.get(outlet) ?? [], origin))
    const document = pages.get(path)
    if (document) return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(document))
    return response.writeHead(404).end()
  })
  return {
    url: server.url,
    requests: server.requests,
    feeds: [...feeds].map(([path, name]) => ({ name, url: server.url + path })),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function feedOf(outlet: string, documents: readonly GeneratedDocument[], origin: string): string {
  const items = documents.map(({ document }) => {
    const link = origin + new URL(document.url).pathname
    const date = new Date(document.published_at ?? 0).toUTCString()
    return `<item><guid isPermaLink="false">${document.id}</guid><link>${link}</link><title>${escaped(document.title)}</title><pubDate>${date}</pubDate></item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${escaped(outlet)}</title><link>${origin}</link><language>en</language>${items.join('')}</channel></rss>`
}
