import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, type Transaction } from 'kysely'
import pg from 'pg'
import { CountingClient, NamingClient } from './client.ts'
import { EagerDialect } from './dialect.ts'
import { openLanes } from './lane.ts'
import type { Tables } from './tables.ts'

/** The database, outside any transaction. */
export type Database = Kysely<Tables>
/** A transaction: the first argument of every use case. */
export type Tx = Transaction<Tables>

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

const laneCount = 2
const goneWithinMs = 1_000

/** Opens a pool, and the lanes for short reads beside it; `end()` closes both when the last query is answered. */
export function connect(options: PoolOptions): {
  db: Database
  lane: Database
  pool: pg.Pool
  end: () => Promise<void>
} {
  const session = {
    connectionString: options.url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 8_000,
    keepAlive: true,
    application_name: 'vestibule',
  }
  const pool = new pg.Pool({
    ...session,
    max: options.size,
    pipeline: true,
    Client: options.named ? NamingClient : CountingClient,
    // A new connection signs in and plans all its statements anew, which costs more than to keep one.
    idleTimeoutMillis: 600_000,
  })
  pool.on('error', options.onError)
  // A connection that breaks between two statements of a transaction has nobody else to tell, and would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const allGone = watchEnds(pool)
  const db = new Kysely<Tables>({ dialect: new EagerDialect({ pool }) })
  // A pooler that knows no prepared statements need not know how to keep a queue of queries either.
  const lanes = options.named ? openLanes(() => openLane(session, options.onError), laneCount) : undefined
  const end = async () => {
    await Promise.all([lanes?.end(), db.destroy()])
    await Promise.race([allGone(), sleep(goneWithinMs, undefined, { ref: false })])
  }
  return { db, lane: lanes?.db ?? db, pool, end }
}

/** A pool has ended as soon as it has said goodbye; a server stopped before the connections are gone calls that broken. */
function watchEnds(pool: pg.Pool): () => Promise<unknown> {
  const open = new Map<pg.PoolClient, Promise<void>>()
  pool.on('connect', (client) => {
    const gone = new Promise<void>((settle) => client.once('end', settle))
    open.set(client, gone)
    void gone.then(() => open.delete(client))
  })
  return () => Promise.all(open.values())
}

async function openLane(session: pg.ClientConfig, onError: PoolOptions['onError']): Promise<pg.Client> {
  const client = new NamingClient({ ...session, pipeline: true })
  client.on('error', onError)
  await client.connect()
  return client
}
