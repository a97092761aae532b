import { sql } from 'kysely'
import type { VirtualAccountId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { type Database, prepare, type Tx, withTimes } from '../platform/db/index.ts'
import { accountColumns, type FlatVirtualAccount, type StoredAccount } from './accounts.store.ts'
import type { Identifier } from './domain/identifier.ts'
import { grantColumns, type StoredGrant } from './grants.store.ts'
import { reachableAdministrators } from './reachable.query.ts'

/** Another account that somebody manages, for the list of accounts in the header. */
export type OtherAccount = { readonly identifier: string; readonly name: string }

type Row = StoredAccount & {
  readonly held: readonly StoredGrant[]
  readonly places: string
  readonly others: readonly OtherAccount[]
  readonly reachable: number
}

/** How many accounts the header offers; beyond, there is the list. */
export const mostOffered = 12
/** So many are known by name, so that one that was visited last is called by it wherever it stands among them. */
export const mostKnown = 60

// There can be thousands of virtual accounts, and every page asks: a line each costs a tenth of an object each. No name
// holds the control character that ends a line.
const noParent = '-'.repeat(36)
const lineEnd = '\u001e'

function placeOf(line: string): FlatVirtualAccount {
  const parent = line.slice(36, 72)
  return {
    id: line.slice(0, 36) as VirtualAccountId,
    parentId: parent === noParent ? null : (parent as VirtualAccountId),
    isDefault: line[72] === '1',
    restricted: line[73] === '1',
    name: line.slice(74),
  }
}

// One question: every page below an account asks it first, and has two left.
const seen = prepare<{ identifier: string; person: string; offered: number }, Row>(
  (p) => sql<Row>`
    select ${accountColumns},
      coalesce((
        select json_agg(row_to_json(mine)) from (
          select ${grantColumns} from grants g
          where g.account_id = a.id and g.person_id = ${p.person}::uuid and ${grantIsActive}
          order by g.created_at, g.id
        ) mine
      ), '[]') as held,
      coalesce((
        select string_agg(v.id::text || coalesce(v.parent_id::text, ${sql.lit(noParent)})
          || v.is_default::int || v.restricted::int || v.name, ${sql.lit(lineEnd)})
        from virtual_accounts v where v.account_id = a.id and v.closed_at is null
      ), '') as places,
      coalesce((
        select json_agg(json_build_object('identifier', o.identifier, 'name', o.name)) from (
          select b.identifier, b.name from accounts b
          where b.status <> 'CLOSED' and b.id <> a.id and b.id in (
            select g.account_id from grants g
            where g.person_id = ${p.person}::uuid and g.manages and ${grantIsActive}
          )
          order by lower(b.name), b.identifier limit ${p.offered}::int
        ) o
      ), '[]') as others,
      ${reachableAdministrators(sql`a.id`)} as reachable
    from accounts a
    where a.id = coalesce(
      (select case when b.merged_into is not null and exists (
          select from grants g
          where g.account_id = b.merged_into and g.person_id = ${p.person}::uuid and ${grantIsActive}
        ) then b.merged_into else b.id end
        from accounts b where b.identifier = ${p.identifier}),
      (select f.account_id from former_identifiers f
        where f.identifier = ${p.identifier} and f.reserved_until > (select app_now())))`,
)

/** An account with its virtual accounts, what somebody holds in it, and which other accounts they manage. */
export type AccountLookedAt = {
  readonly account: StoredAccount
  readonly held: readonly StoredGrant[]
  readonly places: readonly FlatVirtualAccount[]
  readonly others: readonly OtherAccount[]
  /** How many of its administrators mail reaches. */
  readonly reachable: number
}

/** The account of this identifier, or that had it lately, or that took it in for who has rights there, and what this person has to do with it; whether they may see it is for the caller. */
export async function lookAt(
  db: Database | Tx,
  identifier: Identifier,
  person: string,
): Promise<AccountLookedAt | undefined> {
  const [row] = await seen(db, { identifier, person, offered: mostKnown + 1 })
  if (!row) return undefined
  const { held, places, others, reachable, ...account } = row
  return {
    account,
    held: held.map((grant) => withTimes(grant)),
    places: places.split(lineEnd).filter(Boolean).map(placeOf),
    others,
    reachable,
  }
}
