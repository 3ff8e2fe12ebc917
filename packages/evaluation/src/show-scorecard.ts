import type { Scorecard } from './score.ts'
import { qualityOf } from './tally.ts'

/** The scorecard as lines of text; measures of which nothing was expected and nothing given are left out. */
export function showScorecard(name: string, { documents, tallies, figures, statistics_as_events, forbidden }: Scorecard): string {
  const rows = Object.entries(tallies)
    .filter(([, tally]) => tally.right + tally.missed + tally.extra > 0)
    .map(([measure, tally]) => {
      const { precision, recall, f1 } = qualityOf(tally)
      return `  ${measure.padEnd(16)} ${percent(precision)} ${percent(recall)} ${percent(f1)} ${String(tally.right + tally.missed).padStart(9)}`
    })
  return [
    `${name}: ${documents} documents`,
    `  ${'measure'.padEnd(16)} precision    recall        F1  expected`,
    ...rows,
    `  kinds of figures: ${figures.right} right of ${figures.found} found of ${figures.expected}`,
    `  statistics told as events: ${statistics_as_events}; forbidden names given out: ${forbidden}`,
  ].join('\n')
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(9)
}
