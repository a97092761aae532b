import { type RawBuilder, sql } from 'kysely'
import { timingColumns, timingFrom, type TimingRow } from '../accounts/index.ts'
import type { AccountId, RequestId } from '../kernel/id.ts'
import { columnsOf, setClocks, stopClocks } from '../platform/clocks/index.ts'
import { type Database, type Placeholders, prepare, type Tx } from '../platform/db/index.ts'
import {
  type Clock,
  clockKinds,
  nextStepOf,
  scheduleOf,
  type Setting,
  type Timed,
  type Times,
  timesNow,
} from './domain/schedule.ts'

/** Which request. */
type Which = { readonly accountId: AccountId; readonly id: RequestId }

type Key = { account: string; request: string }
type Row = Timed & TimingRow & { now: Date; hasSupport: boolean; isSuspended: boolean }

/** SQL: whether anybody answers at the support desk. */
export const hasSupport: RawBuilder<boolean> = sql<boolean>`exists (
  select from people s where s.is_support and s.status = 'ACTIVE')`

const read = prepare<Key, Row>(
  (p) => sql<Row>`
    select r.status, r.stage, r.due_at as "dueAt", r.expires_at as "expiresAt", r.clock_from as "clockFrom",
      r.working_days_spent as "workingDaysSpent", r.clock_stopped_at as "clockStoppedAt",
      r.clock_stopped_for as "clockStoppedFor", r.clock_round as "clockRound", r.awaiting_since as "awaitingSince",
      r.awaitings, app_now() as now, ${hasSupport} as "hasSupport",
      a.status = 'SUSPENDED' as "isSuspended", ${timingColumns}
    from access_requests r join accounts a on a.id = r.account_id
    where r.account_id = ${p.account}::uuid and r.id = ${p.request}::uuid`,
)

/** A request as far as its clocks go, in its place at this moment; undefined when there is none. */
export async function readTimed(
  db: Database | Tx,
  { accountId, id }: Which,
): Promise<{ request: Timed; setting: Setting } | undefined> {
  const [row] = await read(db, { account: accountId, request: id })
  if (!row) return undefined
  const { now, hasSupport: support, isSuspended } = row
  return { request: row, setting: { ...timingFrom(row), now, hasSupport: support, isSuspended } }
}

/** The times of a request as its columns, with what happens next. */
export type TimeColumns = Times & { nextStep: string | null; nextStepAt: Date | null }

const keep = prepare<Key & TimeColumns, never>(
  (p) => sql<never>`
    update access_requests set due_at = ${p.dueAt}::timestamptz, expires_at = ${p.expiresAt}::timestamptz,
      clock_from = ${p.clockFrom}::timestamptz, working_days_spent = ${p.workingDaysSpent}::int,
      clock_stopped_at = ${p.clockStoppedAt}::timestamptz, clock_stopped_for = ${p.clockStoppedFor},
      clock_round = ${p.clockRound}::int, awaiting_since = ${p.awaitingSince}::timestamptz,
      awaitings = ${p.awaitings}::int, next_step = ${p.nextStep}, next_step_at = ${p.nextStepAt}::timestamptz
    where account_id = ${p.account}::uuid and id = ${p.request}::uuid and status in ('PENDING', 'INFO_REQUESTED')`,
)

/**
 * Sets the clocks of a request as it stands in this transaction: call it after every change of its status or stage,
 * before the event is recorded. A settled request has none; a step that changed nothing changes none.
 */
export async function reschedule(tx: Tx, { accountId, id }: Which): Promise<void> {
  const timed = await readTimed(tx, { accountId, id })
  if (!timed) return
  const subject = { account: accountId, subject: id }
  const { columns, clocks } = plan(timed.request, timed.setting)
  if (clocks.length === 0 && !timed.setting.isSuspended) return stopClocks(tx, subject)
  await keep(tx, { account: accountId, request: id, ...columns })
  await setClocks(tx, subject, clocks)
}

/** What is kept of a request's times, and its clocks, when it stands so. */
function plan(request: Timed, setting: Setting): { columns: TimeColumns; clocks: readonly Clock[] } {
  const times = timesNow(request, setting)
  return written({ ...times, status: request.status, stage: request.stage }, setting)
}

/** The times of a request as its columns, and its clocks. */
export function written(
  request: Timed,
  setting: Setting,
): { columns: TimeColumns; clocks: readonly Clock[] } {
  const { status: _, stage: __, ...times } = request
  const clocks = scheduleOf(request, setting)
  const next = nextStepOf(request, clocks)
  return { columns: { ...times, nextStep: next?.kind ?? null, nextStepAt: next?.at ?? null }, clocks }
}

/** The values of `clocksOf`. */
export type ClockColumns = ReturnType<typeof columnsOf>

/** Clocks as the values of `clocksOf`. */
export const clockColumns: (clocks: readonly Clock[]) => ClockColumns = columnsOf

