import { sql } from 'kysely'
import type { CustomRole } from '../../accounts/domain/roles.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import { grantColumns, type NamedTree, type StoredGrant, treeOf } from '../../accounts/index.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { lookAlike } from '../../people/domain/look-alike.ts'
import { decidedRole, grantIsActive, nameOf } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { type Approver, mayDecide } from '../domain/approvers.ts'
import { step } from '../domain/lifecycle.ts'
import type { Status } from '../domain/request.ts'
import { type SeenRequest, stillAdministers } from '../requests.store.ts'
import { approverOf, type Decider } from './decide.store.ts'

/** An earlier request of the same person for the same account. */
export type Earlier = {
  readonly id: RequestId
  readonly reference: string
  readonly status: Status
  readonly at: Date
}

/** The first of two approvals, as the second approver sees it. */
export type FirstSeen = {
  readonly name: string
  readonly isMine: boolean
  readonly at: Date
  readonly given: Given
}

/** All that one needs to decide a request, as it is now. */
export type DecisionView = {
  readonly request: SeenRequest
  readonly tree: NamedTree
  readonly by: Approver
  /** Who gets the access: how sure it is who that is. */
  readonly person: {
    readonly address: string
    readonly verified: boolean
    readonly ofTheHouse: boolean
    readonly isDisabled: boolean
    /** Administrators, who are other people, whose names look like the one of whoever asks. */
    readonly lookAlikes: readonly { readonly name: string; readonly address: string }[]
  }
  readonly held: readonly StoredGrant[]
  readonly now: Date
  readonly earlier: readonly Earlier[]
  readonly first: FirstSeen | null
  /** Whether an account administrator takes two people here. */
  readonly wantsTwo: boolean
  /** The roles that the account made for itself. */
  readonly ownRoles: readonly CustomRole[]
}

type Facts = Omit<DecisionView['person'], 'lookAlikes'> & {
  administrators: (Name & { address: string })[]
  wantsTwo: boolean | null
  ownRoles: CustomRole[]
  earlier: { id: RequestId; reference: string; status: Status; at: string }[]
  first: FirstRow | null
}
type Name = { firstName: string; lastName: string; preferredFirstName: string }
type FirstRow = {
  by: PersonId
  firstName: string
  lastName: string
  preferredFirstName: string
  address: string
  at: string
  role: Given['role']
  scope: 'ACCOUNT' | 'VIRTUAL'
  virtualAccountIds: VirtualAccountId[]
  endsAt: string | null
}

const facts = prepare<{ account: string; request: string; beneficiary: string }, Facts>(
  (p) => sql<Facts>`
    select p.address, p.verified_at is not null as verified, p.status <> 'ACTIVE' as "isDisabled",
      p.verified_at is not null and split_part(p.address, '@', 2) = any(a.verified_domains) as "ofTheHouse",
      a.two_for_administrator as "wantsTwo",
      coalesce((
        select json_agg(json_build_object('id', c.id, 'name', c.name, 'version', c.version, 'reach', c.reach,
          'actions', c.actions) order by lower(c.name), c.id)
        from custom_roles c where c.account_id = a.id and c.retired_at is null), '[]') as "ownRoles",
      coalesce((
        select json_agg(other) from (
          select distinct o.first_name as "firstName", o.last_name as "lastName",
            o.preferred_first_name as "preferredFirstName", o.address
          from grants g join people o on o.id = g.person_id and o.status = 'ACTIVE'
          where g.account_id = a.id and g.decides and ${grantIsActive} and o.id <> p.id
          limit 200
        ) other), '[]') as administrators,
      coalesce((
        select json_agg(before) from (
          select r.id, r.reference, r.status, coalesce(r.settled_at, r.submitted_at) as at from access_requests r
          where r.beneficiary_id = p.id and r.account_id = a.id and r.id <> ${p.request}::uuid
          order by r.id desc limit 5
        ) before), '[]') as earlier,
      (select json_build_object('by', d.decided_by, 'firstName', f.first_name, 'lastName', f.last_name,
          'preferredFirstName', f.preferred_first_name, 'address', f.address, 'at', d.decided_at, 'role', ${decidedRole('d')},
          'scope', d.scope, 'virtualAccountIds', d.virtual_account_ids, 'endsAt', d.ends_at)
        from decisions d join people f on f.id = d.decided_by
        join access_requests r on r.account_id = d.account_id and r.id = d.request_id and r.version = d.request_version
        where d.account_id = a.id and d.request_id = ${p.request}::uuid and not d.final and ${stillAdministers('d')}
        order by d.decided_at desc, d.id desc limit 1) as first
    from accounts a, people p
    where a.id = ${p.account}::uuid and p.id = ${p.beneficiary}::uuid`,
)

