/** Where a list goes on: the sort value and the id of the last row that was given. */
export type Position = Readonly<{ at: string; id: string }>

export type ListWindow = Readonly<{ limit: number; after?: Position | undefined }>

/** One page of rows; `next` is null on the last one. */
export type Page<T> = Readonly<{ rows: T[]; next: Position | null }>

/** Makes a page of `limit + 1` fetched rows: the surplus row only proves that there is a next page. */
export function toPage<T>(rows: T[], limit: number, positionOf: (row: T) => Position): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? positionOf(last) : null }
}
