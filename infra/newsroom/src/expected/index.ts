export { changes } from './changes.ts'
export { type Expected, expectedAfter, trueSum } from './expected-after.ts'
export { poison, withoutFacts } from './other-stories.ts'
export type { ExpectedChange, ExpectedIncident, ExpectedLooseEvent, ExpectedStatistic, Figures } from './types.ts'
