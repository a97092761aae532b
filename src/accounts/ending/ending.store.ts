import { sql } from 'kysely'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { isAwayAs } from '../../people/index.ts'
import { setClocks, stopClocks } from '../../platform/clocks/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import { clocksOfEnd } from '../domain/ending.ts'
import type { Reachability } from '../domain/last-administrator.ts'
import { grantColumns, lockGrantToEnd, type StoredGrant } from '../grants.store.ts'

type Which = { readonly accountId: AccountId; readonly id: GrantId }
type Key = { account: string; id: string }

/** A right that ends, locked, with all that its clocks ask. */
export type EndingGrant = StoredGrant & {
  readonly endsAt: Date
  readonly now: Date
  readonly timeZone: string
  readonly accountIsActive: boolean
  readonly holder: Reachability
}

type Row = StoredGrant &
  Reachability & { now: Date; timeZone: string; accountIsActive: boolean; expiredAt: Date | null }

const read = prepare<Key, Row>(
  (p) => sql<Row>`
    select ${grantColumns}, g.expired_at as "expiredAt", app_now() as now, a.time_zone as "timeZone",
      a.status = 'ACTIVE' as "accountIsActive", h.status <> 'ACTIVE' as "isDisabled",
      h.mail_bounced_at is not null as "hasHardBounced", ${isAwayAs('h')} as "isAwayWithoutDelegate"
    from grants g join accounts a on a.id = g.account_id join people h on h.id = g.person_id
    where g.account_id = ${p.account}::uuid and g.id = ${p.id}::uuid`,
)

/**
 * Locks a right for one of its clocks; undefined when it is over, was told to be, or has no end. Waits no longer than
 * clocks may, and for an administrator's locks those of all, like everybody who ends one.
 */
export async function lockEnding(tx: Tx, which: Which): Promise<EndingGrant | undefined> {
  if (!(await lockGrantToEnd(tx, which))) return undefined
  const [row] = await read(tx, { account: which.accountId, id: which.id })
  if (!row || row.revokedAt !== null || row.expiredAt !== null || row.endsAt === null) return undefined
  const { isDisabled, hasHardBounced, isAwayWithoutDelegate, expiredAt: _, ...grant } = row
  return { ...grant, endsAt: row.endsAt, holder: { isDisabled, hasHardBounced, isAwayWithoutDelegate } }
}

const close = prepare<Key, never>(
  (p) => sql<never>`
    update grants set expired_at = greatest(app_now(), ends_at)
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Marks a right as ended and told. */
export async function markExpired(tx: Tx, { accountId, id }: Which): Promise<void> {
  await close(tx, { account: accountId, id })
}

const move = prepare<Key & { endsAt: Date }, never>(
  (p) => sql<never>`
    update grants set ends_at = ${p.endsAt}::timestamptz
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Lets a right end at another time, and sets its clocks. */
export async function moveEnd(tx: Tx, grant: EndingGrant, endsAt: Date): Promise<void> {
  await move(tx, { account: grant.accountId, id: grant.id, endsAt })
  await resetClocks(tx, { ...grant, endsAt })
}

/** Sets the clocks of a right by the end it has now. */
export async function resetClocks(tx: Tx, grant: EndingGrant): Promise<void> {
  const subject = { account: grant.accountId, subject: grant.id }
  await setClocks(tx, subject, clocksOfEnd(grant, grant.timeZone, grant.now))
}

/** Sets the clocks of a grant by the end it has now, whoever else is at it; none when it is over or has no end. */
export async function lockAndResetClocks(tx: Tx, which: Which): Promise<void> {
  const grant = await lockEnding(tx, which)
  if (grant) await resetClocks(tx, grant)
  else await stopClocks(tx, { account: which.accountId, subject: which.id })
}
