import { sql } from 'kysely'
import type { AccountId } from '../kernel/id.ts'
import { type Database, prepare } from '../platform/db/index.ts'

/** What hangs on an account now. */
export type Weight = {
  readonly members: number
  readonly grants: number
  /** Who may accept agreements; that does not go on in another account. */
  readonly approvers: number
  readonly requests: number
  readonly places: number
  readonly domains: readonly string[]
  readonly mergedInto: { readonly name: string; readonly identifier: string } | null
}

const weigh = prepare<{ account: string }, Weight>(
  (p) => sql<Weight>`
    select held.*, a.verified_domains as domains,
      (select count(*)::int from access_requests r where r.account_id = a.id
        and r.status in ('PENDING', 'INFO_REQUESTED')) as requests,
      (select count(*)::int from virtual_accounts v where v.account_id = a.id and v.closed_at is null) as places,
      (select json_build_object('name', b.name, 'identifier', b.identifier) from accounts b
        where b.id = a.merged_into) as "mergedInto"
    from accounts a cross join lateral (
      select count(distinct g.person_id)::int as members, count(*)::int as grants,
        count(distinct g.person_id) filter (where g.role = 'AG')::int as approvers
      from grants g where g.account_id = a.id and g.revoked_at is null
        and (g.ends_at is null or g.ends_at > app_now())) held
    where a.id = ${p.account}::uuid`,
)

/** Counts what a change of this account would touch. */
export async function weightOf(db: Database, accountId: AccountId): Promise<Weight> {
  const [row] = await weigh(db, { account: accountId })
  if (!row) throw new Error('An account that was named is gone')
  return row
}
