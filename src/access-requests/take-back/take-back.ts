import { recorded } from '../../accounts/domain/roles.ts'
import {
  accountOf,
  administratorsOf,
  holdGrantsOf,
  lockGrantToEnd,
  revokeGrant,
  type StoredGrant,
  treeOf,
} from '../../accounts/index.ts'
import { type Fact, record } from '../../event-log/index.ts'
import type { AccountId, GrantId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { approverOf, type Decider } from '../decide/decide.store.ts'
import { takeBack } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { TakeBackFacts } from '../domain/taking-back.ts'
import { settleRemoval, unsettledRemoval } from '../remove-administrator/remove-administrator.store.ts'

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
  const facts = await factsToTake(tx, grant, decider.now)
  const allowed = takeBack(grant, by, facts)
  if (!allowed.ok) return allowed
  if (!(await revokeGrant(tx, { ...which, by: decider.personId })))
    return refuse({ code: 'grant-already-over' })
  const removal = grant.role === 'SA' ? await unsettledRemoval(tx, which) : undefined
  if (removal) await settleRemoval(tx, removal, { outcome: 'GIVEN_UP', by: decider.personId })
  await recordRevoked(tx, grant, decider.personId)
  return done(grant)
}

async function factsToTake(tx: Tx, { role, accountId }: StoredGrant, now: Date): Promise<TakeBackFacts> {
  if (role !== 'SA') return { now, administrators: [], wantsTwo: false }
  const { twoForAdministrator } = await accountOf(tx, accountId)
  return { now, administrators: await administratorsOf(tx, accountId), wantsTwo: twoForAdministrator }
}

/** Records that a grant was ended, last in its transaction; `why` names the proposal that led to it. */
export async function recordRevoked(
  tx: Tx,
  grant: StoredGrant,
  by: PersonId,
  why: { readonly [name: string]: Fact } = {},
): Promise<void> {
  await record(tx, {
    type: 'grant.revoked',
    account: grant.accountId,
    actor: by,
    subject: grant.personId,
    ...(grant.requestId === null ? {} : { request: grant.requestId }),
    facts: {
      ...why,
      grantId: grant.id,
      role: recorded(grant.role),
      virtualAccountId: grant.virtualAccountId,
      byTheHolder: grant.personId === by,
    },
  })
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
