import { type RawBuilder, sql } from 'kysely'
import type { Account } from '../../accounts/domain/account.ts'
import type { Grant } from '../../accounts/domain/rights.ts'
import type { NamedTree } from '../../accounts/index.ts'
import type { PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { timingColumns, timingFrom, type TimingRow } from '../../accounts/index.ts'
import { askedOwnRole, grantedRole, grantIsActive, type Viewer } from '../../people/index.ts'
import { type Database, type Placeholders, prepare, type Tx } from '../../platform/db/index.ts'
import { hasSupport } from '../clocks.store.ts'
import { openFromOutsideAllowed } from '../domain/asking.ts'
import type { ExpectedWait } from '../domain/expected-wait.ts'
import type { AccessRequest } from '../domain/request.ts'
import type { Setting } from '../domain/schedule.ts'
import { expectedWaitIn } from '../expected-wait/expected-wait.store.ts'
import { verifiedDomainsOf } from '../profile.ts'
import { type AskRow, askOf } from '../requests.row.ts'
import {
  absence,
  approverIds,
  type Breadth,
  inEachBreadth,
  isReached,
  withStandIns,
} from '../requests.store.ts'

/** Everything the policy and the form need about somebody asking for one account, as of one moment. */
export type Asking = {
  readonly now: Date
  /** Null when there is no such account, or the person has not looked it up. */
  readonly account: AskedAccount | null
  readonly tree: NamedTree['virtualAccounts']
  /** What the person holds in the account. */
  readonly grants: readonly Grant[]
  readonly openRequest: Pick<AccessRequest, 'id' | 'reference'> | null
  readonly openRequests: number
  readonly requestsToday: number
  readonly openFromOutside: number
  readonly block: { readonly until: Date | null } | null
  /** Whether any rule of the account is on. */
  readonly hasRules: boolean
  readonly declined: readonly Pick<AccessRequest, 'ask' | 'decidedAt'>[]
  /** The last settled request for the same person and account. */
  readonly previous: Previous | null
  /** Those who may decide for the scope that was asked about. */
  readonly approvers: readonly AskedApprover[]
  /** The form that was sent with this key before. */
  readonly sentBefore: { readonly fingerprint: string; readonly requestId: RequestId } | null
}

/** A settled request that a new one would repeat. */
export type Previous = Pick<AccessRequest, 'id' | 'reference' | 'status' | 'ask'> & {
  readonly reason: string
}

/** An account as somebody asks for it. */
export type AskedAccount = Account & {
  readonly timeZone: string
  /** When it works, and how long its requests wait. */
  readonly setting: Setting
  readonly showAdministrators: 'NAMES' | 'RELAY' | 'NONE'
  /** How long its answers take; null when nothing can be said. */
  readonly expectedWait: ExpectedWait | null
}

/** Somebody who may decide. */
export type AskedApprover = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
  readonly personId: PersonId
  readonly timeZone: string
  readonly reachable: boolean
  readonly awayUntil: Date | null
  readonly awayNote: string
  readonly standIn: PersonId | null
}

type Told<Value> = { [Name in keyof Value]: Value[Name] extends Date | null ? string | null : Value[Name] }
type Row = TimingRow & { hasSupport: boolean } & Omit<
    Asking,
    'account' | 'grants' | 'block' | 'declined' | 'previous' | 'approvers'
  > & {
    approvers: (Told<Omit<AskedApprover, 'reachable'>> & { bounced: boolean })[]
    account: Omit<AskedAccount, 'setting'> | null
    grants: Told<Grant>[]
    block: { until: string | null } | null
    declined: (Told<AskRow> & { decidedAt: string })[]
    previous: (Told<AskRow> & Omit<Previous, 'ask'>) | null
  }

type Values = {
  /** The verified domains of the person. */
  domains: readonly string[]
  known: boolean
  person: string
  identifier: string
  virtualAccounts: readonly string[]
  key: string
}

type Parts = Placeholders<Values>

