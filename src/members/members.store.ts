import { sql } from 'kysely'
import { rightsOf, type Tree } from '../accounts/domain/rights.ts'
import { grantColumns, type StoredGrant } from '../accounts/index.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Addressee } from './domain/adding.ts'

type Asked = { account: string; addresses: readonly string[] }
type Row = { personId: PersonId; address: string; isActive: boolean; isKnown: boolean; locale: 'en' | 'fr' }

const who = sql`
  select p.id as "personId", p.address, p.status = 'ACTIVE' as "isActive", p.locale,
    (p.verified_at is not null and split_part(p.address, '@', 2) = any(a.verified_domains))
      or exists (select from grants g where g.account_id = a.id and g.person_id = p.id)
      or exists (select from access_requests r
        where r.account_id = a.id and (r.beneficiary_id = p.id or r.requester_id = p.id)) as "isKnown"
  from people p, accounts a`

const people = prepare<Asked, Row>(
  (p) => sql<Row>`
    ${who} where a.id = ${p.account}::uuid and p.address = any(${p.addresses}::text[]) order by p.id`,
)
const peopleForSure = prepare<Asked, Row>(
  (p) => sql<Row>`
    ${who} where a.id = ${p.account}::uuid and p.address = any(${p.addresses}::text[]) order by p.id
    for share of p`,
)
const holdings = prepare<{ account: string; people: readonly string[] }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.person_id = any(${p.people}::uuid[]) and ${grantIsActive}
    order by g.id`,
)

/** Somebody behind an address, with what they hold in the account. */
export type FoundAddressee = Addressee & {
  readonly address: string
  readonly locale: 'en' | 'fr'
  readonly held: readonly StoredGrant[]
}

/** Whoever these addresses belong to, by address. `forSure`: none of them is disabled before the transaction ends. */
export async function addresseesOf(
  db: Database | Tx,
  asked: { readonly accountId: AccountId; readonly addresses: readonly string[]; readonly forSure?: boolean },
  { tree, now }: { readonly tree: Tree; readonly now: Date },
): Promise<Map<string, FoundAddressee>> {
  const { accountId, addresses, forSure = false } = asked
  const find = forSure ? peopleForSure : people
  const found = await find(db, { account: accountId, addresses })
  const ids = found.map(({ personId }) => personId)
  const grants = ids.length === 0 ? [] : await holdings(db, { account: accountId, people: ids })
  return new Map(
    found.map((person) => {
      const held = grants.filter(({ personId }) => personId === person.personId)
      return [person.address, { ...person, held, rights: rightsOf(held, tree, now) }]
    }),
  )
}

const lockAll = prepare<{ account: string; person: string }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid and g.revoked_at is null
      and (g.ends_at is null or g.ends_at > (select app_now()))
    order by g.id for update of g`,
)

/** All that somebody holds in an account, suspended or not, locked to be ended. */
export function lockMembership(
  tx: Tx,
  whose: { readonly accountId: AccountId; readonly personId: PersonId },
): Promise<StoredGrant[]> {
  return lockAll(tx, { account: whose.accountId, person: whose.personId })
}

/** Ends what hangs on belonging to an account: standing in, looks that were announced, invitations, proposals. */
export async function endTies(
  tx: Tx,
  whose: { readonly accountId: AccountId; readonly personId: PersonId; readonly by: PersonId },
): Promise<void> {
  const { accountId, personId, by } = whose
  await sql`delete from delegates
    where account_id = ${accountId}::uuid and ${personId}::uuid in (person_id, delegate_id)`.execute(tx)
  await sql`delete from backup_approvers
    where account_id = ${accountId}::uuid and person_id = ${personId}::uuid`.execute(tx)
  await sql`delete from request_claims
    where account_id = ${accountId}::uuid and person_id = ${personId}::uuid`.execute(tx)
  await sql`update invitations set settled_at = app_now(), settled_by = ${by}::uuid, outcome = 'WITHDRAWN',
      address = '', link_hash = null
    where account_id = ${accountId}::uuid and invited_by = ${personId}::uuid and settled_at is null`.execute(
    tx,
  )
  await sql`update administrator_proposals set settled_at = app_now(), settled_by = ${by}::uuid, outcome = 'WITHDRAWN'
    where account_id = ${accountId}::uuid and ${personId}::uuid in (proposed_by, person_id)
      and settled_at is null`.execute(tx)
}
