import { describe, expect, it } from 'vitest'
import { excerpt, renderWelcome } from './render-summary.ts'

const summary = {
  documents: 41,
  incidents: 15,
  told_by_several: 5,
  figures: 9,
  first: {
    title: '14 people released from a scam compound',
    country: 'KH',
    timeline_date: '2024-07-20',
    timeline_basis: 'day',
    value_text: '14',
    quote: 'The embassy said that it got 14 Indian citizens trapped in a cybercrime scam released on Saturday.',
  },
}
const places = { url: 'http://127.0.0.1:4000', connect: 'postgres://tipwire_analyst:pw@localhost:7432/tipwire_sample   (stays the same after a restart)' }

describe('renderWelcome', () => {
  it('prints what was found, and where to go on, and that the sample is invented', () => {
    expect(renderWelcome({ sample: true, summary, ...places })).toBe(
      `Tipwire runs. SAMPLE DATA: invented news, kept apart from yours.
  first event   14 people released from a scam compound, Cambodia, 20 Jul 2024      "…14 Indian citizens trapped in a…"
  so far        41 documents → 15 incidents (5 told by more than one outlet), 9 figures that are not events
  look          http://127.0.0.1:4000
  ask           npx tipwire sql "select title, rescued, independent_sources from tipwire.incidents"
  connect       postgres://tipwire_analyst:pw@localhost:7432/tipwire_sample   (stays the same after a restart)
`,
    )
  })

  it('leaves out what is not there yet, and says one thing in the singular', () => {
    const text = renderWelcome({ sample: false, summary: { documents: 1, incidents: 0, told_by_several: 0, figures: 1, first: null }, ...places })
    expect(text).toMatch(/^Tipwire runs\.\n {2}so far {8}1 document → 0 incidents, 1 figure that is not an event\n/)
  })

  it('says when a date is not the day of the event, and names no country twice', () => {
    const first = { ...summary.first, title: '14 people freed in Cambodia', timeline_basis: 'announced', quote: null }
    expect(renderWelcome({ sample: false, summary: { ...summary, first }, ...places })).toContain(
      '  first event   14 people freed in Cambodia, announced 20 Jul 2024\n',
    )
  })
})

describe('excerpt', () => {
  it('keeps a short quote whole and cuts a long one at spaces around the value', () => {
    expect(excerpt('14 Indian citizens', '14')).toBe('14 Indian citizens')
    expect(excerpt('Officials of three ministries said on Monday that they had freed more people', null)).toBe('Officials of three ministries said on…')
  })
})
