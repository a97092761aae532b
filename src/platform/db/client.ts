import type { Writable } from 'node:stream'
import pg from 'pg'
import { countQuery } from './tally.ts'

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

type Query = (...call: unknown[]) => unknown

/**
 * What is asked in one turn of the event loop, by whomever, goes out as one write: each wakes the database's process,
 * and a write costs more than what is in it.
 */
function gather({ connection }: { readonly connection: { readonly stream: Writable } }): void {
  const { stream } = connection
  if (stream.writableCorked > 0) return
  stream.cork()
  setImmediate(() => stream.uncork())
}

/** A connection that counts what is asked of it. */
export class CountingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    const query = this.query.bind(this) as Query
    const counted: Query = (...call) => {
      countQuery()
      gather(this as unknown as Parameters<typeof gather>[0])
      return query(...call)
    }
    this.query = counted as pg.Client['query']
  }
}

/** One that also names statements by their text, so that PostgreSQL plans each of them once a connection. */
export class NamingClient extends CountingClient {
  constructor(config?: pg.ClientConfig) {
    super(config)
    const query = this.query.bind(this) as Query
    const named: Query = (first, values, ...rest) => {
      if (typeof first !== 'string' || !Array.isArray(values)) return query(first, values, ...rest)
      const name = nameOf(first)
      return query({ text: first, values, ...(name ? { name } : {}) }, ...rest)
    }
    this.query = named as pg.Client['query']
  }
}
