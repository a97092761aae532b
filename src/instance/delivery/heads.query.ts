import { sql } from 'kysely'
import { installation } from '../../kernel/id.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

type NamedHead = { readonly name: string; readonly seq: number; readonly hash: string }

const heads = prepare<{ person: string; installation: string }, NamedHead>(
  (p) => sql<NamedHead>`
    select 'installation' as name, h.seq, encode(h.hash, 'hex') as hash
    from people p join chain_heads h on h.account_id = ${p.installation}::uuid
    where p.id = ${p.person}::uuid and p.is_operator and p.status = 'ACTIVE'
    union all (
    select a.identifier as name, h.seq, encode(h.hash, 'hex') as hash
    from grants g
    join accounts a on a.id = g.account_id
    join chain_heads h on h.account_id = g.account_id
    where g.person_id = ${p.person}::uuid and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
      and (g.ends_at is null or g.ends_at > app_now())
    order by a.identifier limit 20)`,
)

/** The heads of the event chains that this person answers for: of the accounts they administer, and of the installation when they operate it. */
export function headsFor(tx: Tx, person: string): Promise<NamedHead[]> {
  return heads(tx, { person, installation })
}
