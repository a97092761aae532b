import { sql } from 'kysely'
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../kernel/id.ts'
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

const suspendedSince = prepare<{ account: string; person: string; since: Date | null }, { found: boolean }>(
  (p) => sql<{ found: boolean }>`
    select exists (
      select from grants g
      where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid and ${grantIsHeld}
        and g.suspended_because = 'REVIEW'
        and (${p.since}::timestamptz is null or g.suspended_at > ${p.since}::timestamptz)) as found`,
)

/** Whether a review has suspended anything that somebody holds in an account, ever or after a moment. */
export async function isSuspendedIn(
  tx: Tx,
  whose: { readonly accountId: AccountId; readonly personId: PersonId; readonly since?: Date },
): Promise<boolean> {
  const { accountId: account, personId: person, since = null } = whose
  return (await suspendedSince(tx, { account, person, since }))[0]?.found ?? false
}

type Staying = {
  account: string
  group: string
  people: readonly string[]
  seats: readonly (string | null)[]
  since: readonly Date[]
}
const stay = prepare<Staying, never>(
  (p) => sql<never>`
    update grants g set suspended_at = s.since, suspended_because = 'REVIEW'
    from unnest(${p.people}::uuid[], ${p.seats}::uuid[], ${p.since}::timestamptz[]) as s (person, seat, since)
    where g.account_id = ${p.account}::uuid and g.group_id = ${p.group}::uuid and g.person_id = s.person
      and g.virtual_account_id is not distinct from s.seat and ${grantIsActive}`,
)

/** What somebody holds in one place, and since when a review has suspended what they held before it. */
export type StaysSuspended = {
  readonly personId: PersonId
  readonly virtualAccountId: VirtualAccountId | null
  readonly suspendedAt: Date
}

/** Suspends what a group has just given in the stead of what a review had suspended. Records nothing: it goes on. */
export async function keepSuspended(
  tx: Tx,
  group: { readonly accountId: AccountId; readonly id: string },
  staying: readonly StaysSuspended[],
): Promise<void> {
  if (staying.length === 0) return
  await stay(tx, {
    account: group.accountId,
    group: group.id,
    people: staying.map(({ personId }) => personId),
    seats: staying.map(({ virtualAccountId }) => virtualAccountId),
    since: staying.map(({ suspendedAt }) => suspendedAt),
  })
}
