import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** The database, outside any transaction. */
export type Database = Kysely<Tables>
/** A transaction: the first argument of every use case. */
export type Tx = Transaction<Tables>

// PostgreSQL's own parser of instants costs more than twice as much.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text))
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

const mostNames = 500
const names = new Map<string, string>()

function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= mostNames || sql.length > 20_000) return undefined
  const name = `v${names.size}`
  names.set(sql, name)
  return name
}

/** Names statements by their text, so that PostgreSQL plans each of them once a connection. */
class NamingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    const query = this.query.bind(this) as (...call: unknown[]) => unknown
    const named = (first: unknown, values: unknown, ...rest: unknown[]): unknown => {
      if (typeof first !== 'string' || !Array.isArray(values)) return query(first, values, ...rest)
      const name = nameOf(first)
      return query({ text: first, values, ...(name ? { name } : {}) }, ...rest)
    }
    this.query = named as pg.Client['query']
  }
}

export type PoolOptions = {
  /** `postgres://…`, also with a socket's directory as the host. */
  readonly url: string
  /** Connections at most. */
  readonly size: number
  /** Off behind a pooler that knows no prepared statements. */
  readonly named: boolean
  /** Told what broke on an idle connection; the pool heals by itself. */
  readonly onError: (error: Error) => void
}

/** Opens a pool; `end()` closes it when the last query is answered. */
export function connect(options: PoolOptions): { db: Database; pool: pg.Pool; end: () => Promise<void> } {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.size,
    Client: options.named ? NamingClient : pg.Client,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 8_000,
    keepAlive: true,
    application_name: 'vestibule',
  })
  pool.on('error', options.onError)
  // A connection that breaks between two statements of a transaction has nobody else to tell, and would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, end: () => db.destroy() }
}
