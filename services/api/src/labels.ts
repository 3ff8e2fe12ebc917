import { codeLists } from '@tipwire/domain'

/** English labels of the codes that the page shows, from the one data file of codes. */
export const labels = Object.fromEntries(
  Object.entries(codeLists).map(([list, entries]) => [list, Object.fromEntries(Object.entries(entries).map(([code, { label }]) => [code, label]))]),
)
