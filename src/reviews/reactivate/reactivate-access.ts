import { lockGrantToEnd, reactivateGrant, type StoredGrant } from '../../accounts/index.ts'
import { isOver } from '../../accounts/domain/rights.ts'
import { isAdministratorRole, recorded } from '../../accounts/domain/roles.ts'
import type { Decider } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { typedPasswordRecently } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { mayReview } from '../domain/answering.ts'
import type { ReviewRefusal } from '../domain/refusals.ts'
import { standingOf } from '../standing.ts'

/** Lets suspended access work again, by somebody who could give it and does not hold it; its next review is counted anew. */
export async function reactivateAccess(
  tx: Tx,
  decider: Decider,
  which: { readonly accountId: AccountId; readonly id: GrantId },
): Promise<Outcome<StoredGrant, ReviewRefusal>> {
  const grant = await lockGrantToEnd(tx, which)
  if (!grant) return refuse({ code: 'not-found' })
  const { by } = await standingOf(tx, decider, which.accountId)
  const allowed = mayReview(grant, by)
  if (!allowed.ok) return allowed
  if (isOver(grant, decider.now)) return refuse({ code: 'access-over' })
  if (grant.suspendedAt === null) return refuse({ code: 'not-suspended' })
  if (isAdministratorRole(grant.role) && !typedPasswordRecently(decider))
    return refuse({ code: 'recent-sign-in-needed' })
  await reactivateGrant(tx, which)
  await record(tx, {
    type: 'grant.reactivated',
    account: which.accountId,
    actor: decider.personId,
    subject: grant.personId,
    facts: { grantId: grant.id, role: recorded(grant.role), virtualAccountId: grant.virtualAccountId },
  })
  return done(grant)
}