const account = sql`
  case when a.id is not null then json_build_object(
    'id', a.id, 'identifier', a.identifier, 'name', a.name, 'type', a.type, 'status', a.status,
    'visibility', a.visibility, 'verifiedDomains', a.verified_domains, 'timeZone', a.time_zone,
    'showAdministrators', a.show_administrators, 'expectedWait', ${expectedWaitIn(sql`a.id`)}) end as account,
  coalesce((
    select json_agg(json_build_object('id', v.id, 'parentId', v.parent_id, 'name', v.name, 'path', v.path,
      'isDefault', v.is_default, 'restricted', v.restricted) order by not v.is_default, lower(v.name), v.id)
    from virtual_accounts v where v.account_id = a.id and v.closed_at is null), '[]') as tree`

const standing = (p: Parts) => sql`
  coalesce((
    select json_agg(json_build_object('id', g.id, 'accountId', g.account_id, 'personId', g.person_id,
      'role', ${grantedRole}, 'virtualAccountId', g.virtual_account_id, 'endsAt', g.ends_at, 'revokedAt', null, 'suspendedAt', null))
    from grants g
    where g.person_id = ${p.person}::uuid and g.account_id = a.id and ${grantIsActive}), '[]') as grants,
  (select json_build_object('id', r.id, 'reference', r.reference) from access_requests r
    where r.account_id = a.id and r.beneficiary_id = ${p.person}::uuid
      and r.status in ('PENDING', 'INFO_REQUESTED')) as "openRequest"`

const counts = (p: Parts) => sql`
  (select count(*) from (select from access_requests r
    where r.requester_id = ${p.person}::uuid and r.status in ('PENDING', 'INFO_REQUESTED') limit 50
  ) open) as "openRequests",
  (select count(*) from (select r.submitted_at from access_requests r
    where r.requester_id = ${p.person}::uuid order by r.id desc limit 50
  ) latest where latest.submitted_at > app_now() - interval '1 day') as "requestsToday",
  case when a.verified_domains && ${p.domains}::text[] then 0 else (
    select count(*) from (
      select from access_requests r join people p on p.id = r.requester_id
      where r.account_id = a.id and r.status in ('PENDING', 'INFO_REQUESTED')
        and not (p.verified_at is not null and split_part(p.address, '@', 2) = any(a.verified_domains))
      limit ${sql.lit(openFromOutsideAllowed)}
    ) outside) end as "openFromOutside"`

const ask = sql`
  'askScope', r.ask_scope, 'askVirtualAccountIds', r.ask_virtual_account_ids, 'askNamed', r.ask_named,
  'askRole', r.ask_role, 'askOwnRole', ${askedOwnRole}, 'askEndsAt', r.ask_ends_at`

// One that stands for some virtual accounts concerns a request for these, or for what stands below them.
const concernsAsk = (virtualAccounts: RawBuilder<unknown>) => sql<boolean>`
  (b.virtual_account_ids is null or exists (
    select from virtual_accounts v
    where v.account_id = a.id and v.id = any(${virtualAccounts}::uuid[]) and v.path && b.virtual_account_ids))`

const history = (p: Parts, { places }: Breadth) => sql`
  (select json_build_object('until', case when isfinite(b.blocked_until) then b.blocked_until end)
    from blocks b
    where b.account_id = a.id and b.person_id = ${p.person}::uuid and b.lifted_at is null and b.blocked_until > app_now()
      and ${places ? concernsAsk(p.virtualAccounts) : sql`b.virtual_account_ids is null`}
    order by b.blocked_until desc limit 1) as block,
  exists (select from rules u where u.account_id = a.id and u.enabled) as "hasRules",
  coalesce((
    select json_agg(json_build_object('decidedAt', d.decided_at, ${ask}))
    from access_requests r join decisions d on d.account_id = r.account_id and d.request_id = r.id and d.final
    where r.beneficiary_id = ${p.person}::uuid and r.account_id = a.id and d.verdict = 'DECLINE'
      and d.decided_at > app_now() - interval '8 days'), '[]') as declined,
  (select json_build_object('id', r.id, 'reference', r.reference, 'status', r.status, 'reason', r.reason, ${ask})
    from access_requests r
    where r.beneficiary_id = ${p.person}::uuid and r.account_id = a.id
      and r.status not in ('PENDING', 'INFO_REQUESTED') order by r.id desc limit 1) as previous,
  (select json_build_object('fingerprint', encode(k.fingerprint, 'hex'), 'requestId', k.object_id)
    from idempotency_keys k where k.person_id = ${p.person}::uuid and k.key = ${p.key}) as "sentBefore"`

