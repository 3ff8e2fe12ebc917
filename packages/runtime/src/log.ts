import { destination, type Logger, pino, stdTimeFunctions } from 'pino'

/** A pino logger. Messages are constant sentences; what varies goes into the fields. */
export type Log = Logger

export type LogOptions = { level?: string; to?: { write(line: string): void } }

const secretNames = ['password', 'secret', 'token', 'authorization', 'cookie', 'api_key', 'apiKey']

/** JSON lines on standard error, named after the service. Passwords in fields and in connection strings are hidden. */
export function createLog(service: string, { level = 'info', to }: LogOptions = {}): Log {
  const options = {
    name: service,
    level,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError, error: describeError, url: hideIfText, connection_string: hideIfText },
    redact: { paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
  }
  // Synchronous: a line that explains a crash must be out before the crash.
  return pino(options, to ?? destination({ fd: 2, sync: true }))
}

/** A connection string or message without the password in it. */
export function hideSecrets(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]+@/gi, '$1:…@')
}

function hideIfText(value: unknown): unknown {
  return typeof value === 'string' ? hideSecrets(value) : value
}

/** Only what cannot hold text of a document: of a database error neither the detail nor the parameters. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return hideIfText(error)
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: hideSecrets(error.message),
    stack: hideSecrets(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}
