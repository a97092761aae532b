import { sql } from 'kysely'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { Link } from '../domain/chain.ts'

/** An event with the words it seals, while they are there, and the columns by which it is found. */
export type SealedLink = Link & {
  readonly salt: string | null
  readonly content: unknown
  /** Absent in a file of exported events. */
  readonly type?: string
  readonly actor?: string | null
  readonly request?: string | null
}

const next = prepare<{ account: string; after: number; most: number }, SealedLink>(
  (p) => sql<SealedLink>`
    select e.seq, (extract(epoch from e.occurred_at) * 1000000)::bigint::text as micros, e.body,
      encode(e.previous_hash, 'hex') as previous, encode(e.hash, 'hex') as hash, d.salt, d.content,
      e.type, e.actor_id as actor, e.request_id as request
    from events e
    left join event_details d on d.account_id = e.account_id and d.event_id = e.id
    where e.account_id = ${p.account}::uuid and e.seq > ${p.after}::bigint
    order by e.seq limit ${p.most}::int`,
)

/** The events of a chain after a number, in their order. */
export function linksAfter(
  db: Database,
  account: string,
  after: number,
  most: number,
): Promise<SealedLink[]> {
  return next(db, { account, after, most })
}

/** Where a chain ends, as its head says. */
export type Head = { readonly account: string; readonly seq: number; readonly hash: string }

/** The heads of all chains, or of one. */
export async function headsOf(db: Database, account: string | null): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select c.account_id as account, coalesce(h.seq, 0)::bigint as seq, coalesce(encode(h.hash, 'hex'), '') as hash
    from (select account_id from chain_heads union select account_id from events) c
    left join chain_heads h on h.account_id = c.account_id
    where ${account}::uuid is null or c.account_id = ${account}::uuid
    order by c.account_id`.execute(db)
  return rows
}

/** The heads of the chains that grew within so many hours. */
export async function freshHeads(db: Database, hours: number): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select h.account_id as account, h.seq, encode(h.hash, 'hex') as hash
    from chain_heads h join events e on e.account_id = h.account_id and e.seq = h.seq
    where e.occurred_at > app_now() - make_interval(hours => ${hours}::int)
    order by h.account_id`.execute(db)
  return rows
}
