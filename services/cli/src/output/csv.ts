import { cellText } from './table.ts'

const BOM = '\ufeff'

/** Rows as CSV for Excel (RFC 4180, with a byte order mark): lists joined by ";", cells that would run as formulas defused. */
export function csvText(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return BOM + [columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')
}

function csvCell(value: unknown): string {
  const text = Array.isArray(value) ? value.map(cellText).join(';') : cellText(value)
  const safe = typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
