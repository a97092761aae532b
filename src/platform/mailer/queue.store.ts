import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { installation, newId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../db/index.ts'
import { enqueue } from '../jobs/index.ts'
import { type Choice, type Chosen, type Plan, planFor } from './categories.ts'
import type { MailOrder, RecordedEvent } from './letter.ts'
import { nextMorning } from './morning.ts'

/** Moves an instant out of the hours in which an account wants no mail. */
export type Quiet = (tx: Tx, account: string, instant: Date) => Promise<Date>

type KnownRecipient = {
  readonly id: string
  readonly address: string
  readonly bounced: boolean
  readonly timeZone: string
  readonly chosen: Readonly<Partial<Record<Chosen, Choice>>>
  readonly now: Date
}

const recipients = prepare<{ ids: string }, KnownRecipient>(
  (p) => sql<KnownRecipient>`
    select p.id, p.address, p.mail_bounced_at is not null as bounced, p.time_zone as "timeZone", app_now() as now,
      coalesce((
        select jsonb_object_agg(c.category, c.choice) from mail_preferences c where c.person_id = p.id), '{}') as chosen
    from people p where p.id = any((${p.ids})::uuid[])`,
)

async function recipientsOf(
  tx: Tx,
  orders: readonly MailOrder[],
): Promise<ReadonlyMap<string, KnownRecipient>> {
  const ids = [...new Set(orders.flatMap(({ personId }) => personId ?? []))]
  const rows = ids.length === 0 ? [] : await recipients(tx, { ids: `{${ids.join(',')}}` })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The same event, kind and recipient always have the same Message-ID, however often it is sent. */
function messageId(event: RecordedEvent, order: MailOrder, host: string): string {
  const name = `${event.id}\n${order.kind}\n${order.address}\n${order.n ?? 1}`
  return `<${createHash('sha256').update(name).digest('hex').slice(0, 32)}@${host}>`
}

type Planned = {
  readonly order: MailOrder
  readonly plan: Plan
  readonly heldUntil: Date | null
}

const why: Readonly<Partial<Record<Plan, string>>> = {
  OFF: 'turned off by its recipient',
  UNREACHABLE: 'mail to this address came back',
}

function rowOf(event: RecordedEvent, { order, plan, heldUntil }: Planned, host: string) {
  const suppressed = why[plan]
  return {
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
    held_until: heldUntil,
    ...(suppressed === undefined
      ? {}
      : { state: 'SUPPRESSED' as const, response: suppressed, settled_at: sql<Date>`app_now()` }),
  }
}

async function planned(
  tx: Tx,
  event: RecordedEvent,
  { orders, quiet }: { orders: readonly MailOrder[]; quiet: Quiet },
): Promise<Planned[]> {
  const known = await recipientsOf(tx, orders)
  const found: Planned[] = []
  for (const order of orders) {
    const person = order.personId === null ? undefined : known.get(order.personId)
    const bounced = person?.bounced === true && person.address === order.address
    const plan = planFor(order, person && { ...person, bounced })
    const morning = plan === 'HOLD' && person ? nextMorning(person.now, person.timeZone) : null
    found.push({ order, plan, heldUntil: morning && (await quiet(tx, event.account, morning)) })
  }
  return found
}

const readOlder = prepare<
  { account: string; request: string; people: readonly string[]; event: string },
  never
>(
  (p) => sql<never>`
    update mails set read_at = app_now()
    where account_id = ${p.account}::uuid and request_id = ${p.request}::uuid
      and person_id = any(${p.people}::uuid[]) and category in ('reminder', 'decision-needed') and read_at is null
      and event_id <> ${p.event}::uuid`,
)

// Whoever is told once more about the same request needs no longer be told by the older entry.
async function replaceOlder(tx: Tx, event: RecordedEvent, orders: readonly MailOrder[]): Promise<void> {
  const told = new Map<string, string[]>()
  for (const { category, requestId, personId } of orders) {
    if (category !== 'reminder' && category !== 'decision-needed') continue
    if (personId === null || !requestId) continue
    told.set(requestId, [...(told.get(requestId) ?? []), personId])
  }
  for (const [request, people] of told)
    await readOlder(tx, { account: event.account, request, people, event: event.id })
}

/** Writes a row for each mail that an event orders, and the jobs that send them, hold them back, or none. */
export async function queue(
  tx: Tx,
  event: RecordedEvent,
  parts: { orders: readonly MailOrder[]; host: string; quiet: Quiet },
): Promise<void> {
  if (parts.orders.length === 0) return
  await replaceOlder(tx, event, parts.orders)
  const plans = await planned(tx, event, parts)
  const rows = plans.map((plan) => rowOf(event, plan, parts.host))
  await tx
    .with('queued', (db) =>
      db
        .insertInto('mails')
        .values(rows)
        .onConflict((clash) => clash.columns(['account_id', 'message_id']).doNothing())
        .returning(['account_id', 'id', 'state', 'held_until']),
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
        ])
        .where('state', '=', 'QUEUED')
        .where('held_until', 'is', null),
    )
    .execute()
  for (const { order, heldUntil } of plans)
    if (heldUntil && order.personId)
      await gatherAt(tx, { person: order.personId, at: heldUntil, why: 'daily' })
}

/** Why mails are gathered: the daily mail, or too many within an hour. */
export type GatheredFor = 'daily' | 'cap'

/** Has what is held for somebody gathered into one mail, at a time. */
export async function gatherAt(
  tx: Tx,
  { person, at, why: reason }: { person: string; at: Date; why: GatheredFor },
): Promise<void> {
  const key = `${person}:${reason}:${at.toISOString()}`
  const payload = { person, why: reason }
  await enqueue(tx, { account: installation, kind: 'digest', key, payload, runAt: at })
}
