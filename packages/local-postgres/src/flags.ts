/** Settings of every server that we start. */
const common = {
  listen_addresses: '127.0.0.1,::1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The server's log names no statement and no row: both may hold text of documents.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
} as const

export const durable: Record<string, string | number> = { ...common, max_wal_size: '512MB' }

/** For tests: fast, and lost with the machine. */
export const throwaway: Record<string, string | number> = { ...common, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '512MB' }
