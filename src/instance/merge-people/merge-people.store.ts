import { sql } from 'kysely'
import { sameRoleAs } from '../../people/index.ts'
import type { AccountId, GrantId, PersonId, RequestId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

/** Two identities of one person: the one that stays, and the one that goes on only in history. */
export type Pair = { readonly stays: PersonId; readonly goes: PersonId }

type Twice = { accountId: AccountId; id: RequestId }

const twice = prepare<Pair, Twice>(
  (p) => sql<Twice>`
    select r.account_id as "accountId", r.id from access_requests r
    where r.beneficiary_id = ${p.goes}::uuid and r.status in ('PENDING', 'INFO_REQUESTED')
      and exists (select from access_requests o where o.account_id = r.account_id
        and o.beneficiary_id = ${p.stays}::uuid and o.status in ('PENDING', 'INFO_REQUESTED'))
    order by r.account_id, r.id`,
)
const holdOpen = prepare<Pair, never>(
  (p) => sql<never>`
    select from access_requests r
    where r.status in ('PENDING', 'INFO_REQUESTED')
      and (r.beneficiary_id in (${p.stays}::uuid, ${p.goes}::uuid) or r.requester_id in (${p.stays}::uuid, ${p.goes}::uuid))
    order by r.account_id, r.id for update`,
)

/** The open requests for the one that goes, where the one that stays has one, too; all of both are held. */
export async function askedTwice(tx: Tx, pair: Pair): Promise<Twice[]> {
  await holdOpen(tx, pair)
  return twice(tx, pair)
}

/** A grant of the one that goes, and what becomes of it. */
export type Joined = {
  readonly accountId: AccountId
  readonly id: GrantId
  /** `SELF`: the other identity gave it, which nobody does for themselves. */
  readonly how: 'MOVED' | 'HELD' | 'SELF'
}

const sameSeat = sql`o.account_id = g.account_id and ${sameRoleAs('o', 'g')}
  and o.virtual_account_id is not distinct from g.virtual_account_id and o.revoked_at is null`
// A rule decides in the name of nobody, but whoever wrote it last gains nothing by it.
const withRule = sql`left join rule_versions v
  on v.account_id = d.account_id and v.rule_id = d.rule_id and v.version = d.rule_version`
// Whoever widened a role gave it to all who held it.
const widenedBy = (person: unknown) => sql`exists (
  select from custom_role_versions w
  join custom_role_versions b on b.account_id = w.account_id and b.role_id = w.role_id and b.version = w.version - 1
  where w.account_id = g.account_id and w.role_id = g.custom_role_id and w.changed_by = ${person}::uuid
    and w.changed_at > g.created_at and not w.actions <@ b.actions)`
const isOwnGift = (p: {
  stays: unknown
}) => sql`(g.given_by = ${p.stays}::uuid or ${widenedBy(p.stays)} or exists (
  select from decisions d ${withRule}
  where d.account_id = g.account_id and d.request_id = g.request_id and d.final
    and ${p.stays}::uuid in (d.decided_by, v.changed_by)))`
const longer = sql`(g.ends_at is null or (o.ends_at is not null and g.ends_at > o.ends_at))`

const selfGiven = prepare<Pair & { by: string | null }, Joined>(
  (p) => sql<Joined>`
    update grants g set revoked_at = app_now(), revoked_by = ${p.by}::uuid
    where g.person_id = ${p.stays}::uuid and g.revoked_at is null
      and (g.given_by = ${p.goes}::uuid or ${widenedBy(p.goes)} or exists (
      select from decisions d ${withRule}
      where d.account_id = g.account_id and d.request_id = g.request_id and d.final
        and ${p.goes}::uuid in (d.decided_by, v.changed_by)))
    returning g.account_id as "accountId", g.id, 'SELF' as how`,
)
const ended = prepare<Pair & { by: string | null }, never>(
  (p) => sql<never>`
    update grants o set revoked_at = app_now(), revoked_by = ${p.by}::uuid
    from grants g
    where g.person_id = ${p.goes}::uuid and g.revoked_at is null and o.person_id = ${p.stays}::uuid
      and ${sameSeat} and o.ends_at is not null and ${longer} and not ${isOwnGift(p)}`,
)
const joined = prepare<Pair & { by: string | null }, Joined>(
  (p) => sql<Joined>`
    with seen as (
      select g.account_id, g.id, case when ${isOwnGift(p)} then 'SELF'
        when exists (select from grants o where o.person_id = ${p.stays}::uuid and ${sameSeat}) then 'HELD'
        else 'MOVED' end as how
      from grants g where g.person_id = ${p.goes}::uuid and g.revoked_at is null
      order by g.account_id, g.id for update of g
    )
    update grants g set
      person_id = case when seen.how = 'MOVED' then ${p.stays}::uuid else g.person_id end,
      revoked_at = case when seen.how = 'MOVED' then null else app_now() end,
      revoked_by = case when seen.how = 'MOVED' then null else ${p.by}::uuid end
    from seen where g.account_id = seen.account_id and g.id = seen.id
    returning g.account_id as "accountId", g.id, seen.how`,
)

/** Gives the one that stays what the other holds: the longer of what both hold, and nothing that they gave themselves. */
export async function joinGrants(tx: Tx, pair: Pair, by: PersonId | null): Promise<Joined[]> {
  const own = await selfGiven(tx, { ...pair, by })
  await ended(tx, { ...pair, by })
  return [...own, ...(await joined(tx, { ...pair, by }))]
}

const alone = prepare<{ ids: readonly string[] }, { id: AccountId }>(
  (p) => sql<{ id: AccountId }>`
    select a.id from accounts a where a.id = any(${p.ids}::uuid[]) and a.status = 'ACTIVE' and not exists (
      select from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
      where g.account_id = a.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
        and (g.ends_at is null or g.ends_at > app_now())) limit 1`,
)

/** Whether one of these accounts is left without an administrator. */
export async function leavesAlone(tx: Tx, accounts: readonly AccountId[]): Promise<boolean> {
  return (await alone(tx, { ids: accounts })).length > 0
}

/** Tokens go on for the one that stays, and whoever signs in with their organisation goes on as that one. */
async function moveEntrances(tx: Tx, { stays, goes }: Pair): Promise<void> {
  await sql`update personal_tokens set person_id = ${stays}::uuid where person_id = ${goes}::uuid`.execute(tx)
  await sql`update auth.account set "userId" = ${stays}::uuid
    where "userId" = ${goes}::uuid and "providerId" <> 'credential'`.execute(tx)
}

/** Writes under the one that stays what belonged to the other: requests, tokens, cases, mails; history keeps its ids. */
export async function moveBelongings(tx: Tx, { stays, goes }: Pair): Promise<void> {
  // A request that the one decided for the other stays where it was: nobody decides their own.
  const notDecided = sql`not exists (select from decisions d ${withRule}
    where d.account_id = r.account_id and d.request_id = r.id
      and (d.decided_by in (${stays}::uuid, ${goes}::uuid) or v.changed_by in (${stays}::uuid, ${goes}::uuid)))`
  for (const column of ['requester_id', 'beneficiary_id']) {
    await sql`update access_requests r set ${sql.ref(column)} = ${stays}::uuid
      where ${sql.ref(`r.${column}`)} = ${goes}::uuid and ${notDecided}`.execute(tx)
  }
  await sql`update rules set changed_by = ${stays}::uuid where changed_by = ${goes}::uuid`.execute(tx)
  await sql`update rule_books set changed_by = ${stays}::uuid where changed_by = ${goes}::uuid`.execute(tx)
  await sql`update blocks set person_id = ${stays}::uuid where person_id = ${goes}::uuid`.execute(tx)
  await sql`delete from request_claims where person_id = ${goes}::uuid`.execute(tx)
  await sql`delete from delegates where person_id = ${goes}::uuid or delegate_id = ${goes}::uuid`.execute(tx)
  await sql`delete from backup_approvers where person_id = ${goes}::uuid`.execute(tx)
  await sql`delete from setting_proposals where proposed_by = ${goes}::uuid`.execute(tx)
  // What the one answered for the other in a review that is open counts for nothing: nobody answers for themselves.
  await sql`update review_items set answer = null, answered_by = null, answered_at = null, to_role = null,
      to_ends_at = null, version = version + 1
    where outcome is null and person_id in (${stays}::uuid, ${goes}::uuid)
      and answered_by in (${stays}::uuid, ${goes}::uuid)`.execute(tx)
  await sql`update review_items set person_id = ${stays}::uuid
    where outcome is null and person_id = ${goes}::uuid`.execute(tx)
  await moveEntrances(tx, { stays, goes })
  await sql`update cases set requester_id = ${stays}::uuid where requester_id = ${goes}::uuid`.execute(tx)
  await sql`update cases set assigned_to = ${stays}::uuid where assigned_to = ${goes}::uuid`.execute(tx)
  await sql`update contact_messages set person_id = ${stays}::uuid where person_id = ${goes}::uuid`.execute(
    tx,
  )
  await sql`update claims c set claimant_id = ${stays}::uuid where c.claimant_id = ${goes}::uuid
    and not exists (select from claims o where o.account_id = c.account_id and o.claimant_id = ${stays}::uuid
      and o.status in ('OPEN', 'NOTICE', 'WITH_SUPPORT'))`.execute(tx)
  // One that the one approved as an operator stays where it was, too.
  await sql`update account_applications a set requester_id = ${stays}::uuid
    where a.requester_id = ${goes}::uuid and a.cleared_by is distinct from ${stays}::uuid
      and not exists (select from account_applications o where o.requester_id = ${stays}::uuid
        and o.identifier = a.identifier and o.settled_at is null)`.execute(tx)
  await sql`update account_applications a set nominee_address = s.address
    from people g, people s
    where g.id = ${goes}::uuid and s.id = ${stays}::uuid and a.nominee_address = g.address and a.settled_at is null
      and a.cleared_by is distinct from ${stays}::uuid`.execute(tx)
  await sql`update mails set person_id = ${stays}::uuid where person_id = ${goes}::uuid`.execute(tx)
  await sql`with moved as (delete from sent_together where person_id = ${goes}::uuid returning id, outcomes, sent_at)
    insert into sent_together (person_id, id, outcomes, sent_at)
    select ${stays}::uuid, id, outcomes, sent_at from moved on conflict do nothing`.execute(tx)
  await sql`delete from drafts where person_id = ${goes}::uuid`.execute(tx)
  await sql`delete from look_ups where person_id = ${goes}::uuid`.execute(tx)
}

/** Writes that the one turned out to be the other, who gets its offices; earlier ones of it follow. */
export async function writeMerged(tx: Tx, { stays, goes }: Pair): Promise<void> {
  await sql`update people s set is_support = s.is_support or g.is_support, is_operator = s.is_operator or g.is_operator
    from people g where s.id = ${stays}::uuid and g.id = ${goes}::uuid`.execute(tx)
  await sql`update people set status = 'DISABLED', merged_into = ${stays}::uuid, merged_at = app_now(),
      is_support = false, is_operator = false where id = ${goes}::uuid`.execute(tx)
  await sql`update people set merged_into = ${stays}::uuid where merged_into = ${goes}::uuid`.execute(tx)
}

/** What the page says before two identities are made one. */
export type Preview = {
  readonly grants: number
  readonly twiceHeld: number
  readonly ownGifts: number
  readonly openRequests: number
  readonly twiceAsked: number
  readonly tokens: number
  readonly sessions: number
}

const preview = prepare<Pair, Preview>(
  (p) => sql<Preview>`
    select count(*)::int as grants,
      count(*) filter (where exists (select from grants o where o.person_id = ${p.stays}::uuid and ${sameSeat}))::int
        as "twiceHeld",
      count(*) filter (where ${isOwnGift(p)})::int as "ownGifts",
      (select count(*)::int from access_requests r where r.beneficiary_id = ${p.goes}::uuid
        and r.status in ('PENDING', 'INFO_REQUESTED')) as "openRequests",
      (select count(*)::int from access_requests r where r.beneficiary_id = ${p.goes}::uuid
        and r.status in ('PENDING', 'INFO_REQUESTED') and exists (select from access_requests o
          where o.account_id = r.account_id and o.beneficiary_id = ${p.stays}::uuid
            and o.status in ('PENDING', 'INFO_REQUESTED'))) as "twiceAsked",
      (select count(*)::int from personal_tokens t where t.person_id = ${p.goes}::uuid and t.revoked_at is null
        and t.expires_at > app_now()) as tokens,
      (select count(*)::int from auth.session s where s."userId" = ${p.goes}::uuid and s."endedAt" is null) as sessions
    from grants g where g.person_id = ${p.goes}::uuid and g.revoked_at is null`,
)

/** Counts what would be joined. */
export async function previewOf(db: Database, pair: Pair): Promise<Preview> {
  const [row] = await preview(db, pair)
  if (!row) throw new Error('Counting gave no row')
  return row
}
