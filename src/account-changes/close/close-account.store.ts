import { sql } from 'kysely'
import { grantedRole } from '../../people/index.ts'
import type { GrantedRole } from '../../accounts/domain/roles.ts'
import type { AccountId, ClaimId, GrantId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

/** A grant that ended with its account. */
export type EndedGrant = {
  readonly id: GrantId
  readonly personId: PersonId
  readonly role: GrantedRole
  readonly virtualAccountId: VirtualAccountId | null
  readonly requestId: RequestId | null
  readonly endsAt: Date | null
  readonly suspendedBecause: string | null
}

const endGrants = prepare<{ account: string; by: string }, EndedGrant>(
  (p) => sql<EndedGrant>`
    with stopped as (
      delete from clocks k using grants g
      where g.account_id = ${p.account}::uuid and k.account_id = g.account_id and k.subject_id = g.id
        and k.settled_at is null
    )
    update grants g set revoked_at = app_now(), revoked_by = ${p.by}::uuid
    where g.account_id = ${p.account}::uuid and g.revoked_at is null
      and (g.ends_at is null or g.ends_at > (select app_now()))
    returning g.id, g.person_id as "personId", ${grantedRole} as role, g.virtual_account_id as "virtualAccountId",
      g.request_id as "requestId", g.ends_at as "endsAt", g.suspended_because as "suspendedBecause"`,
)

/** Ends every grant of an account at once, with its clocks. */
export function endAllGrants(tx: Tx, accountId: AccountId, by: PersonId): Promise<EndedGrant[]> {
  return endGrants(tx, { account: accountId, by })
}

type Claim = { id: ClaimId; claimantId: PersonId }

const lapse = prepare<{ account: string }, Claim>(
  (p) => sql<Claim>`
    with ended as (
      update claims set status = 'LAPSED', settled_at = app_now(), version = version + 1
      where account_id = ${p.account}::uuid and status in ('OPEN', 'NOTICE', 'WITH_SUPPORT')
      returning id, claimant_id
    ), stopped as (
      delete from clocks k using ended where k.account_id = ${p.account}::uuid and k.subject_id = ended.id
        and k.settled_at is null
    ), links as (
      delete from claim_links l using ended where l.account_id = ${p.account}::uuid and l.claim_id = ended.id
    )
    select id, claimant_id as "claimantId" from ended`,
)

/** Ends the claims to administer an account. */
export function lapseClaims(tx: Tx, accountId: AccountId): Promise<Claim[]> {
  return lapse(tx, { account: accountId })
}

const forget = [
  sql`delete from delegates`,
  sql`delete from backup_approvers`,
  sql`delete from setting_proposals`,
  sql`update administrator_removals set settled_at = app_now(), outcome = 'LAPSED'`,
] as const

/** Ends what people of an account had arranged or proposed among themselves. */
export async function endArrangements(tx: Tx, accountId: AccountId): Promise<void> {
  const [delegates, backups, wishes, removals] = forget
  await sql`${delegates} where account_id = ${accountId}::uuid`.execute(tx)
  await sql`${backups} where account_id = ${accountId}::uuid`.execute(tx)
  await sql`${wishes} where account_id = ${accountId}::uuid`.execute(tx)
  await sql`${removals} where account_id = ${accountId}::uuid and settled_at is null`.execute(tx)
}

const close = prepare<{ account: string; into: string | null }, never>(
  (p) => sql<never>`
    update accounts set status = 'CLOSED', closed_at = app_now(), merged_into = ${p.into}::uuid
    where id = ${p.account}::uuid`,
)

/** Writes that an account is closed, and what it became a part of. Its identifier stays taken. */
export async function writeClosed(tx: Tx, accountId: AccountId, into: AccountId | null): Promise<void> {
  await close(tx, { account: accountId, into })
}
