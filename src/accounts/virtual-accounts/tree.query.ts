import { type RawBuilder, sql } from 'kysely'
import type { AccountId, VirtualAccountId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, type Placeholders, prepare } from '../../platform/db/index.ts'

/** How many people hold what in a virtual account itself; those above it come on top. */
export type RoleCounts = {
  readonly VA: number
  readonly VU: number
  readonly VV: number
  readonly CV: number
}

/** A custom tag, as far as lists of virtual accounts show it. */
export type TagName = { readonly id: string; readonly name: string }

/** What lists of virtual accounts say about each beside its name. */
export type PlaceFacts = {
  readonly counts: ReadonlyMap<VirtualAccountId, RoleCounts>
  /** The tags of the account, to narrow a list by. */
  readonly tags: readonly TagName[]
  /** Which of them a virtual account carries. */
  readonly tagsOn: ReadonlyMap<VirtualAccountId, readonly TagName[]>
  /** Those that are described, in no order. */
  readonly ids: readonly VirtualAccountId[]
}

type Values = { account: string; ids: readonly string[]; tag: string | null }
type Row = {
  readonly ids: VirtualAccountId[]
  readonly held: { readonly id: VirtualAccountId; readonly role: keyof RoleCounts; readonly n: number }[]
  readonly tags: TagName[]
  readonly carried: (TagName & { readonly place: VirtualAccountId })[]
}

const described = (p: Placeholders<Values>, which: RawBuilder<unknown>) => sql<Row>`
  with shown as materialized (${which})
  select array(select id from shown) as ids,
    coalesce((select json_agg(h) from (
      select g.virtual_account_id as id, g.role, count(*)::int as n from grants g
      where g.account_id = ${p.account}::uuid and g.virtual_account_id = any(array(select id from shown))
        and ${grantIsActive}
      group by g.virtual_account_id, g.role) h), '[]') as held,
    coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name))
      from custom_tags t where t.account_id = ${p.account}::uuid), '[]') as tags,
    coalesce((select json_agg(json_build_object('place', x.virtual_account_id, 'id', t.id, 'name', t.name)
        order by lower(t.name))
      from virtual_account_tags x join custom_tags t on t.account_id = x.account_id and t.id = x.tag_id
      where x.account_id = ${p.account}::uuid and x.virtual_account_id = any(array(select id from shown))
    ), '[]') as carried`

const ofThese = prepare<Values, Row>((p) => described(p, sql`select unnest(${p.ids}::uuid[]) as id`))
const ofTag = prepare<Values, Row>((p) =>
  described(
    p,
    sql`select x.virtual_account_id as id from virtual_account_tags x
      where x.account_id = ${p.account}::uuid and x.tag_id = ${p.tag}::uuid`,
  ),
)

/** What is said about these virtual accounts, or about those that carry a tag. */
export async function placeFacts(
  db: Database,
  accountId: AccountId,
  which: { readonly ids: readonly VirtualAccountId[] } | { readonly tag: string },
): Promise<PlaceFacts> {
  const [row] =
    'tag' in which
      ? await ofTag(db, { account: accountId, ids: [], tag: which.tag })
      : await ofThese(db, { account: accountId, ids: which.ids, tag: null })
  if (!row) throw new Error('A query without a from gives one row')
  const counts = new Map<VirtualAccountId, RoleCounts>()
  for (const { id, role, n } of row.held)
    counts.set(id, { VA: 0, VU: 0, VV: 0, CV: 0, ...counts.get(id), [role]: n })
  return { counts, tags: row.tags, tagsOn: Map.groupBy(row.carried, ({ place }) => place), ids: row.ids }
}
