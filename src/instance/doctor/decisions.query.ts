import { sql } from 'kysely'
import type { Invariant } from './invariants.query.ts'

/** A grant that this decision made is no proof of the decider's power; one that was ended before it is none either. */
const heldThen = sql`
  g.account_id = d.account_id and g.person_id = d.decided_by
  and g.created_at <= d.decided_at and g.decision_id is distinct from d.id
  and (g.ends_at is null or g.ends_at > d.decided_at)
  and (g.suspended_at is null or g.suspended_at > d.decided_at - interval '1 minute')
  -- The order of commits is the order of the chain: a clock read while waiting for a lock is too early.
  and (g.revoked_at is null or g.revoked_at > d.decided_at or exists (
    select from events taken, events decided
    where taken.account_id = d.account_id and taken.type = 'grant.revoked'
      and (taken.body::jsonb -> 'facts' ->> 'grantId') = g.id::text
      and decided.account_id = d.account_id and decided.request_id = d.request_id and decided.actor_id = d.decided_by
      and decided.type in ('access-request.approved', 'access-request.declined', 'access-request.first-approval')
      and decided.seq < taken.seq))`

/** The grant `g` decides on requests: by its role or, of a role of the account's own, by one of its versions until then. */
const decidedThen = sql`(g.role in ('SA', 'VA') or exists (
  select from custom_role_versions w
  where w.account_id = g.account_id and w.role_id = g.custom_role_id and w.changed_at <= d.decided_at
    and 'decide-requests' = any(w.actions)))`

/** Two agents of support decided, on proof, and gave nothing that gives power over others, for 90 days at most. */
const bySupport = sql`exists (
  select from support_proposals s
  where s.account_id = d.account_id and s.request_id = d.request_id and s.state = 'CONFIRMED'
    and s.settled_by = d.decided_by and s.proposed_by <> s.settled_by and s.verdict = d.verdict
    and s.role is not distinct from d.role and coalesce(d.role, '') not in ('SA', 'VA')
    and (d.verdict = 'DECLINE' or d.ends_at <= d.decided_at + interval '91 days')
    -- the file itself may be erased with whom it is about
    and exists (
      select from events e where e.account_id = s.account_id and e.type = 'case.proof-added'
        and (e.body::jsonb -> 'facts' ->> 'caseId') = s.case_id::text))`

/** What must be true of decisions, and of what they give. */
export const decisionRules: readonly Invariant[] = [
  {
    id: 'I1',
    broken: sql`
      select r.reference as row
      from decisions d join access_requests r on r.account_id = d.account_id and r.id = d.request_id
      where d.final group by r.account_id, r.id, r.reference having count(*) > 1
      union all
      select r.reference || ' by ' || d.decided_by
      from decisions d join access_requests r on r.account_id = d.account_id and r.id = d.request_id
      where not d.final
      group by r.account_id, r.id, r.reference, d.request_version, d.decided_by having count(*) > 1`,
  },
  {
    id: 'I2',
    broken: sql`
      select r.reference as row
      from access_requests r
      left join lateral (
        select bool_or(d.verdict = 'APPROVE') as approved, bool_or(d.verdict = 'DECLINE') as declined,
          bool_or(exists (select from grants g where g.account_id = d.account_id and g.decision_id = d.id)) as given
        from decisions d where d.account_id = r.account_id and d.request_id = r.id and d.final
      ) f on true
      where (r.status = 'APPROVED') <> (coalesce(f.approved, false) and coalesce(f.given, false))
        or (r.status = 'DECLINED') <> coalesce(f.declined, false)
        or (coalesce(f.given, false) and r.status <> 'APPROVED')`,
  },
  {
    id: 'I3',
    broken: sql`
      select 'grant ' || g.id as row from grants g
      where (g.source = 'REQUEST' and not exists (
          select from decisions d join access_requests r on r.account_id = d.account_id and r.id = d.request_id
          where d.account_id = g.account_id and d.id = g.decision_id and d.request_id = g.request_id
            and r.beneficiary_id = g.person_id))
        or (g.source = 'RULE' and not exists (
          select from decisions d where d.account_id = g.account_id and d.id = g.decision_id
            and d.request_id = g.request_id and d.rule_id is not null))
        or (g.source not in ('REQUEST', 'RULE') and (g.request_id is not null or g.decision_id is not null))
        or not exists (select from people p where p.id = g.person_id)`,
  },
  {
    id: 'I4',
    broken: sql`
      select r.reference as row
      from decisions d join access_requests r on r.account_id = d.account_id and r.id = d.request_id
      where d.decided_by in (r.requester_id, r.beneficiary_id) or (d.rule_id is not null and exists (
        select from rule_versions v
        where v.account_id = d.account_id and v.rule_id = d.rule_id and v.version = d.rule_version
          and v.changed_by in (r.requester_id, r.beneficiary_id)))`,
  },
  {
    id: 'I5',
    broken: sql`
      select r.reference as row
      from decisions d join access_requests r on r.account_id = d.account_id and r.id = d.request_id
      where d.rule_id is null
        and not exists (select from grants g where g.virtual_account_id is null and ${decidedThen} and ${heldThen}) and not ${bySupport}
        and (coalesce(d.scope, r.ask_scope) <> 'VIRTUAL' or d.role not in ('VV', 'VU', 'VA', 'CV') or exists (
          select from unnest(case when d.verdict = 'APPROVE' then d.virtual_account_ids else r.ask_virtual_account_ids end)
            as place (id)
          where not exists (
            select from virtual_accounts v join grants g on g.virtual_account_id = any(v.path)
            where v.account_id = d.account_id and v.id = place.id and ${decidedThen} and ${heldThen})))`,
  },
]
