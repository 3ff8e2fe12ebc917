/** Text for a cell: lists joined, objects as JSON, instants in ISO, nothing for null. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z')
  if (Array.isArray(value)) return value.map(cellText).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const MOST_WIDE = 60

/** Rows as aligned columns: numbers to the right, long cells cut with "…". Control characters from the data are shown as spaces. */
export function tableText(columns: readonly string[], rows: readonly (readonly unknown[])[], { widest = MOST_WIDE } = {}): string {
  const cells = rows.map((row) => row.map((value) => cut(clean(cellText(value)), widest)))
  const widths = columns.map((name, index) => Math.max(width(name), ...cells.map((row) => width(row[index] ?? ''))))
  const numeric = columns.map(
    (_, index) => rows.some((row) => typeof row[index] === 'number') && rows.every((row) => typeof row[index] === 'number' || row[index] === null),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, numeric[index] ?? false))
      .join('  ')
      .trimEnd()
  return [line(columns), widths.map((size) => '─'.repeat(size)).join('  '), ...cells.map(line)].join('\n')
}

function pad(text: string, size: number, right: boolean): string {
  const spaces = ' '.repeat(Math.max(0, size - width(text)))
  return right ? spaces + text : text + spaces
}

function cut(text: string, widest: number): string {
  const letters = [...text]
  return letters.length <= widest ? text : `${letters.slice(0, widest - 1).join('')}…`
}

/** A feed must not steer the terminal of the person who reads about it. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
}

/** Columns that the text takes in a terminal: wide letters of East Asian scripts take two, marks none. */
function width(text: string): number {
  let total = 0
  for (const letter of text.replace(/\p{Mn}/gu, ''))
    total += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF00-\uFF60]/u.test(letter) ? 2 : 1
  return total
}
