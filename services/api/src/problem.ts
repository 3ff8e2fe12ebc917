/** Every error of the API: stable code, status, and a title that never changes. */
export const problems = {
  REQUEST_INVALID: { status: 400, title: 'The request is not valid.' },
  CURSOR_INVALID: { status: 400, title: 'This cursor is none that this API gave.' },
  NOT_FOUND: { status: 404, title: 'There is nothing here.' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address takes GET only.' },
  HOST_UNKNOWN: { status: 421, title: 'This address does not belong to this API.' },
  GONE: { status: 410, title: 'This has been removed.' },
  FEED_REPLACED: { status: 410, title: 'This cursor belongs to an older feed. Take a new snapshot.' },
  INTERNAL: { status: 500, title: 'Something went wrong here.' },
  QUERY_TIMEOUT: { status: 503, title: 'The question took too long. Narrow it.' },
  DATABASE_UNAVAILABLE: { status: 503, title: 'The database does not answer.' },
  NOT_READY: { status: 503, title: 'Not ready.' },
} as const satisfies Readonly<Record<string, { status: number; title: string }>>

export type ProblemCode = keyof typeof problems

/** An answer that is no success; `detail` and `more` go to the client, so they hold nothing secret. */
export class Problem extends Error {
  override name = 'Problem'
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly more: Readonly<Record<string, unknown>>
  constructor(code: ProblemCode, detail?: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail ?? problems[code].title)
    this.code = code
    this.detail = detail
    this.more = more
  }
}

/** The body of RFC 9457, media type application/problem+json. */
export function problemBody(problem: Problem, request_id: string) {
  const { status, title } = problems[problem.code]
  return {
    type: `urn:tipwire:problem:${problem.code}`,
    code: problem.code,
    title,
    status,
    ...(problem.detail ? { detail: problem.detail } : {}),
    request_id,
    ...problem.more,
  }
}

const connectionCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300', '08006', '08003', '08001'])

/** Any thrown thing as a problem. What is not known is INTERNAL and tells nothing. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const code = codeOf(error)
  // Class 22: a value that came through the checks and that the database cannot take, a NUL or a number or day out of range.
  if (/^22\w{3}$/.test(code)) return new Problem('REQUEST_INVALID', 'A value is out of range, or holds a character that no text can hold.')
  if (code === '57014') return new Problem('QUERY_TIMEOUT')
  if (connectionCodes.has(code) || isPoolTimeout(error)) return new Problem('DATABASE_UNAVAILABLE')
  return new Problem('INTERNAL')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout exceeded when trying to connect|Connection terminated/.test(error.message)
}
