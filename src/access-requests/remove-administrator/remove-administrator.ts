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
import { record } from '../../event-log/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { approverOf, type Decider } from '../decide/decide.store.ts'
import type { Approver } from '../domain/approvers.ts'
import { confirmRemoval, proposeRemoval, refuseRemoval, withdrawRemoval } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { type Proposal, stands } from '../domain/removing.ts'
import type { TakeBackFacts } from '../domain/taking-back.ts'
import { recordRevoked, type WhichGrant } from '../take-back/take-back.ts'
import {
  holdProposal,
  insertRemoval,
  type RemovalId,
  type RemovalOutcome,
  type StoredRemoval,
  settleRemoval,
  unsettledRemoval,
} from './remove-administrator.store.ts'

/** Which proposal is meant: the one that was looked at. */
export type WhichRemoval = WhichGrant & { readonly removalId: string }

/** What a step came to. */
export type RemovalStep = { readonly grant: StoredGrant; readonly removalId: RemovalId }

type Locked = {
  readonly grant: StoredGrant
  readonly by: Approver
  readonly facts: TakeBackFacts
  readonly removal: StoredRemoval | undefined
  readonly proposal: Proposal | null
}

/** Proposes to remove an account administrator; the others are told that one more is needed, the person concerned too. */
export async function proposeToRemove(
  tx: Tx,
  decider: Decider,
  which: WhichGrant,
  sent: { readonly reason: string },
): Promise<Outcome<RemovalStep, Refusal>> {
  const locked = await lock(tx, decider, which)
  if (!locked) return refuse({ code: 'not-found' })
  const { grant, by, facts, removal, proposal } = locked
  const allowed = proposeRemoval(grant, by, sent, { ...facts, proposal })
  if (!allowed.ok) return allowed
  if (removal) await settleRemoval(tx, removal, { outcome: 'LAPSED', by: null })
  const removalId = await insertRemoval(tx, grant, { ...allowed.value, by: by.personId, at: decider.now })
  if (!removalId) return refuse({ code: 'removal-already-proposed' })
  await record(tx, {
    type: 'grant.removal-proposed',
    account: grant.accountId,
    actor: by.personId,
    subject: grant.personId,
    facts: { ...factsOf(grant), removalId },
  })
  return done({ grant, removalId })
}

/** Carries a proposed removal out: as the second administrator, or as its author when nobody objected in time. */
export async function confirmProposedRemoval(
  tx: Tx,
  decider: Decider,
  which: WhichRemoval,
): Promise<Outcome<RemovalStep, Refusal>> {
  const locked = await lockOpen(tx, decider, which)
  if (!locked.ok) return locked
  const { grant, by, facts, removal, proposal } = locked.value
  const allowed = confirmRemoval(grant, by, proposal, facts)
  if (!allowed.ok) return allowed
  const { because } = allowed.value
  if (!(await settleRemoval(tx, removal, { outcome: because, by: by.personId })))
    return refuse({ code: 'removal-not-open' })
  if (!(await revokeGrant(tx, { ...which, by: by.personId }))) return refuse({ code: 'grant-already-over' })
  await recordRevoked(tx, grant, by.personId, {
    removalId: removal.id,
    because,
    proposedBy: removal.proposedBy,
  })
  return done({ grant, removalId: removal.id })
}

/** Ends a proposal that another made; the access stays. */
export async function refuseProposedRemoval(
  tx: Tx,
  decider: Decider,
  which: WhichRemoval & { readonly answer: string },
): Promise<Outcome<RemovalStep, Refusal>> {
  const locked = await lockOpen(tx, decider, which)
  if (!locked.ok) return locked
  const { grant, by, facts, proposal } = locked.value
  const allowed = refuseRemoval(grant, by, proposal, facts)
  if (!allowed.ok) return allowed
  return end(tx, locked.value, { outcome: 'REFUSED', answer: which.answer })
}

/** Takes one's own proposal back. */
export async function withdrawProposedRemoval(
  tx: Tx,
  decider: Decider,
  which: WhichRemoval,
): Promise<Outcome<RemovalStep, Refusal>> {
  const locked = await lockOpen(tx, decider, which)
  if (!locked.ok) return locked
  const { grant, by, proposal } = locked.value
  const allowed = withdrawRemoval(grant, by, proposal, decider.now)
  if (!allowed.ok) return allowed
  return end(tx, locked.value, { outcome: 'WITHDRAWN', answer: '' })
}

const ended = { REFUSED: 'grant.removal-refused', WITHDRAWN: 'grant.removal-withdrawn' } as const

async function end(
  tx: Tx,
  { grant, by, removal }: Open,
  { outcome, answer }: { outcome: RemovalOutcome & keyof typeof ended; answer: string },
): Promise<Outcome<RemovalStep, Refusal>> {
  if (!(await settleRemoval(tx, removal, { outcome, by: by.personId, answer })))
    return refuse({ code: 'removal-not-open' })
  await record(tx, {
    type: ended[outcome],
    account: grant.accountId,
    actor: by.personId,
    subject: grant.personId,
    facts: { ...factsOf(grant), removalId: removal.id, byTheHolder: by.personId === grant.personId },
  })
  return done({ grant, removalId: removal.id })
}

// All administrators of the account first: every step about removing one of them waits for every other.
async function lock(tx: Tx, decider: Decider, which: WhichGrant): Promise<Locked | undefined> {
  const { accountId } = which
  const grant = await lockGrantToEnd(tx, which)
  if (grant?.role !== 'SA') return undefined
  const held = await holdGrantsOf(tx, { accountId, personId: decider.personId })
  const tree = await treeOf(tx, accountId)
  const account = await accountOf(tx, accountId)
  const removal = await unsettledRemoval(tx, which)
  const facts = {
    now: decider.now,
    administrators: await administratorsOf(tx, accountId),
    wantsTwo: account.twoForAdministrator,
  }
  const proposal = removal ? await holdProposal(tx, removal, { tree, now: decider.now }) : null
  return { grant, by: approverOf(decider, held, tree), facts, removal, proposal }
}

type Open = Locked & { readonly removal: StoredRemoval; readonly proposal: Proposal }

// The proposal that was looked at, not another one that was made meanwhile.
async function lockOpen(tx: Tx, decider: Decider, which: WhichRemoval): Promise<Outcome<Open, Refusal>> {
  const locked = await lock(tx, decider, which)
  if (!locked) return refuse({ code: 'not-found' })
  const { removal, proposal, grant } = locked
  if (!removal || !proposal || removal.id !== which.removalId) return refuse({ code: 'removal-not-open' })
  if (!stands(grant, proposal, decider.now)) return refuse({ code: 'removal-not-open' })
  return done({ ...locked, removal, proposal })
}

function factsOf({ id, role }: StoredGrant) {
  return { grantId: id, role: recorded(role), virtualAccountId: null }
}
