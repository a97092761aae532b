import {
  administratorsOf,
  holdGrantsOf,
  lockGrantToEnd,
  revokeGrant,
  type StoredGrant,
  treeOf,
} from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { approverOf, type Decider } from '../decide/decide.store.ts'
import { takeBack } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'

/** Which grant is meant. */
export type WhichGrant = { readonly accountId: AccountId; readonly id: GrantId }

/** Ends a grant, for whoever could give it, or for its holder; the last reachable administrator stays. */
export async function takeGrantBack(
  tx: Tx,
  decider: Decider,
  which: WhichGrant,
): Promise<Outcome<StoredGrant, Refusal>> {
  const grant = await lockGrantToEnd(tx, which)
  if (!grant) return refuse({ code: 'not-found' })
  const { accountId } = which
  const held = await holdGrantsOf(tx, { accountId, personId: decider.personId })
  const by = approverOf(decider, held, await treeOf(tx, accountId))
  const administrators = grant.role === 'SA' ? await administratorsOf(tx, accountId) : []
  const allowed = takeBack(grant, by, administrators, decider.now)
  if (!allowed.ok) return allowed
  if (!(await revokeGrant(tx, { ...which, by: decider.personId })))
    return refuse({ code: 'grant-already-over' })
  await record(tx, {
    type: 'grant.revoked',
    account: accountId,
    actor: decider.personId,
    subject: grant.personId,
    ...(grant.requestId === null ? {} : { request: grant.requestId }),
    facts: {
      grantId: grant.id,
      role: grant.role,
      virtualAccountId: grant.virtualAccountId,
      byTheHolder: grant.personId === decider.personId,
    },
  })
  return done(grant)
}

/** Records that somebody reached for a grant they have no power over, or for the last administrator. */
export async function recordGrantAttempt(
  tx: Tx,
  decider: Decider,
  which: WhichGrant,
  refusal: Refusal,
): Promise<Outcome<true, never>> {
  await record(
    tx,
    {
      type: 'grant.revocation-refused',
      account: which.accountId,
      actor: decider.personId,
      facts: { grantId: which.id, refusal: refusal.code },
    },
    { quiet: true },
  )
  return done(true)
}
