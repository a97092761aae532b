import { createHash } from 'node:crypto'
import { newId } from '../../kernel/id.ts'
import type { Database, Tx } from '../db/index.ts'
import type { Handler } from '../jobs/index.ts'
import type { Live } from '../live.ts'
import type { Announcements, MailOrder, RecordedEvent } from './letter.ts'

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

/** The same event, kind and recipient always have the same Message-ID, however often it is sent. */
function messageId(event: RecordedEvent, order: MailOrder, host: string): string {
  const name = `${event.id}\n${order.kind}\n${order.address}\n${order.n ?? 1}`
  return `<${createHash('sha256').update(name).digest('hex').slice(0, 32)}@${host}>`
}

async function queue(
  tx: Tx,
  event: RecordedEvent,
  orders: readonly MailOrder[],
  host: string,
): Promise<void> {
  if (orders.length === 0) return
  const rows = orders.map((order) => ({
    account_id: event.account,
    id: newId() as string,
    event_id: event.id,
    request_id: order.requestId ?? null,
    kind: order.kind,
    n: order.n ?? 1,
    person_id: order.personId,
    address: order.address,
    locale: order.locale,
    message_id: messageId(event, order, host),
    payload: JSON.stringify(order.payload ?? {}),
    category: order.category ?? null,
  }))
  await tx
    .with('queued', (db) =>
      db
        .insertInto('mails')
        .values(rows)
        .onConflict((clash) => clash.columns(['account_id', 'message_id']).doNothing())
        .returning(['account_id', 'id']),
    )
    .insertInto('jobs')
    .columns(['account_id', 'id', 'kind', 'key'])
    .expression((from) =>
      from
        .selectFrom('queued')
        .select((row) => [
          'account_id',
          'id',
          row.val('mail').as('kind'),
          row.cast<string>('id', 'text').as('key'),
        ]),
    )
    .execute()
}

/** The worker's handler of `announce`: orders the mails of an event and tells open pages to look again. */
export function announcing(parts: {
  db: Database
  announcements: Announcements
  host: string
  live: Live
}): Handler {
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
      if (announce) await queue(tx, event, await announce(tx, event), parts.host)
    }
  }
}
