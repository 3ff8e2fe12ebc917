import type { TableComment } from './types.ts'

export const pipelineComments: Readonly<Record<string, TableComment>> = {
  'tipwire.codes': {
    comment: 'Every code with its words. Lists grow and never shrink: fall back to the family for a code you do not know.',
    columns: {
      list: 'The list that the code belongs to: event_type, measure, verification, ...',
      code: 'The code as it stands in the other views.',
      label: 'English label.',
      definition: 'What the code says, in one line.',
    },
  },
  'tipwire.sources': {
    comment: 'What is watched, and whether it can be heard. Without it no zero can be read: nothing reported may mean nobody listened.',
    columns: {
      source_id: 'Stable, opaque id.',
      name: 'Name of the publisher or account.',
      kind: { text: 'What kind of body publishes.', codes: 'source_kind' },
      country: 'Country of the publisher, ISO 3166-1 alpha-2; null when it has none.',
      lang: 'Usual language, BCP 47; null when mixed or unknown.',
      state: { text: 'Whether it can be fetched.', codes: 'source_state' },
      state_reason: 'Why it is in this state, in plain words; null when all is well.',
      watching_since: 'First successful fetch; before it nothing is known. Null: never yet.',
      last_fetch_ok_at: 'Last fetch that succeeded, also when it brought nothing new.',
      last_new_content_at: 'When it last brought something new.',
      silent: 'True when nothing new has come for 7 days and for 4 times its own rhythm (the mean gap of its last 20 items): a feed that answers but has died.',
    },
  },
}
