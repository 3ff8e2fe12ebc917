/** What this package needs of a logger; pino satisfies it. */
export type PostgresLog = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export const silentLog: PostgresLog = { info: () => undefined, warn: () => undefined }
