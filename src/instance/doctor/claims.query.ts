import { sql } from 'kysely'
import type { Invariant } from './invariants.query.ts'

/** What must be true of claims to administer an account. */
export const claimRules: readonly Invariant[] = [
  {
    id: 'I16',
    broken: sql`
      select c.reference as row from claims c
      where c.status = 'GRANTED' and (
        c.proof is null or c.settled_at < c.notice_ends_at or c.notice_ends_at < c.proved_at + interval '7 days'
        or (select count(*) from claim_approvals y where y.account_id = c.account_id and y.claim_id = c.id
          and y.agent_id <> c.claimant_id) < 2
        or not exists (select from grants g where g.account_id = c.account_id and g.id = c.grant_id
          and g.person_id = c.claimant_id and g.role = 'SA' and g.source = 'DIRECT'))
      union all
      select c.reference from claims c
      where c.status in ('GRANTED', 'REJECTED', 'STOPPED', 'WITHDRAWN', 'LAPSED') and not exists (
        select from events e where e.account_id = c.account_id and e.type = 'claim.' || lower(c.status)
          and (e.body::jsonb -> 'facts' ->> 'claimId') = c.id::text)`,
  },
  {
    id: 'I17',
    broken: sql`
      select c.reference as row from claims c
      cross join lateral (select exists (select from clocks k
        where k.account_id = c.account_id and k.subject_id = c.id and k.settled_at is null) as clocked) k
      where (c.status in ('OPEN', 'NOTICE') and not k.clocked)
        or (c.status not in ('OPEN', 'NOTICE', 'WITH_SUPPORT') and k.clocked)`,
  },
]
