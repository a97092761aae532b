import { type RawBuilder, sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { daysLookedAt, type ExpectedWait, longestBand } from '../domain/expected-wait.ts'

const mostLookedAt = 500
const longer = longestBand + 1

/** SQL: how long answers of the account take, as `ExpectedWait`; null when nothing can be said. */
export function expectedWaitIn(account: RawBuilder<unknown>): RawBuilder<ExpectedWait | null> {
  return sql<ExpectedWait | null>`(
    select json_build_object('half', nullif(w.half_within_days, ${sql.lit(longer)}),
      'most', nullif(w.most_within_days, ${sql.lit(longer)}))
    from answer_times w where w.account_id = ${account} and w.half_within_days is not null)`
}

/** When a request was sent, and when it was decided. */
export type Answered = { readonly submittedAt: Date; readonly decidedAt: Date }

const answered = prepare<{ account: string }, Answered>(
  (p) => sql<Answered>`
    select r.submitted_at as "submittedAt", d.decided_at as "decidedAt"
    from decisions d join access_requests r on r.account_id = d.account_id and r.id = d.request_id
    where d.account_id = ${p.account}::uuid and d.final and d.rule_id is null
      and d.decided_at > (select app_now()) - make_interval(days => ${sql.lit(daysLookedAt)})
    order by d.decided_at desc limit ${sql.lit(mostLookedAt)}`,
)

/** The answers that the account gave lately, newest first. */
export function lateAnswers(db: Database | Tx, account: AccountId): Promise<Answered[]> {
  return answered(db, { account })
}

const fresh = prepare<{ account: string }, { isFresh: boolean }>(
  (p) => sql<{ isFresh: boolean }>`
    select w.half_within_days is not null and w.computed_at > app_now() - interval '10 minutes' as "isFresh"
    from answer_times w where w.account_id = ${p.account}::uuid`,
)

/** Whether something can be said, and was counted a few minutes ago. */
export async function isFresh(db: Database | Tx, account: AccountId): Promise<boolean> {
  return (await fresh(db, { account }))[0]?.isFresh ?? false
}

const keep = prepare<{ account: string; half: number | null; most: number | null }, never>(
  (p) => sql<never>`
    insert into answer_times (account_id, half_within_days, most_within_days, computed_at)
    values (${p.account}::uuid, ${p.half}::int, ${p.most}::int, app_now())
    on conflict (account_id) do update set half_within_days = excluded.half_within_days,
      most_within_days = excluded.most_within_days, computed_at = excluded.computed_at`,
)

/** Keeps what was counted. */
export async function keepWait(
  db: Database | Tx,
  account: AccountId,
  wait: ExpectedWait | null,
): Promise<void> {
  await keep(db, {
    account,
    half: wait && (wait.half ?? longer),
    most: wait && (wait.most ?? longer),
  })
}

/** Accounts whose answers were last counted more than a day ago, oldest first. */
export async function staleWaits(db: Database, most: number): Promise<AccountId[]> {
  const { rows } = await sql<{ id: AccountId }>`
    select account_id as id from answer_times where computed_at < app_now() - interval '1 day'
    order by computed_at limit ${most}::int`.execute(db)
  return rows.map(({ id }) => id)
}
