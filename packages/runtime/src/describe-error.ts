const ownFolders = /^.*?\/(packages|services|infra|node_modules)\//

/** The kind, the code and the place of an error, without its message: messages of foreign errors may quote text of a document (a JSON parser does). */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`
  const { code } = error as { code?: unknown }
  const kind = typeof code === 'string' ? `${error.name} ${code}` : error.name
  const place = /^\s+at .*?\(?((?:file:\/\/)?\/[^\s()]+:\d+:\d+)\)?$/m.exec(error.stack ?? '')?.[1]
  return place ? `${kind} at ${place.replace(ownFolders, '$1/')}` : kind
}
