import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

type Which = { account: string }

const suspend = prepare<Which, { n: number }>(
  (p) => sql<{ n: number }>`
    with suspended as (
      update accounts set status = 'SUSPENDED' where id = ${p.account}::uuid returning id
    ), paused as (
      update grants g set suspended_at = app_now(), suspended_because = 'ACCOUNT' from suspended s
      where g.account_id = s.id and g.revoked_at is null and g.suspended_at is null returning g.id
    )
    select count(*)::int as n from paused`,
)
const resume = prepare<Which, { n: number }>(
  (p) => sql<{ n: number }>`
    with resumed as (
      update accounts set status = 'ACTIVE' where id = ${p.account}::uuid returning id
    ), back as (
      update grants g set suspended_at = null, suspended_because = null from resumed s
      where g.account_id = s.id and g.suspended_because = 'ACCOUNT' returning g.id
    )
    select count(*)::int as n from back`,
)

/** Suspends an account: what is held in it gives nothing meanwhile. Gives how many grants that are. */
export async function writeSuspended(tx: Tx, accountId: AccountId): Promise<number> {
  return (await suspend(tx, { account: accountId }))[0]?.n ?? 0
}

/** Lets an account go on: what was held gives its rights again, but for what a review has suspended. */
export async function writeResumed(tx: Tx, accountId: AccountId): Promise<number> {
  return (await resume(tx, { account: accountId }))[0]?.n ?? 0
}

const alone = prepare<Which, { alone: boolean }>(
  (p) => sql<{ alone: boolean }>`
    select not exists (
      select from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
      where g.account_id = ${p.account}::uuid and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
        and (g.ends_at is null or g.ends_at > app_now())) as alone`,
)

/** Whether nobody is left who administers the account. */
export async function isAlone(tx: Tx, accountId: AccountId): Promise<boolean> {
  return (await alone(tx, { account: accountId }))[0]?.alone ?? true
}
