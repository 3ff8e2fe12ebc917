/** Stories about other things: stored, and no event or figure comes from them. */
export const withoutFacts: readonly string[] = [
  'harbour-evening-post/dogs-rescued-flood',
  'harbour-evening-post/cocaine-in-bananas',
  'harbour-evening-post/traffic-tunnel',
  'harbour-evening-post/protein-trafficking',
  'harbour-evening-post/film-the-compound',
  'harbour-evening-post/ivory-seized',
  'harbour-evening-post/dockers-strike',
  'docket-nairobi/land-registry-appeal',
  'northmoor-police/tool-theft-appeal',
  'sri-lanka-in-bangkok/national-day-2025',
  // In Spanish: there is no pack for it yet, and nothing is guessed.
  'continental-brief/alicante-18-mujeres',
]

/** The document that poisons a reader: no fact may come from it, and no other document may suffer. */
export const poison = 'newsmash-daily/the-list'
