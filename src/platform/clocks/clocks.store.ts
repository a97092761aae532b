import { sql } from 'kysely'
import { type Database, prepare, type Tx } from '../db/index.ts'

/** What the clocks are about: a request, a case, a claim. */
export type Subject = { readonly account: string; readonly subject: string }

/** Something that is to happen by itself. */
export type NewClock = {
  readonly kind: string
  /** Tells the clocks of one kind and subject apart; a number that has fired is used up for good. */
  readonly n: number
  readonly dueAt: Date
  /** Cannot be undone: it fires only when a second look, a minute later, finds it due again. */
  readonly irreversible?: boolean
}

/** Which clock. */
export type ClockKey = Subject & Pick<NewClock, 'kind' | 'n'>

/** A clock that has come due; `now` is the database's time. */
export type DueClock = ClockKey & { readonly dueAt: Date; readonly now: Date }

type Set = Subject & {
  kinds: readonly string[]
  ns: readonly number[]
  dues: readonly Date[]
  irreversibles: readonly boolean[]
}

const set = prepare<Set, never>(
  (p) => sql<never>`
    with given as (
      select * from unnest(${p.kinds}::text[], ${p.ns}::int[], ${p.dues}::timestamptz[], ${p.irreversibles}::boolean[])
        as g(kind, n, due_at, irreversible)
    ), cancelled as (
      delete from clocks c
      where c.account_id = ${p.account}::uuid and c.subject_id = ${p.subject}::uuid and c.settled_at is null
        and not exists (select from given g where g.kind = c.kind and g.n = c.n)
    )
    insert into clocks as c (account_id, subject_id, kind, n, due_at, irreversible)
    select ${p.account}::uuid, ${p.subject}::uuid, kind, n, due_at, irreversible from given
    on conflict (account_id, subject_id, kind, n) do update
      set due_at = excluded.due_at, irreversible = excluded.irreversible, noticed_at = null, held_until = null,
        failures = 0
      where c.settled_at is null and c.due_at <> excluded.due_at`,
)

/**
 * Makes exactly these the clocks that still run for the subject. Others are cancelled; one that has fired stays as it
 * is, and never fires again.
 */
export async function setClocks(tx: Tx, subject: Subject, clocks: readonly NewClock[]): Promise<void> {
  await set(tx, { account: subject.account, subject: subject.subject, ...columnsOf(clocks) })
}

/** Clocks as columns for `unnest`, for a statement that writes them together with their subject. */
export function columnsOf(clocks: readonly NewClock[]) {
  return {
    kinds: clocks.map(({ kind }) => kind),
    ns: clocks.map(({ n }) => n),
    dues: clocks.map(({ dueAt }) => dueAt),
    irreversibles: clocks.map(({ irreversible }) => irreversible ?? false),
  }
}

const stop = prepare<Subject, never>(
  (p) => sql<never>`
    delete from clocks
    where account_id = ${p.account}::uuid and subject_id = ${p.subject}::uuid and settled_at is null`,
)

/** Cancels every clock that still runs for the subject. */
export async function stopClocks(tx: Tx, { account, subject }: Subject): Promise<void> {
  await stop(tx, { account, subject })
}

// An irreversible clock is looked at again when it was noticed a minute ago, or by a clock that has gone back since.
const confirmed = sql`(
  not irreversible or noticed_at is null or noticed_at <= (select app_now()) - interval '1 minute'
  or noticed_at > (select app_now()))`

const due = prepare<{ kinds: readonly string[]; most: number }, ClockKey>(
  (p) => sql<ClockKey>`
    select account_id as account, subject_id as subject, kind, n from clocks
    where settled_at is null and due_at <= (select app_now()) and kind = any(${p.kinds}::text[])
      and (held_until is null or held_until <= (select app_now())) and ${confirmed}
    order by due_at, account_id, subject_id, kind, n limit ${p.most}::int`,
)

/** The clocks that are due, the earliest first. */
export function dueClocks(db: Database, kinds: readonly string[], most: number): Promise<ClockKey[]> {
  return due(db, { kinds, most })
}

