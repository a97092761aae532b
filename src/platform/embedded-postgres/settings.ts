/**
 * How the embedded server runs. Given on its command line at each start, so that nothing left in a file counts.
 * Durability is PostgreSQL's own default; the rest keeps it small, quiet, and free of forgotten locks.
 */
const defaults: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  cluster_name: 'vestibule',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  track_commit_timestamp: 'on',
  max_connections: '40',
  superuser_reserved_connections: '3',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  checkpoint_timeout: '15min',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  idle_in_transaction_session_timeout: '8s',
  client_connection_check_interval: '2s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  // A statement or a detail in the log could hold what a person wrote.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: '0',
}

/** The server's arguments for a cluster that listens in `socketDir`. */
export function serverArguments(
  cluster: string,
  socketDir: string,
  more: Readonly<Record<string, string>>,
): string[] {
  const settings = { ...defaults, unix_socket_directories: socketDir, ...more }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
