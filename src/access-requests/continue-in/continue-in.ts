import { findable } from '../../accounts/domain/account.ts'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { holds, rightsOf, type Tree } from '../../accounts/domain/rights.ts'
import { roleInPart } from '../../accounts/domain/merging.ts'
import {
  codeOf,
  type CustomRole,
  type CustomRoleId,
  type GrantedRole,
  isCustom,
  recorded,
} from '../../accounts/domain/roles.ts'
import { treeOf } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import {
  type AccountId,
  newId,
  type PersonId,
  type RequestId,
  type VirtualAccountId,
} from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import { closeRequest } from '../close/close.ts'
import { reschedule } from '../clocks.store.ts'
import type { Ask } from '../domain/request.ts'
import type { StoredRequest } from '../requests.row.ts'
import { readRequest } from '../requests.store.ts'
import { copyRequest, type Facing, facingOf, type Into, readInto } from './continue-in.store.ts'

/** An account that becomes a part of another: `branch` is the virtual account it becomes. */
export type Becoming = {
  readonly from: AccountId
  readonly into: AccountId
  readonly branch: VirtualAccountId
  /** What its own roles are there; one that is not among them is left open. */
  readonly roles: ReadonlyMap<CustomRoleId, CustomRole>
  /** Who brought it about. */
  readonly by: PersonId
}

/** What became of open requests. */
export type Continued = { readonly moved: number; readonly closed: number }

/**
 * Lets the open requests of an account go on in the one that it becomes a part of, under the same reference: the old
 * one is closed, and the same is asked of the branch. A request ends instead when the person has an open one there,
 * holds it there already, or may not know that account. Hold the requests first.
 */
export async function continueRequests(
  tx: Tx,
  requests: readonly RequestId[],
  becoming: Becoming,
): Promise<Continued> {
  const into = await readInto(tx, becoming.into)
  const tree = await treeOf(tx, becoming.into)
  let moved = 0
  for (const id of requests) {
    const request = await readRequest(tx, becoming.from, id)
    const facing = await facingOf(tx, into.id, {
      requester: request.requesterId,
      beneficiary: request.beneficiaryId,
    })
    const ask = askIn(request.ask, becoming)
    const goesOn = mayKnow(into, facing) && !facing.hasOpen && !isHeld(ask, facing, { tree, into })
    if (goesOn) moved++
    const closing = { because: goesOn ? 'CONTINUED' : 'ACCOUNT_MERGED', by: becoming.by } as const
    await closeRequest(tx, { accountId: becoming.from, id }, closing)
    if (goesOn) await goOn(tx, request, { into, ask })
  }
  return { moved, closed: requests.length - moved }
}

type AskIn = { readonly places: readonly VirtualAccountId[]; readonly role: GrantedRole | null }

function askIn({ scope, role }: Ask, { branch, roles }: Becoming): AskIn {
  const places = scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : [branch]
  if (role === null || !isCustom(role)) return { places, role: role && roleInPart(role) }
  return { places, role: roles.get(role.id) ?? null }
}

function mayKnow(into: Into, { requesterDomain, requesterHolds }: Facing): boolean {
  // A mail domain, in which a leading “www.” is a part of it.
  const domain = requesterDomain === null ? undefined : readIdentifier(`@${requesterDomain}`)
  const verifiedDomains = domain?.ok ? [domain.value] : []
  return findable(into, { verifiedDomains, isMember: requesterHolds, isInvited: false })
}

function isHeld(
  { places, role }: AskIn,
  { grants }: Facing,
  { tree, into }: { readonly tree: Tree; readonly into: Into },
): boolean {
  if (role === null) return false
  const scope = { kind: 'VIRTUAL', virtualAccountIds: places } as const
  return holds(rightsOf(grants, tree, into.setting.now), role, scope, null)
}

function roleColumns(role: GrantedRole | null) {
  const own = role !== null && isCustom(role) ? role : undefined
  return { role: role && codeOf(role), ownRole: own?.id ?? null, ownRoleVersion: own?.version ?? null }
}

async function goOn(
  tx: Tx,
  old: StoredRequest,
  { into, ask }: { readonly into: Into; readonly ask: AskIn },
): Promise<void> {
  const id = newId<'access-request'>()
  const { profile, reason, endsAt } = await copyRequest(tx, old, {
    id,
    into,
    places: ask.places,
    ...roleColumns(ask.role),
  })
  await reschedule(tx, { accountId: into.id, id })
  await record(
    tx,
    {
      type: 'access-request.submitted',
      account: into.id,
      actor: old.requesterId,
      request: id,
      facts: {
        version: 1,
        stage: 'WITH_ADMINS',
        scope: 'VIRTUAL',
        virtualAccountIds: ask.places,
        role: ask.role && recorded(ask.role),
        endsAt: endsAt?.toISOString() ?? null,
        previousRequestId: old.id,
      },
    },
    { details: { person: old.requesterId, content: { reason, named: '', profile } } },
  )
}