type Taken = { dueAt: Date; now: Date; irreversible: boolean; noticed: boolean }

const patiently = sql`set local lock_timeout = '500ms'`
const lock = prepare<ClockKey, Taken>(
  (p) => sql<Taken>`
    select due_at as "dueAt", app_now() as now, irreversible,
      noticed_at is not null and noticed_at <= (select app_now()) as noticed
    from clocks
    where account_id = ${p.account}::uuid and subject_id = ${p.subject}::uuid and kind = ${p.kind} and n = ${p.n}::int
      and settled_at is null and due_at <= (select app_now()) and ${confirmed}
    for update skip locked`,
)
const notice = prepare<ClockKey, never>(
  (p) => sql<never>`
    update clocks set noticed_at = app_now()
    where account_id = ${p.account}::uuid and subject_id = ${p.subject}::uuid and kind = ${p.kind} and n = ${p.n}::int`,
)
const settle = prepare<ClockKey & { outcome: string }, never>(
  (p) => sql<never>`
    update clocks set settled_at = app_now(), outcome = ${p.outcome}
    where account_id = ${p.account}::uuid and subject_id = ${p.subject}::uuid and kind = ${p.kind} and n = ${p.n}::int`,
)
const putOff = prepare<ClockKey & { until: Date }, never>(
  (p) => sql<never>`
    update clocks set settled_at = null, outcome = null, due_at = ${p.until}::timestamptz, noticed_at = null
    where account_id = ${p.account}::uuid and subject_id = ${p.subject}::uuid and kind = ${p.kind} and n = ${p.n}::int`,
)
const cancel = prepare<ClockKey, never>(
  (p) => sql<never>`
    delete from clocks
    where account_id = ${p.account}::uuid and subject_id = ${p.subject}::uuid and kind = ${p.kind} and n = ${p.n}::int`,
)
const hold = prepare<ClockKey, never>(
  (p) => sql<never>`
    update clocks set failures = failures + 1,
      held_until = app_now() + make_interval(secs => least(3600, 10 * 2 ^ least(failures, 10)))
    where account_id = ${p.account}::uuid and subject_id = ${p.subject}::uuid and kind = ${p.kind} and n = ${p.n}::int
      and settled_at is null`,
)

/**
 * Takes a clock that is due and marks it as fired, for the rest of the transaction; undefined when somebody else has
 * it, it is no longer due, or it was only noticed. Waits for no lock longer than people notice, so that a command that
 * is waited for, and wants this clock, is not held up.
 */
export async function takeClock(tx: Tx, clock: ClockKey): Promise<DueClock | undefined> {
  const key = keyOf(clock)
  await patiently.execute(tx)
  const [taken] = await lock(tx, key)
  if (!taken) return undefined
  if (taken.irreversible && !taken.noticed) {
    await notice(tx, key)
    return undefined
  }
  await settle(tx, { ...key, outcome: 'DONE' })
  return { ...key, dueAt: taken.dueAt, now: taken.now }
}

/** Says of a clock that was taken that there was nothing to do. */
export async function skipClock(tx: Tx, clock: ClockKey): Promise<void> {
  await settle(tx, { ...keyOf(clock), outcome: 'SKIPPED' })
}

/** Lets a clock that was taken run on until later. */
export async function putOffClock(tx: Tx, clock: ClockKey, until: Date): Promise<void> {
  await putOff(tx, { ...keyOf(clock), until })
}

/** Takes a clock away that should no longer have run; its number can be used again. */
export async function cancelClock(tx: Tx, clock: ClockKey): Promise<void> {
  await cancel(tx, keyOf(clock))
}

/** Leaves a clock that could not fire alone for a while, longer each time. */
export async function holdClock(db: Database, clock: ClockKey): Promise<void> {
  await hold(db, keyOf(clock))
}

function keyOf({ account, subject, kind, n }: ClockKey): ClockKey {
  return { account, subject, kind, n }
}
