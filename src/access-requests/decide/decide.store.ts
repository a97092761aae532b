import { sql } from 'kysely'
import { type Given, rightsOf, type Tree } from '../../accounts/domain/rights.ts'
import { grantColumns, holdGrantsOf, type StoredGrant } from '../../accounts/index.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { decidedRole, grantIsActive, type Viewer } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { type Approver, type Candidate, mayDecide } from '../domain/approvers.ts'
import type { FirstApproval } from '../domain/deciding.ts'
import { type RequestRow, requestOf, type StoredRequest } from '../requests.row.ts'
import {
  approversOf,
  isReachable,
  readRequest,
  requestColumns,
  requestSource,
  sightOf,
  visibleTo,
} from '../requests.store.ts'

/** The part of a viewer that a decision is made by. */
export type Decider = Pick<Viewer, 'personId' | 'isSupport' | 'isOperator' | 'authenticatedAt' | 'now'>

/** Somebody as an approver, from the grants they hold. */
export function approverOf(
  decider: Pick<Decider, 'personId' | 'now'> & { readonly authenticatedAt: Date | null },
  grants: readonly StoredGrant[],
  tree: Tree,
): Approver {
  return {
    personId: decider.personId,
    countsAs: [],
    isDisabled: false,
    rights: rightsOf(grants, tree, decider.now),
    passwordTypedAt: decider.authenticatedAt,
  }
}

const lockSeen = prepare<
  { id: string; person: string; seesAll: boolean },
  RequestRow & { isDelegate: boolean }
>(
  (p) => sql<RequestRow & { isDelegate: boolean }>`
    select ${requestColumns}, exists (
      select from delegates d where d.account_id = r.account_id and d.delegate_id = ${p.person}::uuid) as "isDelegate"
    from ${requestSource}
    where r.id = ${p.id}::uuid and ${visibleTo(p)} for update of r`,
)

/** A request that is locked, as it stays until the transaction ends. */
export type Seen = {
  readonly request: StoredRequest
  /** Whether anybody in its account chose the decider as a delegate. */
  readonly isDelegate: boolean
}

/** Locks a request that the decider may see, and gives it as it is then, with a decision that was waited for. */
export async function lockVisible(tx: Tx, decider: Decider, id: RequestId): Promise<Seen | undefined> {
  const [row] = await lockSeen(tx, { id, ...sightOf(decider) })
  if (!row) return undefined
  const { isDelegate, ...stored } = row
  const request = requestOf(stored)
  // Of what was waited for, the lock shows the request alone.
  const isWhole = request.settledAt === null
  return { isDelegate, request: isWhole ? request : await readRequest(tx, request.accountId, id) }
}

/**
 * For whom a decision of this person counts too: those who are away, could decide the request themselves, and whose
 * delegate this is. What they hold is locked, so that nobody is named whose power is being taken away at this moment.
 */
export async function holdAbsent(
  tx: Tx,
  request: StoredRequest,
  by: Approver,
  now: Date,
): Promise<PersonId[]> {
  const approvers = await approversOf(tx, { ...request, scope: request.ask.scope })
  const absent: PersonId[] = []
  for (const { personId, standIn } of approvers) {
    if (standIn !== by.personId) continue
    const grants = await holdGrantsOf(tx, { accountId: request.accountId, personId })
    const holder = approverOf({ personId, now, authenticatedAt: null }, grants, by.rights.tree)
    if (mayDecide(request, holder).ok) absent.push(personId)
  }
  return absent
}

type First = {
  by: PersonId
  role: Given['role']
  scope: 'ACCOUNT' | 'VIRTUAL'
  virtualAccountIds: VirtualAccountId[]
  endsAt: Date | null
  version: number
}
type Which = { account: string; request: string }

const firstOne = prepare<Which, First>(
  (p) => sql<First>`
    select d.decided_by as by, ${decidedRole('d')} as role, d.scope, d.virtual_account_ids as "virtualAccountIds", d.ends_at as "endsAt",
      d.request_version as version
    from decisions d
    join access_requests r on r.account_id = d.account_id and r.id = d.request_id and r.version = d.request_version
    where d.account_id = ${p.account}::uuid and d.request_id = ${p.request}::uuid
      and not d.final and d.verdict = 'APPROVE'
    order by d.decided_at desc, d.id desc limit 1`,
)

/** What the first of two approvals gave, while the request is still the one it was for. */
type StandingFirst = { readonly by: PersonId; readonly given: Given; readonly version: number }

/** The first of two approvals of a request as it is now. */
async function firstApprovalOf(
  db: Database | Tx,
  request: { readonly accountId: AccountId; readonly id: RequestId },
): Promise<StandingFirst | null> {
  const [row] = await firstOne(db, { account: request.accountId, request: request.id })
  if (!row) return null
  const { by, version, role, scope, virtualAccountIds, endsAt } = row
  const given: Given = {
    role,
    endsAt,
    scope: scope === 'ACCOUNT' ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
  }
  return { by, version, given }
}

/** The same with what its author holds now, locked like the decider's own. */
export async function holdFirstApproval(
  tx: Tx,
  request: { readonly accountId: AccountId; readonly id: RequestId },
  facts: { readonly tree: Tree; readonly now: Date },
): Promise<FirstApproval | null> {
  const first = await firstApprovalOf(tx, request)
  if (!first) return null
  const grants = await holdGrantsOf(tx, { accountId: request.accountId, personId: first.by })
  const by = approverOf({ personId: first.by, now: facts.now, authenticatedAt: null }, grants, facts.tree)
  return { by, given: first.given, version: first.version }
}

const administrators = prepare<{ account: string }, StoredGrant & { reachable: boolean }>(
  (p) => sql<StoredGrant & { reachable: boolean }>`
    select ${grantColumns}, ${isReachable} as reachable
    from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
    where g.account_id = ${p.account}::uuid and g.role = 'SA' and ${grantIsActive}`,
)

/** The account's administrators as candidates to decide. */
export async function candidatesOf(
  db: Database | Tx,
  accountId: AccountId,
  facts: { readonly tree: Tree; readonly now: Date },
): Promise<Candidate[]> {
  const grants = await administrators(db, { account: accountId })
  return grants.map((grant) => ({
    personId: grant.personId,
    countsAs: [],
    rights: rightsOf([grant], facts.tree, facts.now),
    isDisabled: false,
    hasHardBounced: !grant.reachable,
    isAwayWithoutDelegate: false,
  }))
}
