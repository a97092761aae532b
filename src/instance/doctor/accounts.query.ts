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
  {
    id: 'I24',
    broken: sql`
      select a.identifier || ' accepted version ' || c.version as row from agreement_acceptances c
      join accounts a on a.id = c.account_id
      where not exists (select from agreement_versions v
        where v.agreement_id = c.agreement_id and v.version = c.version and v.published_at <= c.accepted_at)
      union all
      select o.reference || ' opened without ' || t.id from account_applications o
      join agreements t on t.account_id = o.account_id and (t.retired_at is null or t.retired_at > o.settled_at)
      where o.status = 'ACTIVE' and exists (select from agreement_versions v
          where v.account_id = t.account_id and v.agreement_id = t.id and v.published_at < o.settled_at)
        and not exists (select from agreement_acceptances c
          where c.account_id = o.new_account_id and c.agreement_id = t.id and c.accepted_at <= o.settled_at)`,
  },
  {
    id: 'I25',
    broken: sql`
      select a.identifier || ' takes ' || r.reference as row from blocks b
      join accounts a on a.id = b.account_id
      join access_requests r on r.account_id = b.account_id and r.beneficiary_id = b.person_id
        and r.submitted_at > b.blocked_at + interval '1 minute'
        and r.submitted_at < coalesce(b.lifted_at, b.blocked_until)
      where b.virtual_account_ids is null
        and not exists (select from people m where m.merged_into = b.person_id)
      union all
      select a.identifier || ' blocks by ' || b.id from blocks b join accounts a on a.id = b.account_id
      left join decisions d on d.account_id = b.account_id and d.id = b.decision_id
      where b.person_id = b.blocked_by or (b.decision_id is not null and d.verdict <> 'DECLINE')`,
  },
  {
    id: 'I26',
    broken: sql`
      select o.reference as row from account_applications o
      where o.settled_at is null and not exists (
        select from clocks k where k.account_id = o.account_id and k.subject_id = o.id
          and k.kind = 'application.lapse' and k.settled_at is null)
      union all
      select o.reference || ' opened no account' from account_applications o
      where o.status = 'ACTIVE' and not exists (
        select from virtual_accounts v where v.account_id = o.new_account_id and v.is_default)`,
  },
]
