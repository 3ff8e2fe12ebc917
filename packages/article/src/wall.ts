/** What pages say instead of their article: to readers without a subscription, consent, JavaScript or a new browser, and to machines. */
const WALL =
  /(?:subscribe|sign in|log in|register|create (?:a free )?account|become a (?:member|subscriber)).{0,40}(?:to (?:continue|read|unlock|access|keep)|for full access)|(?:this|the rest of this) (?:article|story|content) is (?:for|available to|reserved for) (?:subscribers|members)|already a (?:subscriber|member)|you have (?:reached|read) (?:your|all).{0,30}(?:free|articles)|we (?:value your privacy|and our (?:partners|\d+ partners))|(?:we|this (?:web)?site) uses? cookies|accept (?:all )?cookies|cookie (?:settings|preferences|policy)|(?:enable|turn on|requires?|activate) java ?script|java ?script is (?:disabled|not enabled|required)|browser (?:is|ist) (?:leider )?(?:out of date|outdated|not supported|veraltet)|(?:update|upgrade) your browser|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser|are you a robot|access denied|just a moment|unusual traffic|nur für abonnenten|jetzt (?:abonnieren|weiterlesen)|mit abo lesen|wir verwenden cookies|réservé aux abonnés|nous utilisons des cookies|solo para suscriptores|suscríbete para|utilizamos cookies|para assinantes/i
const MAX_WALL_CHARS = 700

/** True when a text is so short that it is no article, and its words are those of a wall. */
export function isWall(text: string): boolean {
  return text.length <= MAX_WALL_CHARS && WALL.test(text)
}
