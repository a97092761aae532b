import { type RawBuilder, sql } from 'kysely'
import { installation, type PersonId } from '../kernel/id.ts'
import { carries, grantIsActive } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'

/** An account for which somebody may accept what it has not accepted yet. */
export type AccountToAccept = {
  readonly identifier: string
  readonly name: string
  /** It is required by now; else it will be. */
  readonly isDue: boolean
  /** From when the first of them is required, as an ISO instant. */
  readonly from: string
}

const acceptsAgreements = carries('accept-agreements', ['SA', 'AG'])

/** SQL: the accounts that somebody can accept an agreement for, those that must first. */
export const waitingAgreements = (person: RawBuilder<unknown>, most: RawBuilder<unknown>) =>
  sql<AccountToAccept>`
    select a.identifier, a.name, bool_or(v.required_from <= (select app_now())) as "isDue",
      to_char(min(v.required_from) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "from"
    from agreement_versions v
    join agreements t on t.account_id = v.account_id and t.id = v.agreement_id and t.retired_at is null
    cross join (
      select distinct g.account_id from grants g
      where g.person_id = ${person}::uuid and ${acceptsAgreements} and ${grantIsActive}
    ) mine
    join accounts a on a.id = mine.account_id and a.status = 'ACTIVE'
    where v.account_id = ${sql.lit(installation)}::uuid
      and not exists (select from agreement_acceptances c
        where c.account_id = a.id and c.agreement_id = v.agreement_id and c.version >= v.version)
    group by a.id order by bool_or(v.required_from <= (select app_now())) desc, a.name, a.identifier
    limit ${most}::int`

const mine = prepare<{ person: string; most: number }, AccountToAccept>((p) =>
  waitingAgreements(p.person, p.most),
)

/** The accounts that somebody can accept an agreement for, those that must first. */
export function accountsToAccept(
  db: Database | Tx,
  person: PersonId,
  most: number,
): Promise<AccountToAccept[]> {
  return mine(db, { person, most })
}

/** Somebody who may accept agreements of some account. */
export type Acceptor = { readonly personId: PersonId; readonly address: string; readonly locale: 'en' | 'fr' }

const acceptors = prepare<{ most: number }, Acceptor>(
  (p) => sql<Acceptor>`
    select p.id as "personId", p.address, p.locale from people p
    where p.status = 'ACTIVE' and exists (
      select from grants g join accounts a on a.id = g.account_id and a.status = 'ACTIVE'
      where g.person_id = p.id and ${acceptsAgreements} and ${grantIsActive})
    order by p.id limit ${p.most}::int`,
)

/** Everybody who may accept agreements for some account. */
export function everyAcceptor(tx: Tx): Promise<Acceptor[]> {
  return acceptors(tx, { most: 50_000 })
}

const zone = prepare<{ person: string }, { timeZone: string }>(
  (p) => sql<{ timeZone: string }>`select time_zone as "timeZone" from people where id = ${p.person}::uuid`,
)

/** Where somebody's clock stands. */
export async function timeZoneOf(tx: Tx, person: PersonId): Promise<string> {
  return (await zone(tx, { person }))[0]?.timeZone ?? 'UTC'
}

const counts = prepare<{ installation: string }, { agreementId: string; version: number; accounts: number }>(
  (p) => sql<{ agreementId: string; version: number; accounts: number }>`
    select v.agreement_id as "agreementId", v.version, (
      select count(*)::int from agreement_acceptances c
      where c.agreement_id = v.agreement_id and c.version = v.version) as accounts
    from agreement_versions v where v.account_id = ${p.installation}::uuid`,
)

/** How many accounts accepted each version. */
export function acceptedCounts(db: Database): ReturnType<typeof counts> {
  return counts(db, { installation })
}
