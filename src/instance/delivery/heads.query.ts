import { sql } from 'kysely'
import { prepare, type Tx } from '../../platform/db/index.ts'

type NamedHead = { readonly name: string; readonly seq: number; readonly hash: string }

const heads = prepare<{ person: string }, NamedHead>(
  (p) => sql<NamedHead>`
    select a.identifier as name, h.seq, encode(h.hash, 'hex') as hash
    from grants g
    join accounts a on a.id = g.account_id
    join chain_heads h on h.account_id = g.account_id
    where g.person_id = ${p.person}::uuid and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
      and (g.ends_at is null or g.ends_at > app_now())
    order by a.identifier limit 20`,
)

/** The heads of the event chains of the accounts that this person administers. */
export function headsFor(tx: Tx, person: string): Promise<NamedHead[]> {
  return heads(tx, { person })
}
