import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../db/index.ts'

/** A piece of work that outlives a crash. `token` fences it: only the newest claimant may finish. */
export type Job = {
  readonly account: string
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly payload: Record<string, unknown>
  readonly attempts: number
  readonly token: string
}

/** How long a claim lasts unless it is extended. */
export const leaseSeconds = 10

const claimDue = prepare<{ token: string; most: number }, Job>(
  ({ token, most }) => sql<Job>`
    update jobs set lease_until = app_now() + make_interval(secs => ${leaseSeconds}), token = ${token}::uuid,
      attempts = attempts + 1
    where (account_id, id) in (
      select account_id, id from jobs
      where failed_at is null and run_at <= (select app_now())
        and (lease_until is null or lease_until < (select app_now()))
      order by run_at, id limit ${most}::int for update skip locked)
    returning account_id as account, id, kind, key, payload, attempts, token`,
)

/** Claims work that is due, oldest first; nobody else gets it until the lease ends. */
export async function claim(db: Database, most: number): Promise<Job[]> {
  return most === 0 ? [] : claimDue(db, { token: newId(), most })
}

/** Lengthens the lease of work in hand. */
export async function extend(db: Database, job: Job): Promise<void> {
  await sql`update jobs set lease_until = app_now() + make_interval(secs => ${leaseSeconds})
    where account_id = ${job.account} and id = ${job.id} and token = ${job.token}`.execute(db)
}

/** Removes finished work inside the transaction that did it; false when the lease was lost, and then nothing may be committed. */
export async function finish(tx: Tx, job: Job): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('jobs')
    .where('account_id', '=', job.account)
    .where('id', '=', job.id)
    .where('token', '=', job.token)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** What becomes of work that failed: again after so many seconds, or given up and left visible. */
export type Setback = {
  readonly error: string
  readonly retryInSeconds: number | null
  readonly tried: boolean
}

/** Puts failed work back, or marks it as given up. */
export async function setBack(db: Database, job: Job, setback: Setback): Promise<void> {
  await sql`update jobs set lease_until = null, token = null, last_error = ${setback.error},
      attempts = attempts - case when ${setback.tried} then 0 else 1 end,
      run_at = app_now() + make_interval(secs => ${setback.retryInSeconds ?? 0}),
      failed_at = case when ${setback.retryInSeconds === null} then app_now() end
    where account_id = ${job.account} and id = ${job.id} and token = ${job.token}`.execute(db)
}

/** Enqueues work in the caller's transaction; the same (kind, key) twice is once. */
export async function enqueue(
  tx: Tx | Database,
  job: { account: string; kind: string; key: string; payload?: Record<string, unknown>; runAt?: Date },
): Promise<void> {
  await tx
    .insertInto('jobs')
    .values({
      account_id: job.account,
      id: newId(),
      kind: job.kind,
      key: job.key,
      payload: JSON.stringify(job.payload ?? {}),
      ...(job.runAt ? { run_at: job.runAt } : {}),
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'kind', 'key']).doNothing())
    .execute()
}

const next = prepare<Record<never, never>, { wait: number | null }>(
  () => sql<{ wait: number | null }>`
    select extract(epoch from min(greatest(run_at, coalesce(lease_until, run_at))) - app_now())::float8 as wait
    from (
      select run_at, lease_until from jobs where failed_at is null order by run_at, id limit 50
    ) first`,
)

/** Seconds until the next job is due, as far as the first fifty tell, however many wait; null when there is none. */
export async function secondsToNext(db: Database): Promise<number | null> {
  const [row] = await next(db, {})
  return row?.wait ?? null
}
