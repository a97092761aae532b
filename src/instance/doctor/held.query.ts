import { sql } from 'kysely'
import type { Invariant } from './invariants.query.ts'

// A clock that is late is another rule's; here it is missing.
const noClock = (kind: string, subject: string) => sql`not exists (
  select from clocks k where k.account_id = ${sql.ref(`${subject}.account_id`)}
    and k.subject_id = ${sql.ref(`${subject}.id`)} and k.kind = ${sql.lit(kind)} and k.settled_at is null)`

/** The seats of a group: the account, or each of its virtual accounts that is open. */
const seats = sql`(
  select null::uuid as seat where cardinality(u.virtual_account_ids) = 0
  union all
  select v.id from virtual_accounts v
  where v.account_id = u.account_id and v.id = any(u.virtual_account_ids) and v.closed_at is null)`
const byTheGroup = sql`g.account_id = u.account_id and g.group_id = u.id and g.revoked_at is null`

/** What must be true of what people hold. */
export const heldRules: readonly Invariant[] = [
  {
    id: 'I21',
    broken: sql`
      select a.identifier || ' review ' || w.id as row from reviews w join accounts a on a.id = w.account_id
      where w.status = 'OPEN' and ${noClock('review.close', 'w')}
      union all
      select a.identifier || ' left ' || i.grant_id from review_items i
      join reviews w on w.account_id = i.account_id and w.id = i.review_id and w.status = 'CLOSED'
      join accounts a on a.id = w.account_id
      where i.outcome is null or (i.outcome = 'KEPT' and i.answer is distinct from 'KEEP')
      union all
      select a.identifier || ' let go on ' || i.grant_id from review_items i
      join grants g on g.account_id = i.account_id and g.id = i.grant_id and g.revoked_at is null
        and g.suspended_at is null and (g.ends_at is null or g.ends_at > app_now())
      join accounts a on a.id = i.account_id
      where i.outcome = 'SUSPENDED' and not exists (
        select from event_objects o
        join events e on e.account_id = o.account_id and e.seq = o.seq and e.type = 'grant.reactivated'
        where o.account_id = i.account_id and o.object_id = i.grant_id)`,
  },
  {
    id: 'I22',
    broken: sql`
      select u.account_id || ' group ' || u.id || ' holds ' || g.id as row
      from user_groups u join grants g on ${byTheGroup}
      where u.closed_at is not null or g.role <> u.role or g.custom_role_id is distinct from u.custom_role_id
        or g.ends_at is not null
        or not exists (select from ${seats} s where s.seat is not distinct from g.virtual_account_id)
        or not exists (select from user_group_members m
          where m.account_id = u.account_id and m.group_id = u.id and m.person_id = g.person_id)
      union all
      select u.account_id || ' group ' || u.id || ' without ' || m.person_id
      from user_groups u join user_group_members m on m.account_id = u.account_id and m.group_id = u.id
      cross join lateral ${seats} s
      where u.closed_at is null and not exists (
        select from grants g
        where ${byTheGroup} and g.person_id = m.person_id and g.virtual_account_id is not distinct from s.seat)`,
  },
  {
    id: 'I23',
    broken: sql`
      select a.identifier || ' ended ' || g.id as row from grants g join accounts a on a.id = g.account_id
      where g.ends_at < app_now() - interval '1 day' and g.revoked_at is null and g.expired_at is null
        and ${noClock('grant-expiry', 'g')}`,
  },
  {
    id: 'I27',
    broken: sql`
      select a.identifier || ' holds ' || g.id as row
      from grants g join custom_roles c on c.account_id = g.account_id and c.id = g.custom_role_id
      join accounts a on a.id = g.account_id
      where g.revoked_at is null and (g.custom_actions <> c.actions
        or (c.reach = 'VIRTUAL') <> (g.virtual_account_id is not null)
        or (c.retired_at is not null and (g.ends_at is null or g.ends_at > app_now())))
      union all
      select a.identifier || ' role ' || c.id from custom_roles c join accounts a on a.id = c.account_id
      where not exists (
        select from custom_role_versions v
        where v.account_id = c.account_id and v.role_id = c.id and v.version = c.version and v.actions = c.actions)
      union all
      select a.identifier || ' rule ' || r.id from rules r join accounts a on a.id = r.account_id
      where r.outcome -> 'role' ->> 'custom' is not null and not exists (
        select from custom_role_versions v
        where v.account_id = r.account_id and v.role_id::text = r.outcome -> 'role' ->> 'custom'
          and v.version = (r.outcome -> 'role' ->> 'version')::int)
      union all
      select a.identifier || ' by a rule ' || d.id from decisions d
      join custom_role_versions v on v.account_id = d.account_id and v.role_id = d.custom_role_id
        and v.version = d.custom_role_version
      join accounts a on a.id = d.account_id
      where d.rule_id is not null and not v.actions <@ array['see-account', 'see-virtual-accounts', 'use',
        'see-people', 'see-requests', 'see-event-log', 'export-event-log']`,
  },
]
