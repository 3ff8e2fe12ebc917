/** Right answers, answers that were expected and not given, answers that were given and not expected. */
export type Tally = Readonly<{ right: number; missed: number; extra: number }>

/** Shares from 0 to 1; all are 0 when nothing was expected and nothing given. */
export type Quality = Readonly<{ precision: number; recall: number; f1: number }>

const emptyTally: Tally = { right: 0, missed: 0, extra: 0 }

/** The tally of one comparison: how many were expected, how many given, how many of them agree. */
export function tallyOf({ right, expected, given }: { right: number; expected: number; given: number }): Tally {
  return { right, missed: expected - right, extra: given - right }
}

export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, one) => ({ right: sum.right + one.right, missed: sum.missed + one.missed, extra: sum.extra + one.extra }), emptyTally)
}

/** Precision, recall and F1 of a tally. */
export function qualityOf({ right, missed, extra }: Tally): Quality {
  return { precision: share(right, right + extra), recall: share(right, right + missed), f1: share(2 * right, 2 * right + missed + extra) }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
