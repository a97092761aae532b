import { sql } from 'kysely'
import type { AccountType, Visibility } from '../../accounts/domain/account.ts'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import type { StoredGrant } from '../../accounts/index.ts'
import { grantColumns, timingColumns, timingFrom, type TimingRow } from '../../accounts/index.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'
import { firstTimes, type Setting } from '../domain/schedule.ts'
import { hasSupport } from '../clocks.store.ts'

/** What is asked of whoever a request is for, before it goes on in another account. */
export type Facing = {
  readonly requesterDomain: string | null
  readonly hasOpen: boolean
  readonly grants: readonly StoredGrant[]
  readonly requesterHolds: boolean
}

type Facts = Omit<Facing, 'grants'>

const facing = prepare<{ into: string; requester: string; beneficiary: string }, Facts>(
  (p) => sql<Facts>`
    select case when q.verified_at is not null then split_part(q.address, '@', 2) end as "requesterDomain",
      exists (select from access_requests o where o.account_id = ${p.into}::uuid
        and o.beneficiary_id = ${p.beneficiary}::uuid and o.status in ('PENDING', 'INFO_REQUESTED')) as "hasOpen",
      exists (select from grants g where g.account_id = ${p.into}::uuid and g.person_id = ${p.requester}::uuid
        and ${grantIsActive}) as "requesterHolds"
    from people q where q.id = ${p.requester}::uuid`,
)
const held = prepare<{ account: string; person: string }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid and ${grantIsActive}`,
)

/** What the other account knows of who asks, and of whom it is for. */
export async function facingOf(
  tx: Tx,
  into: AccountId,
  { requester, beneficiary }: { readonly requester: PersonId; readonly beneficiary: PersonId },
): Promise<Facing> {
  const [row] = await facing(tx, { into, requester, beneficiary })
  const grants = await held(tx, { account: into, person: beneficiary })
  return { requesterDomain: null, hasOpen: false, requesterHolds: false, ...row, grants }
}

/** The account that requests go on in. */
export type Into = {
  readonly id: AccountId
  readonly name: string
  readonly status: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED'
  readonly type: AccountType
  readonly visibility: Visibility
  readonly verifiedDomains: readonly Identifier[]
  readonly setting: Setting
}

type IntoRow = Omit<Into, 'setting'> & TimingRow & { now: Date; hasSupport: boolean }

const into = prepare<{ id: string }, IntoRow>(
  (p) => sql<IntoRow>`
    select a.id, a.name, a.status, a.type, a.visibility, a.verified_domains as "verifiedDomains", app_now() as now,
      ${hasSupport} as "hasSupport", ${timingColumns}
    from accounts a where a.id = ${p.id}::uuid`,
)

/** The account, with what the clocks of its requests go by. */
export async function readInto(tx: Tx, id: AccountId): Promise<Into> {
  const [row] = await into(tx, { id })
  if (!row) throw new Error('An account that was named is gone')
  return { ...row, setting: { ...timingFrom(row), now: row.now, hasSupport: row.hasSupport } }
}

type Copy = {
  from: string
  old: string
  into: string
  id: string
  name: string
  places: readonly VirtualAccountId[]
  role: string | null
  ownRole: string | null
  ownRoleVersion: number | null
  dueAt: Date
  expiresAt: Date
}

const copy = prepare<Copy, { profile: Record<string, string>; reason: string; endsAt: Date | null }>(
  (p) => sql<{ profile: Record<string, string>; reason: string; endsAt: Date | null }>`
    insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, stage, ask_scope,
      ask_virtual_account_ids, ask_named, ask_role, ask_custom_role_id, ask_custom_role_version, ask_ends_at, reason, account_name, profile,
      previous_request_id, submitted_at, due_at, expires_at, clock_from)
    select ${p.into}::uuid, ${p.id}::uuid, r.reference, r.requester_id, r.beneficiary_id, 'PENDING', 'WITH_ADMINS',
      'VIRTUAL', ${p.places}::uuid[], '', ${p.role}, ${p.ownRole}::uuid, ${p.ownRoleVersion}::int, r.ask_ends_at, r.reason, ${p.name}, r.profile, r.id,
      r.submitted_at, ${p.dueAt}::timestamptz, ${p.expiresAt}::timestamptz, app_now()
    from access_requests r where r.account_id = ${p.from}::uuid and r.id = ${p.old}::uuid
    returning profile, reason, ask_ends_at as "endsAt"`,
)

/** Writes the same request in the other account, under the same reference, with its clocks at their beginning. */
export async function copyRequest(
  tx: Tx,
  old: { readonly accountId: AccountId; readonly id: RequestId },
  made: {
    readonly id: RequestId
    readonly into: Into
    readonly places: readonly VirtualAccountId[]
    readonly role: string | null
    readonly ownRole: string | null
    readonly ownRoleVersion: number | null
  },
) {
  const { dueAt, expiresAt } = firstTimes('WITH_ADMINS', made.into.setting)
  const [row] = await copy(tx, {
    from: old.accountId,
    old: old.id,
    into: made.into.id,
    id: made.id,
    name: made.into.name,
    places: made.places,
    role: made.role,
    ownRole: made.ownRole,
    ownRoleVersion: made.ownRoleVersion,
    dueAt,
    expiresAt,
  })
  if (!row) throw new Error('A request that was locked is gone')
  return row
}
