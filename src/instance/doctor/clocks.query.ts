import { sql } from 'kysely'
import type { Invariant } from './invariants.query.ts'

/** What must be true of what happens by itself. */
export const clockRules: readonly Invariant[] = [
  {
    id: 'I18',
    broken: sql`
      select r.reference as row from access_requests r
      join accounts a on a.id = r.account_id and a.status <> 'SUSPENDED'
      where r.status in ('PENDING', 'INFO_REQUESTED') and (r.next_step_at is null or not exists (
        select from clocks k where k.account_id = r.account_id and k.subject_id = r.id and k.settled_at is null))
      union all
      select r.reference || ' ' || k.kind from clocks k
      join access_requests r on r.account_id = k.account_id and r.id = k.subject_id
      where k.settled_at is null and r.status not in ('PENDING', 'INFO_REQUESTED')
      union all
      select k.account_id || ' ' || k.kind || ' of ' || k.subject_id from clocks k
      where k.settled_at is null and k.due_at < app_now() - interval '1 hour' and k.failures > 0`,
  },
]
