import { rightsOf } from '../../accounts/domain/rights.ts'
import { grantsOf, holdGrantsOf, treeOf } from '../../accounts/index.ts'
import { signInProblem } from '../../access-requests/domain/deciding.ts'
import { type Decider, lockOpenRequestsFor } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { give } from '../add-members/give.ts'
import { confirmProposal, endProposal as mayEnd } from '../domain/proposing.ts'
import type { Refusal } from '../domain/refusals.ts'
import { isThere } from '../people.store.ts'
import {
  findProposal,
  holdAuthor,
  lockProposal,
  settleProposal,
  type StoredProposal,
} from './proposals.store.ts'

/** Which proposal is meant. */
export type WhichProposal = { readonly accountId: AccountId; readonly id: string }

/** Makes somebody an administrator as the second of two. */
export async function confirmAdministrator(
  tx: Tx,
  decider: Decider,
  which: WhichProposal,
): Promise<Outcome<StoredProposal, Refusal>> {
  const known = await findProposal(tx, which)
  if (!known) return refuse({ code: 'not-found' })
  const { accountId, personId, endsAt } = known
  const open = await lockOpenRequestsFor(tx, accountId, [personId])
  const stored = await lockProposal(tx, which)
  if (!stored) return refuse({ code: 'not-found' })
  const { now } = decider
  const tree = await treeOf(tx, accountId)
  const proposal = await holdAuthor(tx, stored, tree, now)
  const second = await holderOf(tx, decider, which, tree)
  const isActive = await isThere(tx, personId)
  const rights = rightsOf(await grantsOf(tx, { accountId, personId }), tree, now)
  const allowed = confirmProposal(proposal, second, { now, beneficiary: { isActive, rights } })
  if (!allowed.ok) return allowed
  if (signInProblem({ passwordTypedAt: decider.authenticatedAt }, now))
    return refuse({ code: 'recent-sign-in-needed' })
  if (!(await settleProposal(tx, which, { outcome: 'CONFIRMED', by: decider.personId })))
    return refuse({ code: 'proposal-not-open' })
  const given = { role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt } as const
  const why = { proposalId: stored.id, proposedBy: stored.proposedBy }
  const by = decider.personId
  const afterwards = await give(tx, { accountId, personId, given, by, tree, open, why })
  if (!afterwards) return refuse({ code: 'already-held' })
  await afterwards()
  return done(stored)
}

const ended = { REFUSED: 'administrator.refused', WITHDRAWN: 'administrator.withdrawn' } as const

/** Ends a proposal without making anybody an administrator: another refuses it, its author takes it back. */
export async function endProposal(
  tx: Tx,
  decider: Decider,
  which: WhichProposal,
): Promise<Outcome<StoredProposal, Refusal>> {
  const stored = await lockProposal(tx, which)
  if (!stored) return refuse({ code: 'not-found' })
  const tree = await treeOf(tx, stored.accountId)
  const proposal = await holdAuthor(tx, stored, tree, decider.now)
  const by = await holderOf(tx, decider, which, tree)
  const allowed = mayEnd(proposal, by, decider.now)
  if (!allowed.ok) return allowed
  if (!(await settleProposal(tx, which, { outcome: allowed.value, by: decider.personId })))
    return refuse({ code: 'proposal-not-open' })
  await record(tx, {
    type: ended[allowed.value],
    account: stored.accountId,
    actor: decider.personId,
    subject: stored.personId,
    facts: { proposalId: stored.id },
  })
  return done(stored)
}

async function holderOf(
  tx: Tx,
  { personId, now }: Decider,
  { accountId }: WhichProposal,
  tree: Awaited<ReturnType<typeof treeOf>>,
) {
  const held = await holdGrantsOf(tx, { accountId, personId })
  return { personId, rights: rightsOf(held, tree, now) }
}