/** SQL: writes the clocks of the request that `from` has just inserted, as a part of that statement. */
export function insertingClocks(
  p: Placeholders<ClockColumns>,
  from: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    insert into clocks (account_id, subject_id, kind, n, due_at, irreversible)
    select i.account_id, i.id, c.kind, c.n, c.due_at, c.irreversible
    from ${from} i, unnest(${p.kinds}::text[], ${p.ns}::int[], ${p.dues}::timestamptz[],
      ${p.irreversibles}::boolean[]) as c(kind, n, due_at, irreversible)`
}

/** SQL: cancels the clocks of a request, as a part of the statement that settles it. */
export function stoppingClocks(
  account: RawBuilder<unknown>,
  request: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    delete from clocks where account_id = ${account}::uuid and subject_id = ${request}::uuid and settled_at is null`
}

const hold = prepare<Key, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from access_requests where account_id = ${p.account}::uuid and id = ${p.request}::uuid
    for update skip locked`,
)

/** Locks a request for a clock; false when somebody is at it, who must not be waited for. */
export async function holdForClock(tx: Tx, { accountId, id }: Which): Promise<boolean> {
  return (await hold(tx, { account: accountId, request: id })).length === 1
}

const postpone = prepare<Key & { expiresAt: Date | null; awaitingSince: Date | null }, never>(
  (p) => sql<never>`
    update access_requests set expires_at = coalesce(${p.expiresAt}::timestamptz, expires_at),
      awaiting_since = coalesce(${p.awaitingSince}::timestamptz, awaiting_since)
    where account_id = ${p.account}::uuid and id = ${p.request}::uuid`,
)

/** Lets a request expire at another time, and sets its clocks. */
export async function keepExpiry(tx: Tx, { accountId, id }: Which, expiresAt: Date): Promise<void> {
  await postpone(tx, { account: accountId, request: id, expiresAt, awaitingSince: null })
  await reschedule(tx, { accountId, id })
}

/** Counts the wait for the requester's answer from another time, and sets the request's clocks. */
export async function keepAwaiting(tx: Tx, { accountId, id }: Which, awaitingSince: Date): Promise<void> {
  await postpone(tx, { account: accountId, request: id, awaitingSince, expiresAt: null })
  await reschedule(tx, { accountId, id })
}

const forgotten = prepare<{ most: number }, Which>(
  (p) => sql<Which>`
    select r.account_id as "accountId", r.id
    from access_requests r
    join accounts a on a.id = r.account_id and a.status <> 'SUSPENDED'
    left join lateral (
      select count(*) > 0 as any, count(*) filter (where c.kind = ${sql.lit(clockKinds.escalate)}) > 0 as escalates
      from clocks c where c.account_id = r.account_id and c.subject_id = r.id and c.settled_at is null
    ) running on true
    where r.status in ('PENDING', 'INFO_REQUESTED') and (r.next_step_at is null or not running.any
      or (r.status = 'PENDING' and r.stage <> 'WITH_SUPPORT' and running.escalates <> ${hasSupport}))
    order by r.account_id, r.id limit ${p.most}::int`,
)

/**
 * Open requests whose clocks are not what they should be: none, but for those that came from somewhere else, and while
 * the support desk has just been opened or closed.
 */
export function forgottenRequests(db: Database, most: number): Promise<Which[]> {
  return forgotten(db, { most })
}

/** The kind of the job that sets the clocks of an account's open requests anew. */
export const reschedulingJob = 'reschedule'

const enqueueAll = prepare<{ event: string }, never>(
  (p) => sql<never>`
    insert into jobs (account_id, id, kind, key)
    select account_id, gen_random_uuid(), ${sql.lit(reschedulingJob)}, ${p.event}::text
    from access_requests where status in ('PENDING', 'INFO_REQUESTED') group by account_id
    on conflict do nothing`,
)

/** Orders the clocks of every open request anew, account by account, when the numbers of the installation change. */
export async function enqueueRescheduling(tx: Tx, event: string): Promise<void> {
  await enqueueAll(tx, { event })
}

const openOf = prepare<{ account: string }, Which>(
  (p) => sql<Which>`
    select account_id as "accountId", id from access_requests
    where account_id = ${p.account}::uuid and status in ('PENDING', 'INFO_REQUESTED') order by id`,
)
const lockAll = prepare<{ account: string }, { id: RequestId }>(
  (p) => sql<{ id: RequestId }>`
    select id from access_requests where account_id = ${p.account}::uuid and status in ('PENDING', 'INFO_REQUESTED')
    order by id for update`,
)

/** Locks every open request of an account: call it before its grants and itself are locked. Gives their ids. */
export async function holdOpenRequests(tx: Tx, accountId: AccountId): Promise<RequestId[]> {
  return (await lockAll(tx, { account: accountId })).map(({ id }) => id)
}

const lockOpen = prepare<Key, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from access_requests where account_id = ${p.account}::uuid and id = ${p.request}::uuid
      and status in ('PENDING', 'INFO_REQUESTED') for update`,
)

/** Sets the clocks of one open request anew, whoever else is at it. */
export async function lockAndReschedule(tx: Tx, { accountId, id }: Which): Promise<void> {
  const rows = await lockOpen(tx, { account: accountId, request: id })
  if (rows.length === 1) await reschedule(tx, { accountId, id })
}

/** Sets the clocks of every open request of an account anew, when its calendar or its numbers have changed. */
export async function rescheduleAccount(tx: Tx, accountId: AccountId): Promise<void> {
  for (const which of await openOf(tx, { account: accountId })) await lockAndReschedule(tx, which)
}
