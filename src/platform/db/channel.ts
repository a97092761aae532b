import pg from 'pg'
import { factsOf, type Log } from '../log.ts'

const retryMs = 5_000

/** A line to the other processes on the same database. */
export type Channel = {
  /** Tells the others; lost when there is no connection at the moment. */
  readonly tell: (payload: string) => void
  readonly stop: () => Promise<void>
}

/** Listens on a connection of its own, and connects again when it breaks. A pooler of transactions cannot listen. */
export function openChannel(parts: { url: string; log: Log; hear: (payload: string) => void }): Channel {
  let client: pg.Client | undefined
  let stopped = false

  const again = (broken: pg.Client, error: unknown) => {
    client = undefined
    broken.end().catch(() => {})
    if (stopped) return
    parts.log.warn('other processes are not heard for now', factsOf(error))
    setTimeout(() => void connect(), retryMs).unref()
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: parts.url,
      application_name: 'vestibule',
      keepAlive: true,
    })
    fresh.on('notification', ({ payload }) => parts.hear(payload ?? ''))
    fresh.on('error', (error) => again(fresh, error))
    try {
      await fresh.connect()
      await fresh.query('listen vestibule_live')
      client = fresh
      if (stopped) await fresh.end()
    } catch (error) {
      again(fresh, error)
    }
  }

  void connect()
  return {
    tell: (payload) => {
      client?.query("select pg_notify('vestibule_live', $1)", [payload]).catch(() => {})
    },
    async stop() {
      stopped = true
      await client?.end().catch(() => {})
    },
  }
}
