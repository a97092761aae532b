import { continueRequests, endOnBehalf, type StoredOnBehalf } from '../../access-requests/index.ts'
import { roleInPart } from '../../accounts/domain/merging.ts'
import { type CustomRole, type GrantedRole, isCustom, recorded } from '../../accounts/domain/roles.ts'
import { accountOf } from '../../accounts/index.ts'
import { type CarriedRoles, carryRoles, recordCarried } from '../../custom-roles/index.ts'
import { record, recordAll } from '../../event-log/index.ts'
import { type AccountId, newId, type RequestId, type VirtualAccountId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type Ending, recordEnds } from '../close/close-account.ts'
import {
  endAllGrants,
  endArrangements,
  type EndedGrant,
  lapseClaims,
  writeClosed,
} from '../close/close-account.store.ts'
import { type Carried, giveCarried, growBranch, isNameTaken, moveDomains } from './merge-accounts.store.ts'

/** An account that becomes a part of another one. */
export type Merging = Ending & {
  readonly into: AccountId
  readonly requests: readonly RequestId[]
  readonly waiting: readonly StoredOnBehalf[]
}

/**
 * Makes an account a virtual account of another one. What people held they hold in that part, and nobody more; open
 * requests go on there where they can; both event logs say so, each in its own chain. Hold both accounts first.
 */
export async function mergeAccounts(tx: Tx, merging: Merging): Promise<void> {
  const { accountId, into, by, changeId } = merging
  const branch = newId<'virtual-account'>()
  const name = await nameOfBranch(tx, merging)
  const places = await growBranch(tx, { from: accountId, into, id: branch, name })
  const carrying = { from: accountId, into, fromName: (await accountOf(tx, accountId)).name, by }
  const own = await carryRoles(tx, carrying)
  const grants = await endAllGrants(tx, accountId, by)
  const carried = carriedIn(grants, branch, own)
  const given = await giveCarried(tx, into, carried, by)
  await moveDomains(tx, accountId, into)
  const becoming = { from: accountId, into, branch, by, roles: own.roles }
  const requests = await continueRequests(tx, merging.requests, becoming)
  await endArrangements(tx, accountId)
  const claims = await lapseClaims(tx, accountId)
  await writeClosed(tx, accountId, into)
  await recordEnds(tx, merging, { grants, claims, because: 'ACCOUNT_MERGED' })
  await recordCarried(tx, carrying, own)
  await recordAll(
    tx,
    into,
    carried.filter(({ id }) => given.has(id)).map((grant) => givenEvent(merging, grant)),
  )
  const counted = { requests: requests.moved, closed: requests.closed, grants: given.size, places }
  await record(tx, {
    type: 'account.took-in',
    account: into,
    actor: by,
    facts: { changeId, from: accountId, virtualAccountId: branch, ...counted },
  })
  const facts = { changeId, into, ...counted }
  await record(tx, { type: 'account.merged', account: accountId, actor: by, facts })
  await endOnBehalf(tx, merging.waiting, { because: 'ACCOUNT_MERGED', by })
}

async function nameOfBranch(tx: Tx, { accountId, into }: Merging): Promise<string> {
  const { name, identifier } = await accountOf(tx, accountId)
  const candidates = [name, identifier.slice(0, 80), `${identifier.slice(0, 70)} (2)`]
  for (const candidate of candidates) if (!(await isNameTaken(tx, into, candidate))) return candidate
  return `${identifier.slice(0, 40)} ${accountId.slice(-12)}`
}

// What it is there: a role of the account's own where that was carried along.
function roleThere(role: GrantedRole, { roles }: CarriedRoles): Carried['role'] | null {
  const own: CustomRole | undefined = isCustom(role) ? roles.get(role.id) : undefined
  return own ?? roleInPart(role)
}

function carriedIn(grants: readonly EndedGrant[], branch: VirtualAccountId, own: CarriedRoles): Carried[] {
  return grants.flatMap(({ personId, role, virtualAccountId, endsAt, suspendedBecause }) => {
    const inPart = roleThere(role, own)
    if (inPart === null) return []
    const place = virtualAccountId ?? branch
    const isSuspended = suspendedBecause === 'REVIEW'
    return [{ id: newId<'grant'>(), personId, role: inPart, place, endsAt, isSuspended }]
  })
}

function givenEvent({ into, by, accountId }: Merging, { id, personId, role, place, endsAt }: Carried) {
  return {
    type: 'grant.given',
    account: into,
    actor: by,
    subject: personId,
    facts: {
      grantId: id,
      personId,
      role: recorded(role),
      virtualAccountId: place,
      source: 'DIRECT',
      endsAt: endsAt?.toISOString() ?? null,
      requestId: null,
      decisionId: null,
      from: accountId,
    },
  } as const
}
