/**
 * An error that a stage throws on purpose. `code` is stable and listed in ERRORS.md; `retry` says whether trying again can help.
 * `message` never holds text of a document: it goes to logs and to the quarantine.
 */
export class StageError extends Error {
  override name = 'StageError'
  readonly code: string
  readonly retry: 'later' | 'never'
  constructor(code: string, message: string, options: { retry: 'later' | 'never'; cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.retry = options.retry
  }
}

/**
 * The work may not be tried yet, for instance because its host was asked for something a moment ago: it comes back after `waitMs`.
 * No attempt is counted, so waiting its turn leads nothing to the quarantine.
 */
export class TooEarlyError extends StageError {
  override name = 'TooEarlyError'
  readonly waitMs: number
  constructor(code: string, message: string, waitMs: number) {
    super(code, message, { retry: 'later' })
    this.waitMs = waitMs
  }
}

/** Another worker has taken the row over: this one's writes are refused and rolled back. */
export class StaleWorkError extends Error {
  override name = 'StaleWorkError'
}

/** A person's input is wrong; the message says what to do. */
export class UsageError extends Error {
  override name = 'UsageError'
}
