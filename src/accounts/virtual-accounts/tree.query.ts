import { sql } from 'kysely'
import type { AccountId, VirtualAccountId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** How many people hold what in a virtual account itself; those above it come on top. */
export type RoleCounts = {
  readonly VA: number
  readonly VU: number
  readonly VV: number
  readonly CV: number
}

const counts = prepare<
  { account: string; ids: readonly string[] },
  { id: VirtualAccountId; role: keyof RoleCounts; n: number }
>(
  (p) => sql<{ id: VirtualAccountId; role: keyof RoleCounts; n: number }>`
    select g.virtual_account_id as id, g.role, count(*)::int as n from grants g
    where g.account_id = ${p.account}::uuid and g.virtual_account_id = any(${p.ids}::uuid[]) and ${grantIsActive}
    group by g.virtual_account_id, g.role`,
)

/** How many people hold which role in each of these virtual accounts. */
export async function roleCountsIn(
  db: Database,
  account: AccountId,
  ids: readonly VirtualAccountId[],
): Promise<ReadonlyMap<VirtualAccountId, RoleCounts>> {
  if (ids.length === 0) return new Map()
  const found = new Map<VirtualAccountId, RoleCounts>()
  for (const { id, role, n } of await counts(db, { account, ids }))
    found.set(id, { VA: 0, VU: 0, VV: 0, CV: 0, ...found.get(id), [role]: n })
  return found
}

const tagged = prepare<
  { account: string; tag: string },
  { id: VirtualAccountId; role: keyof RoleCounts | null; n: number }
>(
  (p) => sql<{ id: VirtualAccountId; role: keyof RoleCounts | null; n: number }>`
    select x.virtual_account_id as id, g.role, count(g.id)::int as n
    from virtual_account_tags x
    left join grants g on g.account_id = x.account_id and g.virtual_account_id = x.virtual_account_id and ${grantIsActive}
    where x.account_id = ${p.account}::uuid and x.tag_id = ${p.tag}::uuid
    group by x.virtual_account_id, g.role`,
)

/** The virtual accounts that carry a custom tag, with how many people hold which role in each. */
export async function roleCountsTagged(
  db: Database,
  account: AccountId,
  tag: string,
): Promise<ReadonlyMap<VirtualAccountId, RoleCounts>> {
  const found = new Map<VirtualAccountId, RoleCounts>()
  for (const { id, role, n } of await tagged(db, { account, tag }))
    found.set(id, { VA: 0, VU: 0, VV: 0, CV: 0, ...found.get(id), ...(role ? { [role]: n } : {}) })
  return found
}
