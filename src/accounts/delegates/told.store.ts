import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

/** Somebody who stands in and gets mail. */
export type DelegateToTell = {
  readonly personId: PersonId
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly accountId: string
  readonly absentId: string
}

const delegates = prepare<{ person: string | null; account: string | null }, DelegateToTell>(
  (v) => sql<DelegateToTell>`
    select p.id as "personId", p.address, p.locale, d.account_id as "accountId", d.person_id as "absentId"
    from delegates d join people p on p.id = d.delegate_id
    where d.person_id = ${v.person}::uuid and (${v.account}::uuid is null or d.account_id = ${v.account}::uuid)
      and p.status = 'ACTIVE' and p.mail_bounced_at is null
      and exists (select from grants g where g.account_id = d.account_id and g.person_id = p.id
        and g.decides and ${grantIsActive})
    order by d.account_id limit 50`,
)

/** Those who stand in for somebody, in one account or in all, as far as they still decide there. */
export function delegatesToTell(
  tx: Tx,
  of: { readonly person: string | null; readonly account: string | null },
): Promise<DelegateToTell[]> {
  return delegates(tx, of)
}

const other = prepare<{ person: string }, Pick<DelegateToTell, 'personId' | 'address' | 'locale'>>(
  (v) => sql<Pick<DelegateToTell, 'personId' | 'address' | 'locale'>>`
    select p.id as "personId", p.address, p.locale from people p
    where p.id = ${v.person}::uuid and p.status = 'ACTIVE' and p.mail_bounced_at is null`,
)

/** Whom the end of a delegation is told, when mail reaches them: the one of the two who did not end it. */
export function otherToTell(tx: Tx, person: string) {
  return other(tx, { person })
}

/** What a letter about the end of a delegation says: of whoever ended it, and where. */
export type Ended = Pick<
  Stand,
  'timeZone' | 'accountName' | 'firstName' | 'lastName' | 'preferredFirstName' | 'address'
>

const ended = prepare<{ account: string; by: string; reader: string }, Ended>(
  (v) => sql<Ended>`
    select d.time_zone as "timeZone", a.name as "accountName", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address
    from accounts a
    join people d on d.id = ${v.reader}::uuid and d.status = 'ACTIVE'
    join people p on p.id = ${v.by}::uuid and p.status = 'ACTIVE'
    where a.id = ${v.account}::uuid and a.status <> 'CLOSED' and not exists (
      select from delegates again where again.account_id = a.id
        and array[again.person_id, again.delegate_id] @> array[p.id, d.id])`,
)

/** What there is to say of an end; undefined when one stands in for the other again, or either is gone. */
export async function endedOf(
  tx: Tx,
  which: { readonly account: string; readonly by: string; readonly reader: string },
): Promise<Ended | undefined> {
  return (await ended(tx, which))[0]
}

/** What a letter to somebody who stands in says. */
export type Stand = {
  readonly timeZone: string
  readonly accountName: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  readonly absentZone: string
  readonly awayFrom: Date | null
  readonly awayUntil: Date | null
  readonly now: Date
}

const stand = prepare<{ account: string; absent: string; delegate: string }, Stand>(
  (v) => sql<Stand>`
    select d.time_zone as "timeZone", a.name as "accountName", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address, p.time_zone as "absentZone",
      p.away_from as "awayFrom", p.away_until as "awayUntil", app_now() as now
    from delegates chosen
    join people d on d.id = chosen.delegate_id and d.status = 'ACTIVE'
    join people p on p.id = chosen.person_id and p.status = 'ACTIVE'
    join accounts a on a.id = chosen.account_id and a.status <> 'CLOSED'
    where chosen.account_id = ${v.account}::uuid and chosen.person_id = ${v.absent}::uuid
      and chosen.delegate_id = ${v.delegate}::uuid`,
)

/** How somebody stands in for somebody now; undefined when they no longer do. */
export async function standOf(
  tx: Tx,
  which: { readonly account: string; readonly absent: string; readonly delegate: string },
): Promise<Stand | undefined> {
  return (await stand(tx, which))[0]
}
