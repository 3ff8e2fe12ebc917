// Whole lines that are furniture in any article. Anchored at both ends or at a colon, so that a sentence is never one.
const LINES: readonly RegExp[] = [
  /^(?:also read|read also|read more|read next|see also|related(?: (?:stories|articles|news|posts|topics))?|more (?:on|from)|don'?t miss|recommended|watch|must read|le[ae] también|leer más|te puede interesar|leia (?:também|mais)|lire aussi|à lire(?: aussi)?|lesen sie auch|mehr zum thema|baca juga|lihat juga|berita terkait|xem thêm|đọc thêm|tin liên quan|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|अधिक पढ़ें|यह भी पढ़ें|相关新闻|延伸閱讀)\s*[:：|>»–-]/iu,
  /^(?:advertisement|advertising|anzeige|werbung|publicidad|publicidade|publicité|iklan|quảng cáo|sponsored|story continues below(?: this)? advert(?:isement)?|continue reading|scroll to continue|skip ad|share|share this(?: article| story)?|print|e-?mail|tweet|comments?|\d{1,5} comments?|reply|tags?|loading\.*|listen|save|copy link|copied|follow us|back to top|teilen|drucken|kommentare|pdf|suche|compartir|partager|bagikan|chia sẻ)[.:]?$/iu,
  /^(?:share (?:this|on|via)|follow us|like us|join (?:us|our)|subscribe|sign up|get (?:the|our) (?:latest|daily|free)|download (?:the|our)|click here|tap here|to continue reading|already a subscriber|copyright|©|\(c\) \d{4}|all rights reserved|this material may not be published|we use cookies|this (?:site|website) uses cookies|by (?:using|continuing|clicking)[^.]{0,80}(?:cookies|terms)|abonnieren|newsletter|suscríbete|valora esta noticia|puede escribirnos|inscreva-se|inscrivez-vous|langganan)(?=$|[\s:,!.])[^.!?]{0,160}[.!?]?$/iu,
  /^(?:photo(?:graph)?s?|image|picture|fotos?|bild|file photo|credits?|cr[eé]dits?(?: photos?)?|image illustrative|source|quelle|via|filed under|categor(?:y|ies)|tags?|topics?|keywords?)\s*(?::|by\s)[^.!?]{0,160}[.]?$/iu,
  /^[^.!?]{0,80}(?:\/\s?(?:getty images|afp|reuters|ap|epa|dpa|shutterstock|istock|unsplash|bestimage)|(?:afp|reuters|epa|dpa|getty images?|shutterstock|istock|bestimage)\s?\/)[^.!?]{0,60}$/iu,
  stampLine(),
  /^.{0,160}©[^.!?]{0,100}$/u,
  /^\((?:photo|image|picture|credit|foto|bild|crédit)s?\s?:[^()]{1,160}\)$/iu,
]
/** A line that only says when: "Posted on 31 January 2027, 10:00". */
function stampLine(): RegExp {
  const verb =
    '(?:(?:posted|published|issued|updated|last (?:updated|modified)|aktualisiert|veröffentlicht|stand|publicado|actualizado|publié|mis à jour|diterbitkan)(?:\\s(?:on|in|by|am|le|el|em|at))?\\s*:?\\s*)?'
  const weekday = '(?:\\p{L}{3,12},?\\s)?'
  const day = '(?:\\d{1,2}[./ ]{1,2}(?:\\p{L}{3,12}|\\d{1,2})[./ ]{1,2}\\d{4}|\\p{L}{3,12} \\d{1,2},? \\d{4}|\\d{4}-\\d{2}-\\d{2})'
  const clock = '(?:[,\\s|·–-]{1,4}(?:at\\s)?\\d{1,2}[:.]\\d{2}.{0,20})?'
  return new RegExp(`^${verb}${weekday}${day}${clock}\\.?$`, 'iu')
}
const MAX_LINE_CHARS = 220

/** True for a line that belongs to the page, not to the article. */
export function isFurniture(text: string): boolean {
  return text.length <= MAX_LINE_CHARS && LINES.some((line) => line.test(text))
}

// Headings after which a page offers other stories, or speaks of itself.
const TAIL =
  /^(?:related(?: (?:stories|articles|news|posts|content|topics|coverage))?|more (?:stories|news|from .{1,60}|on this (?:story|topic))|you (?:may|might) also (?:like|be interested in).{0,20}|recommended(?: for you| stories)?|latest (?:news|stories)|most (?:read|popular)|trending(?: now)?|read (?:more|next|also)|also read|see also|what to read next|about the author|about us|sign up .{0,60}|newsletter|verwandte (?:artikel|beiträge|themen)|das könnte (?:dich|sie|ihnen|euch) (?:auch )?.{0,30}|(?:lesen sie|lies) auch.{0,40}|mehr zum thema|weitere (?:artikel|beiträge|themen|meldungen|nachrichten).{0,60}|ähnliche (?:artikel|beiträge)|auch interessant|aktuelle ausgabe|empfehlungen aus .{0,40}|te puede interesar|noticias relacionadas|más noticias|le[ae] también|leia também|veja também|notícias relacionadas|à lire aussi|sur le même (?:sujet|thème)|articles? (?:liés?|similaires?)|baca juga|berita (?:terkait|lainnya)|artikel terkait|tin liên quan|tin cùng chuyên mục|ข่าวที่เกี่ยวข้อง|相关(?:新闻|阅读)|延伸閱讀|関連記事|संबंधित (?:खबरें|लेख)|مواضيع ذات صلة|اقرأ أيضا)\s*[:：…»>]?$/iu
const EARLIEST_TAIL = 0.5

/** The paragraphs before the heading under which the page offers other stories. Such a heading in the first half is only left out. */
export function withoutTail(texts: readonly string[]): string[] {
  const total = texts.reduce((sum, text) => sum + text.length, 0)
  let passed = 0
  const kept: string[] = []
  for (const text of texts) {
    const isTail = text.length <= 100 && TAIL.test(text)
    if (isTail && passed >= total * EARLIEST_TAIL) break
    passed += text.length
    if (!isTail) kept.push(text)
  }
  return kept
}
