import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../platform/db/index.ts'
import { accountRules } from './accounts.query.ts'
import { claimRules } from './claims.query.ts'
import { clockRules } from './clocks.query.ts'
import { conversationRules } from './conversation.query.ts'
import { decisionRules } from './decisions.query.ts'
import { heldRules } from './held.query.ts'

/** Something that must always be true; the query finds the rows for which it is not, each as one text. */
export type Invariant = { readonly id: InvariantId; readonly broken: RawBuilder<{ row: string }> }

export const invariantIds = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'I16',
  'I17',
  'I18',
  'I19',
  'I20',
  'I21',
  'I22',
  'I23',
  'I24',
  'I25',
  'I26',
  'I27',
] as const
/** The name of an invariant, as the documentation numbers them. */
export type InvariantId = (typeof invariantIds)[number]

const most = 20

// Somebody who administers the account, and is there, stands in for the administrator of `g`, directly or by one more.
const standsIn = sql`exists (
  select from delegates d
  left join delegates further on further.account_id = d.account_id and further.person_id = d.delegate_id
  join people q on q.id in (d.delegate_id, further.delegate_id)
  join grants h on h.account_id = d.account_id and h.person_id = q.id and h.role = 'SA' and h.revoked_at is null
    and h.suspended_at is null
    and (h.ends_at is null or h.ends_at > app_now())
  where d.account_id = g.account_id and d.person_id = g.person_id and q.status = 'ACTIVE'
    and q.mail_bounced_at is null and (q.away_until is null or q.away_until <= app_now() or q.away_from > app_now()))`