const grants = prepare<{ account: string; decider: string; beneficiary: string }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
    where g.account_id = ${p.account}::uuid and ${grantIsActive}
      and (g.role = 'SA' or g.person_id in (${p.decider}::uuid, ${p.beneficiary}::uuid))
    order by g.created_at, g.id`,
)

/** What one needs to decide the request; null when this person cannot, or nobody can any more. */
export async function loadDecision(
  db: Database,
  viewer: Decider,
  request: SeenRequest,
): Promise<DecisionView | null> {
  if (!request.decidable) return null
  const { accountId, id, beneficiaryId } = request
  const keys = { account: accountId as AccountId, beneficiary: beneficiaryId }
  const [[known], held, tree] = await Promise.all([
    facts(db, { ...keys, request: id }),
    grants(db, { ...keys, decider: viewer.personId }),
    treeOf(db, accountId),
  ])
  if (!known) return null
  const mine = held.filter(({ personId }) => personId === viewer.personId)
  const by = approverOf(viewer, mine, tree)
  if (!mayDecide(request, by).ok || !step(request, 'view').ok) return null
  const { earlier, first, wantsTwo, ownRoles, administrators, ...person } = known
  const alike = administrators.filter((one) => lookAlike(one, request.profile))
  return {
    request,
    tree,
    by,
    now: viewer.now,
    person: { ...person, lookAlikes: alike.map((one) => ({ name: nameOf(one), address: one.address })) },
    held: held.filter(({ personId }) => personId === beneficiaryId),
    earlier: earlier.map((one) => ({ ...one, at: new Date(one.at) })),
    first: first && firstSeen(first, viewer.personId),
    ownRoles,
    wantsTwo: wantsTwo ?? administratorsIn(held, request) >= 2,
  }
}

function administratorsIn(held: readonly StoredGrant[], request: SeenRequest): number {
  const others = held.filter(
    ({ role, personId }) =>
      role === 'SA' && personId !== request.beneficiaryId && personId !== request.requesterId,
  )
  return new Set(others.map(({ personId }) => personId)).size
}

function firstSeen(row: FirstRow, viewer: PersonId): FirstSeen {
  const { role, scope, virtualAccountIds, endsAt } = row
  return {
    name: nameOf(row),
    isMine: row.by === viewer,
    at: new Date(row.at),
    given: {
      role,
      endsAt: endsAt === null ? null : new Date(endsAt),
      scope: scope === 'ACCOUNT' ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
    },
  }
}

const deciderOf = prepare<{ id: string }, Parameters<typeof nameOf>[0]>(
  (p) => sql<Parameters<typeof nameOf>[0]>`
    select p.first_name as "firstName", p.last_name as "lastName", p.preferred_first_name as "preferredFirstName",
      p.address
    from people p where p.id = ${p.id}::uuid`,
)

/** The name of somebody who decided; undefined when nobody did. */
export async function deciderName(db: Database, id: PersonId | null): Promise<string | undefined> {
  const [row] = id === null ? [] : await deciderOf(db, { id })
  return row && nameOf(row)
}
