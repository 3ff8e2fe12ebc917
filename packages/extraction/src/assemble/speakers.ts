import type { Annotated, BodyMention } from '../annotate/types.ts'
import type { FigureMention } from '../figures/types.ts'
import { canonicalName, fullBody } from './actors.ts'

/** Who vouches for a figure: the body that is named as saying it; an official source speaks for itself. Null when nobody is named. */
export function speakerOf(doc: Annotated, { speaker, kind }: FigureMention): string | null {
  const actor = doc.document.source_actor ?? null
  const body = speaker && (fullBody(doc, speaker) ?? onlyBody(doc, speaker))
  if (actor !== null && (body === null || isSpeaking(body, actor))) return actor
  if (body !== null && !body.generic) return officialName(doc, body, canonicalName(doc, body))
  return actor !== null && kind !== 'estimate' ? actor : null
}

const isSpeaking = (body: BodyMention, actor: string): boolean => actor.includes(body.name) || (body.kind === 'embassy' && /embassy|consulate/i.test(actor))

/** "the agency says" in a text that names one body only. */
function onlyBody(doc: Annotated, speaker: BodyMention): BodyMention | null {
  const named = doc.bodies.filter((body) => !body.generic && body.first < speaker.first && body.kind !== 'court')
  return new Set(named.map(({ name }) => name)).size === 1 ? (named[0] ?? null) : null
}

const regions = new Intl.DisplayNames(['en'], { type: 'region' })

/** Embassies under one name however they are written: "Embassy of India, Phnom Penh". */
function officialName(doc: Annotated, body: BodyMention, name: string): string {
  if (body.kind !== 'embassy') return name
  const country = body.country ?? doc.nationalities.find(({ first, last }) => first >= body.first && last <= body.last)?.country ?? null
  const [, of, at] = /^(?:the )?embassy of (.+?)(?: in |, )(.+)$/iu.exec(name) ?? []
  if (of !== undefined) return `Embassy of ${of}, ${at}`
  const [, city] = /\bembassy in (.+)$/iu.exec(name) ?? []
  return city !== undefined && country !== null ? `Embassy of ${regions.of(country) ?? country}, ${city}` : name
}