const others: readonly Invariant[] = [
  {
    id: 'I6',
    broken: sql`
      select a.identifier as row from accounts a
      where a.status = 'ACTIVE'
        and not exists (
          select from grants g join people p on p.id = g.person_id
          where g.account_id = a.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
            and (g.ends_at is null or g.ends_at > app_now()) and p.status = 'ACTIVE' and p.mail_bounced_at is null
            and (p.away_until is null or p.away_until <= app_now() or p.away_from > app_now() or ${standsIn}))
        and not exists (select from cases c where c.account_id = a.id and c.status not in ('RESOLVED', 'CLOSED'))`,
  },
  {
    id: 'I7',
    broken: sql`
      with walked as (
        select e.*, row_number() over chain as n, lag(e.hash) over chain as before,
          lead(e.seq) over chain is null as last
        from events e window chain as (partition by e.account_id order by e.seq)
      )
      select account_id || ' event ' || seq as row from walked
      where seq <> n or hash <> event_hash(previous_hash, seq, occurred_at, account_id, body)
        or previous_hash <> coalesce(before, sha256(convert_to(account_id::text, 'UTF8')))
        or (last and not exists (
          select from chain_heads h where h.account_id = walked.account_id and h.seq = walked.seq and h.hash = walked.hash))
      union all
      select h.account_id || ' head' from chain_heads h
      where h.seq > 0 and not exists (select from events e where e.account_id = h.account_id)`,
  },
  {
    id: 'I8',
    broken: sql`
      select r.reference as row from access_requests r
      left join lateral (
        select count(*) filter (where e.type = 'access-request.submitted') as births,
          count(*) filter (where e.type = 'access-request.' || lower(r.status)) as ends,
          count(*) filter (where e.type in ('access-request.approved', 'access-request.declined',
            'access-request.withdrawn', 'access-request.expired', 'access-request.closed',
            'access-request.information-asked', 'access-request.answered')) as changes
        from events e where e.account_id = r.account_id and e.request_id = r.id
      ) told on true
      where told.births <> 1 or told.changes <> r.status_changes
        or told.ends <> case when r.settled_at is null then 0 else 1 end`,
  },
  {
    id: 'I9',
    broken: sql`
      select j.account_id || ' job ' || j.kind || ' ' || j.key as row from jobs j
      where (j.lease_until < app_now() - interval '5 minutes' and j.failed_at is null)
        or j.lease_until > app_now() + interval '5 minutes'
        or (j.kind = 'announce' and not exists (
          select from events e where e.account_id = j.account_id and e.id::text = j.key))
        or (j.kind = 'mail' and not exists (
          select from mails m where m.account_id = j.account_id and m.id::text = j.key))
      union all
      select m.account_id || ' mail ' || m.id from mails m
      where m.state in ('QUEUED', 'DEFERRED') and m.settled_at is null
        and m.queued_at < app_now() - interval '5 minutes'
        and not exists (select from jobs j where j.account_id = m.account_id and j.kind = 'mail' and j.key = m.id::text)
        and not exists (select from mails d where d.id = m.digest_id and d.state in ('QUEUED', 'DEFERRED'))
        and not (m.held_until is not null and m.digest_id is null and exists (
          select from jobs j where j.kind = 'digest' and j.payload ->> 'person' = m.person_id::text))`,
  },
  {
    id: 'I10',
    broken: sql`
      with sent as (
        select m.*, lag(m.reminded_at) over (partition by m.account_id, m.request_id order by m.reminded_at) as before,
          lag(m.reminded_at) over (partition by m.account_id, m.request_id, m.kind order by m.n) as same
        from reminders m
      )
      select r.reference || ' ' || s.kind || ' ' || s.n as row
      from sent s join access_requests r on r.account_id = s.account_id and r.id = s.request_id
      where s.kind = 'BY_HAND' and (
        s.n not between 1 and 3 or s.reminded_at < r.submitted_at + interval '48 hours'
        or s.reminded_at < s.same + interval '48 hours' or s.reminded_at < s.before + interval '24 hours')
      union all
      select r.reference || ' counts ' || r.reminders_by_hand from access_requests r
      where r.reminders_by_hand <> (
        select count(*) from reminders m
        where m.account_id = r.account_id and m.request_id = r.id and m.kind = 'BY_HAND')
      union all
      select m.account_id || ' ' || m.request_id || ' ' || m.kind || ' ' || m.n from reminders m
      group by m.account_id, m.request_id, m.kind, m.n having count(*) > 1`,
  },
  {
    id: 'I11',
    broken: sql`
      select m.kind || ' ' || m.id as row
      from mails m join access_requests r on r.account_id = m.account_id and r.id = m.request_id
      where m.kind like 'access-request.%.approver' and m.state = 'ACCEPTED'
        and (m.person_id in (r.requester_id, r.beneficiary_id) or not exists (
          select from grants g
          where g.account_id = m.account_id and g.person_id = m.person_id and (g.decides or exists (
              select from custom_role_versions v where v.account_id = g.account_id and v.role_id = g.custom_role_id
                and 'decide-requests' = any(v.actions)))
            and g.created_at <= m.settled_at
            and (g.revoked_at is null or g.revoked_at > m.settled_at - interval '1 minute')
            and (g.suspended_at is null or g.suspended_at > m.settled_at - interval '1 minute')
            and (g.ends_at is null or g.ends_at > m.settled_at - interval '1 minute')))`,
  },
  {
    id: 'I12',
    broken: sql`
      select min(r.reference) || ' and ' || max(r.reference) as row from access_requests r
      where r.status in ('PENDING', 'INFO_REQUESTED')
      group by r.account_id, r.beneficiary_id having count(*) > 1`,
  },
  {
    id: 'I13',
    broken: sql`
      select 'session of ' || p.id as row from auth.session s join people p on p.id = s."userId"
      where p.status <> 'ACTIVE' and s."endedAt" is null and s."expiresAt" > app_now()
      union all
      select 'token of ' || p.id from personal_tokens t join people p on p.id = t.person_id
      where p.status <> 'ACTIVE' and t.revoked_at is null and t.expires_at > app_now()`,
  },
  {
    id: 'I14',
    broken: sql`
      select k.person_id || ' ' || k.key as row from idempotency_keys k
      where k.object_id is not null
        and not exists (select from access_requests r where r.account_id = k.account_id and r.id = k.object_id)
        and not exists (select from decisions d where d.account_id = k.account_id and d.id = k.object_id)
        and not exists (select from cases c where c.account_id = k.account_id and c.id = k.object_id)
        and not exists (select from account_applications a where a.account_id = k.account_id and a.id = k.object_id)
      union all
      select k.person_id || ' ' || k.key from idempotency_keys k
      group by k.person_id, k.key having count(*) > 1`,
  },
  {
    id: 'I15',
    broken: sql`
      select r.reference as row from access_requests r
      where r.version <> 1 + r.amendments + r.status_changes
        or r.amendments <> (
          select count(*) from amendments m where m.account_id = r.account_id and m.request_id = r.id)`,
  },
  ...claimRules,
  ...clockRules,
  ...conversationRules,
  ...accountRules,
  ...heldRules,
]

/** Every invariant, in the order of their numbers. */
export const invariants: readonly Invariant[] = [...decisionRules, ...others]

/** The rows that break an invariant, twenty at most. */
export async function broken(db: Database, invariant: Invariant): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select row from (${invariant.broken}) found limit ${most}`.execute(db)
  return rows.map(({ row }) => row)
}

/** Whether the application could change history: true when one database role does everything. */
export async function canChangeHistory(db: Database): Promise<boolean> {
  const { rows } = await sql<{ can: boolean }>`
    select has_table_privilege('events', 'UPDATE') or has_table_privilege('events', 'DELETE') as can`.execute(
    db,
  )
  return rows[0]?.can ?? false
}

/** Trouble that an operator should look at, though nothing is wrong in itself. */
export type Trouble = {
  readonly deadJobs: number
  readonly bouncedMails: number
  readonly waitingMails: number
}

/** Counts of work that was given up, mail that came back, and mail that waits for longer than ten minutes. */
export async function troubleOf(db: Database): Promise<Trouble> {
  const { rows } = await sql<Trouble>`
    select (select count(*)::int from jobs where failed_at is not null) as "deadJobs",
      (select count(*)::int from mails where state = 'BOUNCED') as "bouncedMails",
      (select count(*)::int from mails where state in ('QUEUED', 'DEFERRED')
        and queued_at < app_now() - interval '10 minutes') as "waitingMails"`.execute(db)
  return rows[0] ?? { deadJobs: 0, bouncedMails: 0, waitingMails: 0 }
}
