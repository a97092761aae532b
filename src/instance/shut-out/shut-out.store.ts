import { sql } from 'kysely'
import type { AccountId, ClaimId, PersonId } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

type Which = { person: string }

const hold = prepare<Which, never>(
  (p) => sql<never>`
    select from grants g
    where g.role = 'SA' and g.revoked_at is null and g.account_id in (
      select mine.account_id from grants mine
      where mine.person_id = ${p.person}::uuid and mine.role = 'SA' and mine.revoked_at is null)
    order by g.account_id, g.id for update`,
)

/** Holds the administrators of every account that this person administers, so that two who go at once meet there. */
export async function holdAdministratorsBeside(tx: Tx, person: PersonId): Promise<void> {
  await hold(tx, { person })
}

const alone = prepare<Which, { id: AccountId }>(
  (p) => sql<{ id: AccountId }>`
    select a.id from accounts a
    where a.status = 'ACTIVE'
      and exists (select from grants g where g.account_id = a.id and g.person_id = ${p.person}::uuid and g.role = 'SA'
        and g.revoked_at is null and g.suspended_at is null and (g.ends_at is null or g.ends_at > app_now()))
      and not exists (
        select from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE' and p.mail_bounced_at is null
        where g.account_id = a.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
          and (g.ends_at is null or g.ends_at > app_now()))
    order by a.id`,
)

/** The active accounts where somebody was the last administrator whom mail reaches. */
export async function leftAlone(tx: Tx, person: PersonId): Promise<AccountId[]> {
  return (await alone(tx, { person })).map(({ id }) => id)
}

type Delegation = { accountId: AccountId; personId: PersonId }

const delegations = prepare<Which, Delegation>(
  (p) => sql<Delegation>`
    with backups as (delete from backup_approvers where person_id = ${p.person}::uuid)
    delete from delegates where person_id = ${p.person}::uuid or delegate_id = ${p.person}::uuid
    returning account_id as "accountId", person_id as "personId"`,
)

/** Ends every delegation by or to somebody; gives where, and whose it was. */
export function endDelegations(tx: Tx, person: PersonId): Promise<Delegation[]> {
  return delegations(tx, { person })
}

type Claim = { accountId: AccountId; id: ClaimId }

const claims = prepare<Which, Claim>(
  (p) => sql<Claim>`
    with ended as (
      update claims set status = 'LAPSED', settled_at = app_now(), version = version + 1
      where claimant_id = ${p.person}::uuid and status in ('OPEN', 'NOTICE', 'WITH_SUPPORT')
      returning account_id, id
    ), stopped as (
      delete from clocks k using ended where k.account_id = ended.account_id and k.subject_id = ended.id
        and k.settled_at is null
    )
    select account_id as "accountId", id from ended order by account_id, id`,
)

/** Ends what somebody claims to administer. */
export function endClaims(tx: Tx, person: PersonId): Promise<Claim[]> {
  return claims(tx, { person })
}
