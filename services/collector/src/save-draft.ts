import type { Embed, Outcome, Work } from '@tipwire/domain'
import { finishWork, type Item, saveDocument, type Tx } from '@tipwire/store'
import { type Draft, sha256 } from './draft.ts'
import type { Tools } from './tools.ts'

// A shorter embedded post ("watch this") tells nothing.
const MIN_EMBED_CHARS = 20

/** Stores a document with the posts shown in it, and sends what is new to `deduplicate`; all in one transaction with the end of the work. */
export function saveDraft({ store, run_id }: Tools, { work, item, draft }: { work: Work; item: Item; draft: Draft }): Promise<Outcome> {
  return store.transaction(async (tx) => {
    const page = await savePage(tx, { item, draft, run_id })
    const saved = [page]
    for (const embed of draft.embeds.filter((one) => one.text.length >= MIN_EMBED_CHARS)) {
      saved.push(await saveEmbed(tx, { item, draft, embed, parent: page.document_id, run_id }))
    }
    const next = saved.filter((one) => one.is_new).map((one) => ({ stage: 'deduplicate', id: one.document_id }) as const)
    const outcome: Outcome = { kind: 'done', next }
    await finishWork(tx, { work, outcome, run_id })
    return outcome
  })
}

type Saving = { item: Item; draft: Draft; run_id: string }

function savePage(tx: Tx, { item, draft, run_id }: Saving) {
  const { title, byline, published_at, lang, canonical_url, text } = draft
  return saveDocument(tx, {
    item_id: item.item_id,
    source_id: item.source_id,
    url: draft.url,
    canonical_url,
    kind: draft.kind,
    article: { title, byline, published_at, lang, canonical_url, text, embeds: [...draft.embeds] },
    published_at,
    lang,
    content_sha256: draft.content_sha256,
    text_sha256: sha256(text),
    run_id,
  })
}

/** A post shown inside a document is a document of its own: another's words, which never count as the article's. */
function saveEmbed(tx: Tx, { item, draft, embed, parent, run_id }: Saving & { embed: Embed; parent: string }) {
  const { url, author, published_at, text, platform } = embed
  return saveDocument(tx, {
    item_id: item.item_id,
    source_id: item.source_id,
    url: url ?? draft.url,
    canonical_url: url,
    kind: 'embedded_post',
    article: { title: '', byline: author, published_at, lang: draft.lang, canonical_url: url, text, embeds: [] },
    published_at: published_at ?? draft.published_at,
    lang: draft.lang,
    content_sha256: sha256(text),
    text_sha256: sha256(text),
    parent_document_id: parent,
    platform,
    author,
    source_kind: 'social_account',
    run_id,
  })
}
