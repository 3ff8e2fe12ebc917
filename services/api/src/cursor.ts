import type { Position } from '@tipwire/store'
import { z } from 'zod'
import { Problem } from './problem.ts'

/** Which value a list is sorted by: a day, or an instant with microseconds as PostgreSQL prints it. */
const positions = {
  day: z.tuple([z.iso.date(), z.string().min(1).max(100)]),
  instant: z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/), z.string().min(1).max(100)]),
} as const
export type PositionKind = keyof typeof positions

/** A position as an opaque word for the client. */
export function encodeCursor(position: Position | null): string | null {
  return position === null ? null : Buffer.from(JSON.stringify([position.at, position.id])).toString('base64url')
}

/** The position that `encodeCursor` hid; a forged or cut one is CURSOR_INVALID. */
export function decodeCursor(cursor: string | undefined, kind: PositionKind): Position | undefined {
  if (cursor === undefined) return undefined
  const parsed = positions[kind].safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!parsed.success) throw new Problem('CURSOR_INVALID', 'Take the cursor from "next" of the former page, unchanged, with the same filters.')
  const [at, id] = parsed.data
  return { at, id }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
