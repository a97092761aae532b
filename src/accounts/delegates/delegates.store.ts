import { type RawBuilder, sql } from 'kysely'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { grantIsActive, isAwayAs, isThereAs } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Delegation } from '../domain/delegation.ts'

/**
 * SQL: who stands in for the person `p`, who is away, in a matter of an account: the last of at most two delegates, when
 * each of them could decide it themselves; null when nobody does. `able` are the ids of those who could, `not` of those
 * whom the matter is about. It gives nobody a right: whoever stands in is one of the able.
 */
export function standInOf(matter: {
  readonly account: RawBuilder<unknown>
  readonly able: RawBuilder<unknown>
  readonly not: RawBuilder<unknown>
}): RawBuilder<PersonId | null> {
  const { account, able, not } = matter
  const fits = (
    row: string,
  ) => sql`${sql.ref(`${row}.status`)} = 'ACTIVE' and ${sql.ref(`${row}.id`)} not in ${not}
    and ${sql.ref(`${row}.id`)} in ${able}`
  return sql<PersonId | null>`(
    select case when ${isThereAs('first')} then first.id when ${isAwayAs('first')} then (
      select second.id from delegates further join people second on second.id = further.delegate_id
      where further.account_id = ${account} and further.person_id = first.id and second.id <> p.id
        and ${isThereAs('second')} and ${fits('second')}) end
    from delegates chosen join people first on first.id = chosen.delegate_id
    where chosen.account_id = ${account} and chosen.person_id = p.id and ${fits('first')})`
}

/** The account's delegations, in the order of their people. */
export async function delegationsOf(db: Database | Tx, account: AccountId): Promise<Delegation[]> {
  return all(db, { account })
}
const all = prepare<{ account: string }, Delegation>(
  (p) => sql<Delegation>`
    select person_id as "personId", delegate_id as "delegateId" from delegates
    where account_id = ${p.account}::uuid order by person_id`,
)

const lock = prepare<{ account: string }, never>(
  (p) => sql<never>`select pg_advisory_xact_lock(hashtextextended('delegates ' || ${p.account}, 0))`,
)

/** Lets nobody else choose a delegate in this account until the transaction ends, so that chains stay as checked. */
export async function lockDelegations(tx: Tx, account: AccountId): Promise<void> {
  await lock(tx, { account })
}

const write = prepare<{ account: string; person: string; delegate: string }, never>(
  (p) => sql<never>`
    insert into delegates (account_id, person_id, delegate_id)
    values (${p.account}::uuid, ${p.person}::uuid, ${p.delegate}::uuid)
    on conflict (account_id, person_id) do update set delegate_id = excluded.delegate_id, chosen_at = app_now()`,
)

/** Writes who stands in for whom, instead of whoever did. */
export async function writeDelegate(tx: Tx, account: AccountId, chosen: Delegation): Promise<void> {
  await write(tx, { account, person: chosen.personId, delegate: chosen.delegateId })
}

const remove = prepare<
  { account: string; person: string; delegate: string | null },
  { delegateId: PersonId }
>(
  (p) => sql<{ delegateId: PersonId }>`
    delete from delegates
    where account_id = ${p.account}::uuid and person_id = ${p.person}::uuid
      and (${p.delegate}::uuid is null or delegate_id = ${p.delegate}::uuid)
    returning delegate_id as "delegateId"`,
)

/** Ends a delegation, when `delegate` is given only if it is theirs; gives who stood in, undefined when nobody did. */
export async function removeDelegate(
  tx: Tx,
  account: AccountId,
  of: { readonly personId: PersonId; readonly delegateId?: PersonId },
): Promise<PersonId | undefined> {
  const [row] = await remove(tx, { account, person: of.personId, delegate: of.delegateId ?? null })
  return row?.delegateId
}

/** Somebody who administers something in an account, as they are named there. */
export type NamedColleague = {
  readonly personId: PersonId
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  readonly directoryId: string | null
  readonly isDisabled: boolean
}

const colleagues = prepare<{ account: string; most: number }, NamedColleague>(
  (p) => sql<NamedColleague>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, p.directory_id as "directoryId",
      p.status <> 'ACTIVE' as "isDisabled"
    from people p
    where p.id in (select g.person_id from grants g
      where g.account_id = ${p.account}::uuid and g.decides and ${grantIsActive})
    order by lower(p.last_name), lower(p.first_name), p.id limit ${p.most}::int`,
)

/** How many of those who administer something in an account are listed. */
export const mostColleagues = 200

/** Everybody who administers an account or a part of it, by name; so many at most. */
export function colleaguesIn(db: Database | Tx, account: AccountId): Promise<NamedColleague[]> {
  return colleagues(db, { account, most: mostColleagues })
}

/** For whom somebody stands in, and where. */
export type StandingIn = {
  readonly accountId: AccountId
  readonly accountName: string
  readonly identifier: string
  readonly personId: PersonId
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  /** Until when the person is away; null while they are there. */
  readonly awayUntil: Date | null
  readonly timeZone: string
}

const standing = prepare<{ person: string }, StandingIn>(
  (v) => sql<StandingIn>`
    select a.id as "accountId", a.name as "accountName", a.identifier, p.id as "personId", p.first_name as "firstName",
      p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address, p.time_zone as "timeZone",
      case when ${isAwayAs('p')} then p.away_until end as "awayUntil"
    from delegates d join people p on p.id = d.person_id join accounts a on a.id = d.account_id
    where d.delegate_id = ${v.person}::uuid and p.status = 'ACTIVE' and a.status <> 'CLOSED'
      and exists (select from grants g where g.account_id = d.account_id and g.person_id = ${v.person}::uuid
        and g.decides and ${grantIsActive})
    order by a.name, p.id limit 100`,
)

/** For whom somebody stands in, away or not. */
export function standingInFor(db: Database | Tx, person: PersonId): Promise<StandingIn[]> {
  return standing(db, { person })
}
