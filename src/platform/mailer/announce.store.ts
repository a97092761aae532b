import type { Database, Tx } from '../db/index.ts'
import type { Handler } from '../jobs/index.ts'
import type { Live } from '../live.ts'
import type { Announcements, RecordedEvent } from './letter.ts'
import { type Quiet, queue } from './queue.store.ts'

async function eventOf(db: Database, account: string, id: string): Promise<RecordedEvent | undefined> {
  const row = await db
    .selectFrom('events')
    .select(['seq', 'id', 'type', 'occurred_at', 'body'])
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const body = JSON.parse(row.body) as { [name: string]: unknown }
  return {
    account,
    id: row.id,
    seq: row.seq,
    type: row.type,
    at: row.occurred_at,
    actor: (body.actor as string | null) ?? null,
    subject: (body.subject as string | undefined) ?? null,
    request: (body.request as string | undefined) ?? null,
    facts: (body.facts as Record<string, unknown> | undefined) ?? {},
  }
}

/** What events are announced with. */
export type AnnouncingParts = {
  readonly db: Database
  readonly announcements: Announcements
  /** The part of the sender's address after the @. */
  readonly host: () => string
  readonly live: Live
  readonly quiet: Quiet
  /** Puts in order what people were told before, now that this happened. */
  readonly tidy: (tx: Tx, event: RecordedEvent) => Promise<void>
}

/** The worker's handler of `announce`: orders the mails of an event and tells open pages to look again. */
export function announcing(parts: AnnouncingParts): Handler {
  return async (job) => {
    const event = await eventOf(parts.db, job.account, job.key)
    if (!event) return async () => {}
    const topics = [
      `account:${event.account}`,
      `request:${event.request}`,
      `person:${event.actor}`,
      `person:${event.subject}`,
    ]
    parts.live.changed(topics)
    const announce = parts.announcements[event.type]
    return async (tx) => {
      await parts.tidy(tx, event)
      const orders = announce ? await announce(tx, event) : []
      await queue(tx, event, { ...parts, host: parts.host(), orders })
      const told = orders.flatMap(({ personId }) => (personId === null ? [] : [`person:${personId}`]))
      return () => parts.live.changed(told)
    }
  }
}
