import { sql } from 'kysely'
import type { Invariant } from './invariants.query.ts'

/** What must be true of what people say to each other. */
export const conversationRules: readonly Invariant[] = [
  {
    id: 'I19',
    broken: sql`
      select r.reference as row from access_requests r
      where r.status = 'INFO_REQUESTED' and not exists (
        select from questions q
        where q.account_id = r.account_id and q.request_id = r.id and q.answered_at is null)
      union all
      select r.reference || ' ' || q.n from questions q
      join access_requests r on r.account_id = q.account_id and r.id = q.request_id
      where r.status = 'PENDING' and q.answered_at is null
      union all
      select 'comment ' || c.id from comments c
      join access_requests r on r.account_id = c.account_id and r.id = c.request_id
      where c.side = 'ACCOUNT' and c.written_by in (r.requester_id, r.beneficiary_id)`,
  },
]
