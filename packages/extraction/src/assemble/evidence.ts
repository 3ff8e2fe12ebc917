import type { Evidence } from '@tipwire/domain'
import type { Annotated, Span } from '../annotate/types.ts'

export type Proof = Readonly<{ span: Span; role: NonNullable<Evidence['role']> }>
export type Evidencer = (proofs: readonly Proof[]) => Evidence[]

/** What this package needs of `privacy`: handed in, so that reading imports the domain alone. */
export type Redacting = Readonly<{ redact: (field: 'title' | 'text', start: number, end: number) => string; holdsName: (value: string) => boolean }>

/** Turns spans of words into evidence: offsets into the original, words redacted. Spans across fields are cut to their first field. */
export function evidencer(doc: Annotated, redacting: Redacting): Evidencer {
  return (proofs) => {
    const out: Evidence[] = []
    for (const { span, role } of proofs) {
      const first = doc.tokens[span.first]
      const last = doc.tokens[span.last - 1]
      if (!first || !last || first.field !== last.field) continue
      if (out.some((other) => other.field === first.field && other.start === first.start && other.end === last.end && other.role === role)) continue
      out.push({ field: first.field, start: first.start, end: last.end, quote: redacting.redact(first.field, first.start, last.end), role })
    }
    return out
  }
}
