import { sql } from 'kysely'
import type { Invariant } from './invariants.query.ts'

/** What must be true of whole accounts. */
export const accountRules: readonly Invariant[] = [
  {
    id: 'I20',
    broken: sql`
      select a.identifier || ' holds ' || g.id as row from accounts a join grants g on g.account_id = a.id
      where a.status = 'CLOSED' and g.revoked_at is null and (g.ends_at is null or g.ends_at > app_now())
      union all
      select a.identifier || ' ' || r.reference from accounts a join access_requests r on r.account_id = a.id
      where a.status = 'CLOSED' and r.status in ('PENDING', 'INFO_REQUESTED')
      union all
      select a.identifier || ' gives ' || g.id from accounts a join grants g on g.account_id = a.id
      where a.status = 'SUSPENDED' and g.revoked_at is null and g.suspended_at is null
      union all
      select a.identifier || ' pauses ' || g.id from accounts a join grants g on g.account_id = a.id
      where a.status = 'ACTIVE' and g.revoked_at is null and g.suspended_because = 'ACCOUNT'
      union all
      select 'merged ' || p.id from people p
      where p.merged_into is not null and exists (select from grants g where g.person_id = p.id and g.revoked_at is null)`,
  },
]
