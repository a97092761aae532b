import { giveGrants, holdGrantsOf, lockGrantToEnd, revokeGrant, treeOf } from '../../accounts/index.ts'
import { type Decider, approverOf, recordRevoked } from '../../access-requests/index.ts'
import { isOver } from '../../accounts/domain/rights.ts'
import { isAdministratorRole } from '../../accounts/domain/roles.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { typedPasswordRecently } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { isLess, mayReview } from '../domain/answering.ts'
import type { ReviewRefusal } from '../domain/refusals.ts'
import type { Lesser } from '../domain/review.ts'

/** Puts less in the place of a grant: a lesser role there, or an earlier end. */
export async function shrinkGrant(
  tx: Tx,
  decider: Decider,
  which: { readonly accountId: AccountId; readonly id: GrantId },
  to: Lesser,
): Promise<Outcome<true, ReviewRefusal>> {
  const { accountId } = which
  const grant = await lockGrantToEnd(tx, which)
  if (!grant || isOver(grant, decider.now)) return refuse({ code: 'access-over' })
  const held = await holdGrantsOf(tx, { accountId, personId: decider.personId })
  const allowed = mayReview(grant, approverOf(decider, held, await treeOf(tx, accountId)))
  if (!allowed.ok) return allowed
  if (grant.role === 'SA') return refuse({ code: 'second-administrator-needed' })
  if (!isLess(grant, to, decider.now)) return refuse({ code: 'not-less' })
  if (isAdministratorRole(grant.role) && !typedPasswordRecently(decider))
    return refuse({ code: 'recent-sign-in-needed' })
  if (!(await revokeGrant(tx, { ...which, by: decider.personId }))) return refuse({ code: 'access-over' })
  const scope =
    grant.virtualAccountId === null
      ? ({ kind: 'ACCOUNT' } as const)
      : ({ kind: 'VIRTUAL', virtualAccountIds: [grant.virtualAccountId] } as const)
  const given = await giveGrants(tx, {
    accountId,
    personId: grant.personId,
    given: { role: to.role, scope, endsAt: to.endsAt },
    source: 'DIRECT',
    requestId: null,
    decisionId: null,
    by: decider.personId,
  })
  await recordRevoked(tx, grant, decider.personId)
  for (const grantId of given) {
    await record(tx, {
      type: 'grant.given',
      account: accountId,
      actor: decider.personId,
      subject: grant.personId,
      facts: {
        grantId,
        role: to.role,
        virtualAccountId: grant.virtualAccountId,
        source: 'DIRECT',
        endsAt: to.endsAt?.toISOString() ?? null,
      },
    })
  }
  return done(true)
}
