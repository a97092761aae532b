import type { Chosen, Given } from '../../accounts/domain/rights.ts'
import { recorded } from '../../accounts/domain/roles.ts'
import {
  accountOf,
  administratorsOf,
  findGrant,
  giveGrants,
  holdGrantsOf,
  lockGrantToEnd,
  revokeGrant,
  roleToGive,
  type StoredGrant,
  treeOf,
} from '../../accounts/index.ts'
import { closeRequest, isAnsweredBy, lockOpenRequestsFor } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { factsOfGiven } from '../add-members/give.ts'
import { type Acting, powerOf } from '../at-the-machine.ts'
import { changeGrant as allowedChange } from '../domain/changing.ts'
import type { Refusal } from '../domain/refusals.ts'

/** A grant, and what it becomes: one role at one place, until when. */
export type Change = { readonly accountId: AccountId; readonly id: GrantId; readonly to: Chosen }

/**
 * Gives the holder of a grant another role, place or end in its stead, in one step: the old grant ends and a new one
 * begins, so that the log keeps both and who allowed it. Gives the grant that it was.
 */
export async function changeGrant(
  tx: Tx,
  decider: Acting,
  { accountId, id, to: chosen }: Change,
): Promise<Outcome<StoredGrant, Refusal>> {
  const role = await roleToGive(tx, accountId, chosen.role)
  if (!role.ok) return role
  const to = { ...chosen, role: role.value }
  const locked = await lock(tx, decider, { accountId, id, to })
  if (!locked) return refuse({ code: 'not-found' })
  const { grant, open, by, facts, isActive } = locked
  if (!isActive) return refuse({ code: 'account-not-active' })
  const allowed = allowedChange(grant, to, by, facts)
  if (!allowed.ok) return allowed
  if (!(await revokeGrant(tx, { accountId, id, by: decider.personId })))
    return refuse({ code: 'grant-already-over' })
  const grantIds = await giveGrants(tx, {
    accountId,
    personId: grant.personId,
    given: to,
    source: 'DIRECT',
    requestId: null,
    decisionId: null,
    by: decider.personId,
  })
  if (grantIds.length === 0) return refuse({ code: 'already-held' })
  for (const request of open) {
    const closing = { because: 'GIVEN_DIRECTLY', by: decider.personId } as const
    if (isAnsweredBy(request, to, by.rights.tree))
      await closeRequest(tx, { accountId, id: request.id }, closing)
  }
  await record(tx, {
    type: 'member.changed',
    account: accountId,
    actor: decider.personId,
    subject: grant.personId,
    facts: {
      ...factsOfGiven(to),
      grantIds,
      fromGrantId: grant.id,
      fromRole: recorded(grant.role),
      fromVirtualAccountId: grant.virtualAccountId,
    },
  })
  return done(grant)
}

// The open request first, then the administrators, then the grant, as everything else that takes several of them does.
async function lock(
  tx: Tx,
  decider: Acting,
  { accountId, id, to }: Omit<Change, 'to'> & { readonly to: Given },
) {
  const known = await findGrant(tx, { accountId, id })
  if (!known) return undefined
  const open = await lockOpenRequestsFor(tx, accountId, [known.personId])
  const grant = await lockGrantToEnd(tx, { accountId, id })
  if (!grant) return undefined
  const tree = await treeOf(tx, accountId)
  const held = await holdGrantsOf(tx, { accountId, personId: decider.personId })
  const { twoForAdministrator, status } = await accountOf(tx, accountId)
  const isPower = grant.role === 'SA' || to.role === 'SA'
  const administrators = isPower ? await administratorsOf(tx, accountId) : []
  return {
    grant,
    open,
    by: powerOf(decider, held, tree),
    facts: { now: decider.now, administrators, wantsTwo: twoForAdministrator },
    isActive: status === 'ACTIVE',
  }
}
