import type { Store } from '@tipwire/store'
import { openWriter } from './write-facts.ts'

/** Markup that would run if anything on the page took words for markup. */
export const hostile =
  '<img src=x onerror="document.documentElement.dataset.hit=1"><script>document.documentElement.dataset.hit=1</script>\'"><svg onload=document.documentElement.dataset.hit=1>'

/** One rescue told twice, a planned return, a running total and a current number, and hostile markup in everything that comes from outside. */
export async function writeSampleCase(store: Store) {
  const writer = await openWriter(store)
  const embassy = await writer.document('ledger.example', 'Fourteen freed, says embassy')
  const copy = await writer.document('courier.example', `Fourteen freed ${hostile}`)
  const sentence = 'The embassy said it had got 14 Indian citizens trapped in a cybercrime scam released.'
  const words = (document_id: string) => ({
    document_id,
    origin: embassy,
    role: document_id === embassy ? 'first' : 'repeats',
    words: [
      { field: 'type', value_text: 'rescue', start: 100, quote: sentence },
      { field: 'people', value_text: '14', start: 100 + sentence.indexOf('14 Indian'), quote: '14 Indian citizens' },
      { field: 'people', value_text: '15', agrees: false, start: 400, quote: `15 ${hostile}` },
    ],
  })
  const both = [words(embassy), words(copy)]
  await writer.put([
    { object: 'incident', id: 'inc_one', columns: { reports: 2, independent_sources: 1, numbers_disputed: true, place: hostile, maybe_same_as: ['inc_two'] } },
    { object: 'event', id: 'evt_rescue', columns: { incident_id: 'inc_one', title: `14 people rescued ${hostile}` }, told: both },
    {
      object: 'event',
      id: 'evt_return',
      columns: {
        status: 'planned',
        type: 'repatriation',
        measure: 'repatriated',
        title: 'return planned',
        to_country: 'IN',
        occurred_from: null,
        occurred_to: null,
      },
      told: [words(embassy)],
    },
    {
      object: 'statistic',
      id: 'sta_total',
      told: [
        {
          document_id: embassy,
          words: [{ field: 'value', value_text: 'more than 650', start: 300, quote: 'over 650 Indian nationals have been rescued and repatriated' }],
        },
      ],
    },
    {
      object: 'statistic',
      id: 'sta_now',
      columns: {
        kind: 'current_number',
        measure: 'trapped',
        basis: 'unattributed',
        value_low: 5000,
        value_text: 'more than 5,000',
        said_by: null,
        to_date: null,
        date_basis: 'unknown',
        first_reported_at: '2024-07-21T02:00:00.000123Z',
      },
      told: [{ document_id: copy, words: [{ field: 'value', value_text: 'more than 5,000', start: 500, quote: 'over 5,000 Indians were stuck' }] }],
    },
    {
      object: 'incident',
      id: 'inc_two',
      columns: {
        title: '3 people arrested',
        lead_type: 'arrest_detention',
        rescued: null,
        arrested: 3,
        country: 'TH',
        timeline_date: '2024-06-02',
        nationalities: [],
        verification: 'reported',
        follows: 'inc_one',
        sort_key: 'b',
      },
    },
    {
      object: 'event',
      id: 'evt_arrest',
      columns: {
        incident_id: 'inc_two',
        type: 'arrest_detention',
        family: 'justice',
        measure: 'arrested',
        people_low: 3,
        people_high: 3,
        people_text: '3',
        country: 'TH',
        timeline_date: '2024-06-02',
        title: '3 people arrested',
        verification: 'reported',
      },
      told: [{ document_id: copy, words: [] }],
    },
  ])
  return { writer, embassy, copy, both }
}