const deciding = (p: Parts, { places, standIns }: Breadth) => {
  const virtualAccounts = places ? p.virtualAccounts : null
  const asked = { account: sql`a.id`, virtualAccounts, not: sql`(${p.person}::uuid)` }
  const { awayUntil, standIn } = absence(asked)
  return sql`
  coalesce((
    select json_agg(json_build_object('personId', p.id, 'firstName', p.first_name, 'lastName', p.last_name,
      'preferredFirstName', p.preferred_first_name, 'address', p.address, 'timeZone', p.time_zone,
      'bounced', p.mail_bounced_at is not null, 'awayUntil', ${awayUntil}, 'awayNote', p.away_note,
      'standIn', ${standIns ? standIn : sql`null`})
      order by p.last_name, p.id)
    from people p
    where p.status = 'ACTIVE' and p.id <> ${p.person}::uuid
      and p.id in ${approverIds(asked)}), '[]') as approvers`
}

const read = inEachBreadth((breadth) =>
  prepare<Values, Row>(
    (p) => sql<Row>`
      select app_now() as now, ${hasSupport} as "hasSupport", ${timingColumns}, ${account}, ${standing(p)}, ${counts(p)},
        ${history(p, breadth)}, ${deciding(p, breadth)}
      from (select ${p.identifier}::text as identifier) as wanted
      left join accounts a on a.identifier = wanted.identifier and (${p.known}::boolean or exists (
        select from look_ups l
        where l.person_id = ${p.person}::uuid and l.identifier = wanted.identifier and l.hit))`,
  ),
)

const instant = (text: string | null) => (text === null ? null : new Date(text))

/** Reads all of it in one round trip, two where an approver is away. An account that was not looked up first is as good as none. */
export async function readAsking(
  db: Database | Tx,
  by: Pick<Viewer, 'personId' | 'address' | 'verified'>,
  asked: {
    readonly identifier: string
    readonly virtualAccountIds?: readonly VirtualAccountId[]
    readonly key?: string
    /** The person has a request for it, so that it need not be looked up. */
    readonly known?: boolean
  },
): Promise<Asking> {
  const virtualAccounts = asked.virtualAccountIds ?? []
  const values = {
    person: by.personId,
    identifier: asked.identifier,
    virtualAccounts,
    key: asked.key ?? '',
    known: asked.known ?? false,
    domains: verifiedDomainsOf(by),
  }
  const [row] = await withStandIns(
    (standIns) => read({ places: virtualAccounts.length > 0, standIns })(db, values),
    ([found]) => found?.approvers.some(({ awayUntil }) => awayUntil !== null) ?? false,
  )
  if (!row) throw new Error('Reading gave no row')
  const { now, hasSupport } = row
  return {
    ...row,
    account: row.account && { ...row.account, setting: { ...timingFrom(row), now, hasSupport } },
    grants: row.grants.map((grant) => ({
      ...grant,
      endsAt: instant(grant.endsAt),
      revokedAt: null,
      suspendedAt: null,
    })),
    approvers: row.approvers.map(approverIn),
    block: row.block && { until: instant(row.block.until) },
    previous: row.previous && previousIn(row.previous),
    declined: row.declined.map(({ decidedAt, askEndsAt, ...rest }) => ({
      ask: askOf({ ...rest, askEndsAt: instant(askEndsAt) }),
      decidedAt: new Date(decidedAt),
    })),
  }
}

function approverIn({ bounced, ...told }: Row['approvers'][number]): AskedApprover {
  const { standIn } = told
  const awayUntil = instant(told.awayUntil)
  return { ...told, awayUntil, reachable: isReached({ bounced, awayUntil, standIn }) }
}

function previousIn({
  id,
  reference,
  status,
  reason,
  askEndsAt,
  ...rest
}: NonNullable<Row['previous']>): Previous {
  return { id, reference, status, reason, ask: askOf({ ...rest, askEndsAt: instant(askEndsAt) }) }
}
