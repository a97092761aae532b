import { sql } from 'kysely'
import type { AccountId, GrantId } from '../kernel/id.ts'
import { grantIsActive, grantIsHeld } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

/** Which grant. */
type Which = { readonly accountId: AccountId; readonly id: GrantId }
type Key = { account: string; id: string }

const suspend = prepare<Key, { id: string }>(
  (p) => sql<{ id: string }>`
    update grants g set suspended_at = app_now(), suspended_because = 'REVIEW'
    where g.account_id = ${p.account}::uuid and g.id = ${p.id}::uuid and ${grantIsActive} returning g.id`,
)

/**
 * Suspends a grant, which gives nothing from then on and is not over; false when it gave nothing already. Ask
 * `keepsAdministrator` before, and record the event last.
 */
export async function suspendGrant(tx: Tx, { accountId, id }: Which): Promise<boolean> {
  return (await suspend(tx, { account: accountId, id })).length === 1
}

const wake = prepare<Key, { id: string }>(
  (p) => sql<{ id: string }>`
    update grants g set suspended_at = null, suspended_because = null, kept_at = app_now()
    where g.account_id = ${p.account}::uuid and g.id = ${p.id}::uuid and ${grantIsHeld} and g.suspended_at is not null
    returning g.id`,
)

/** Lets a suspended grant give its rights again; false when it is over, or was not suspended. */
export async function reactivateGrant(tx: Tx, { accountId, id }: Which): Promise<boolean> {
  return (await wake(tx, { account: accountId, id })).length === 1
}
