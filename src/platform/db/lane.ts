import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** Opens one connection that takes queries without waiting for the answers to those before. */
export type OpenLane = () => Promise<pg.Client>

class Lane {
  waiting = 0
  readonly #open: OpenLane
  #client: Promise<pg.Client> | undefined

  constructor(open: OpenLane) {
    this.#open = open
  }

  async query(text: string, values: readonly unknown[]) {
    if (!/^\s*select\b/i.test(text)) throw new Error('A lane that everybody shares takes reads only')
    this.waiting++
    try {
      const client = await this.#connected()
      return await client.query(text, [...values])
    } finally {
      this.waiting--
    }
  }

  async end(): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    await client?.end()
  }

  #connected(): Promise<pg.Client> {
    if (this.#client) return this.#client
    const opening = this.#open()
    const forget = () => {
      if (this.#client === opening) this.#client = undefined
    }
    opening.then((client) => client.once('error', forget).once('end', forget), forget)
    this.#client = opening
    return opening
  }
}

/**
 * Short reads, outside transactions. They go out one after the other on a few shared connections and wait for no
 * answer in between: waking the database's processes costs more than many a query. A slow read would hold up those
 * behind it, so what may take long, waits for a lock or writes goes another way.
 */
export function openLanes(open: OpenLane, count: number): { db: Database; end: () => Promise<void> } {
  const lanes = Array.from({ length: count }, () => new Lane(open))
  const pool: PostgresPool = {
    options: {},
    async connect(): Promise<PostgresPoolClient> {
      const lane = lanes.reduce((best, one) => (one.waiting < best.waiting ? one : best))
      const query = (text: string, values: readonly unknown[]) => lane.query(text, values)
      // Its other way to be called is for cursors, which nobody opens here.
      return { query: query as unknown as PostgresPoolClient['query'], release() {} }
    },
    async end() {
      await Promise.all(lanes.map((lane) => lane.end()))
    },
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, end: () => db.destroy() }
}
