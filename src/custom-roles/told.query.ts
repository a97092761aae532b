import { sql } from 'kysely'
import type { Action } from '../accounts/domain/roles.ts'
import type { AccountId } from '../kernel/id.ts'
import { grantIsActive, nameOf, type Told, toldColumns } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'

const holders = prepare<{ account: string; id: string; person: string | null }, Told>(
  (p) => sql<Told>`
    select ${toldColumns} from people p
    where p.status = 'ACTIVE' and (${p.person}::uuid is null or p.id = ${p.person}::uuid) and p.id in (
      select g.person_id from grants g
      where g.account_id = ${p.account}::uuid and g.custom_role_id = ${p.id}::uuid and ${grantIsActive})
    order by p.id`,
)

/** Everybody who holds a role and can be told. */
export function holdersToTell(tx: Tx, accountId: AccountId, id: string): Promise<Told[]> {
  return holders(tx, { account: accountId, id, person: null })
}

/** The same of one person; undefined when they hold it no longer. */
export async function holderToTell(
  tx: Tx,
  accountId: AccountId,
  { id, person }: { readonly id: string; readonly person: string },
): Promise<Told | undefined> {
  return (await holders(tx, { account: accountId, id, person }))[0]
}

/** A change of a role, as a letter tells it. */
export type ToldChange = {
  readonly name: string
  readonly by: string | null
  readonly gained: readonly Action[]
  readonly lost: readonly Action[]
}
type Row = Parameters<typeof nameOf>[0] & {
  name: string
  erased: boolean
  actions: Action[]
  before: Action[]
}

const change = prepare<{ account: string; id: string; version: number }, Row>(
  (p) => sql<Row>`
    select v.name, v.actions, coalesce(b.actions, '{}') as before, coalesce(p.status = 'ERASED', true) as erased,
      p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address
    from custom_role_versions v
    left join custom_role_versions b on b.account_id = v.account_id and b.role_id = v.role_id
      and b.version = v.version - 1
    left join people p on p.id = v.changed_by
    where v.account_id = ${p.account}::uuid and v.role_id = ${p.id}::uuid and v.version = ${p.version}::int`,
)

/** What was changed by one version of a role, and by whom. */
export async function changeAt(
  tx: Tx,
  accountId: AccountId,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ToldChange | undefined> {
  const [row] = await change(tx, { account: accountId, id, version })
  return (
    row && {
      name: row.name,
      by: row.erased ? null : nameOf(row),
      gained: row.actions.filter((action) => !row.before.includes(action)),
      lost: row.before.filter((action) => !row.actions.includes(action)),
    }
  )
}

type Retired = Parameters<typeof nameOf>[0] & { name: string; erased: boolean }

const retired = prepare<{ account: string; id: string; by: string | null }, Retired>(
  (p) => sql<Retired>`
    select c.name, coalesce(p.status = 'ERASED', true) as erased, p.first_name as "firstName",
      p.last_name as "lastName", p.preferred_first_name as "preferredFirstName", p.address
    from custom_roles c left join people p on p.id = ${p.by}::uuid
    where c.account_id = ${p.account}::uuid and c.id = ${p.id}::uuid and c.retired_at is not null`,
)

/** What a retired role is called, and who retired it; undefined when it is in use again. */
export async function retiredRole(
  tx: Tx,
  accountId: AccountId,
  { id, by }: { readonly id: string; readonly by: string | null },
): Promise<{ readonly name: string; readonly by: string | null } | undefined> {
  const [row] = await retired(tx, { account: accountId, id, by })
  return row && { name: row.name, by: row.erased ? null : nameOf(row) }
}
