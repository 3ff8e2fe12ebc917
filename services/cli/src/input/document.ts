import { basename, extname } from 'node:path'
import { detectLang, readArticle } from '@tipwire/article'
import { ReadableDocument, sourceKinds, UsageError } from '@tipwire/domain'
import type { z } from 'zod'
import { isUrl, readInput, refuseBinary } from './bytes.ts'
import { checkZone } from './check-zone.ts'
import { describeIssues } from './describe-issues.ts'
import { readPage } from './page.ts'

/** What a person says about a document that is a bare text or a page. */
export type DocumentOptions = Readonly<{ title?: string; published?: string; tz?: string; lang?: string; kind?: string; url?: string; allowPrivate?: boolean }>

/** A document from a `.json` file, a `.txt` file with options, an HTML page or an address. Wrong input is a UsageError. */
export async function readDocumentInput(name: string, options: DocumentOptions): Promise<ReadableDocument> {
  if (options.tz !== undefined) checkZone(options.tz)
  if (options.lang !== undefined && !isLanguage(options.lang)) throw new UsageError('--lang takes a code, such as en.')
  const raw = isUrl(name) || isPage(name) ? await fromPage(name, options) : await fromFile(name)
  return check({ id: basename(name) || name, title: '', published_at: null, ...raw, ...given(options) })
}

const isLanguage = (code: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(code)

function isPage(name: string): boolean {
  return ['.html', '.htm', '.xhtml'].includes(extname(name).toLowerCase())
}

function fromJson(text: string, name: string): Record<string, unknown> {
  try {
    const raw: unknown = JSON.parse(text)
    if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return raw as Record<string, unknown>
  } catch {
    throw new UsageError(`${name} is not JSON. A document is { "id", "title", "published_at", "lang", "text" }; for many, use --jsonl.`)
  }
  throw new UsageError(`${name} holds no document. It should be one object { "id", "title", "published_at", "lang", "text" }; for many, use --jsonl.`)
}

async function fromFile(name: string): Promise<Record<string, unknown>> {
  const { bytes } = await readInput(name, { door: 'article' })
  refuseBinary(bytes, name)
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  return extname(name) === '.json' ? fromJson(text, name) : { text }
}

async function fromPage(name: string, options: DocumentOptions): Promise<Record<string, unknown>> {
  const { html, url } = await readPage(name, { allowPrivate: options.allowPrivate ?? false })
  const address = url ?? options.url ?? null
  const { title, published_at, lang, canonical_url, text } = readArticle(html, { url: address ?? '' })
  return { title, published_at, lang, url: canonical_url ?? address, text }
}

/** Options that were given win over what the file says. */
function given({ title, published, tz, lang, kind }: DocumentOptions): Record<string, string> {
  const all = { title, published_at: published, publisher_tz: tz, lang, source_kind: kind }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

function check(raw: Record<string, unknown>): ReadableDocument {
  const parsed = ReadableDocument.safeParse(raw)
  if (parsed.success) return withLanguage(parsed.data)
  throw new UsageError(explainDocument(parsed.error))
}

/** Nobody said the language: it is found as for a fetched page, or stays unknown. */
function withLanguage(document: ReadableDocument): ReadableDocument {
  return document.lang === 'und' ? { ...document, lang: detectLang(document.text) ?? 'und' } : document
}

function explainDocument(error: z.ZodError): string {
  const fields = new Set(error.issues.map((issue) => issue.path[0]))
  if (fields.has('published_at')) return '--published takes an instant with its offset, such as 2024-07-21T07:51:00+05:30.'
  if (fields.has('source_kind')) return `--kind is one of ${Object.keys(sourceKinds).join(', ')}.`
  return `this is no document: ${describeIssues(error)}.`
}
