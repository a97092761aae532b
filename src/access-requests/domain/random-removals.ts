// How random people remove administrators in the test of unearned rights, right and wrong.
import type { Grant } from '../../accounts/domain/rights.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Approver } from './approvers.ts'
import { confirmRemoval, proposeRemoval, refuseRemoval, withdrawRemoval } from './policy.ts'
import { type Act, administratorsBeside, approverOf, treeOf, type World } from './random-world.ts'
import type { Refusal } from './refusals.ts'
import type { Proposal, RemovedBecause } from './removing.ts'
import type { TakeBackFacts } from './taking-back.ts'

type How = {
  readonly by: PersonId
  readonly first: PersonId | null
  readonly because: RemovedBecause | null
}

/** An access that ended, and what there was to know about it just before. */
export type Ending = How & {
  readonly over: Grant
  /** Who else administered the account and could sign in. */
  readonly others: number
  readonly couldSignIn: boolean
  readonly hadNotice: boolean
}

/** What somebody tried, what it came to, and the access that ended by it. */
type Tried = {
  readonly tried: 'propose' | 'refuse' | 'withdraw' | 'remove'
  readonly outcome: Outcome<unknown, Refusal>
  readonly ending?: Ending
}

/** What must be known for this person to take this grant. */
export function takingOf(world: World, grant: Grant, who: PersonId): [Approver, TakeBackFacts] {
  const administrators = administratorsBeside(world, grant)
  const by = approverOf(world, who, treeOf(grant.accountId))
  return [by, { now: world.at, administrators, wantsTwo: null }]
}

/** Stores that an access is over. */
export function end(world: World, over: Grant, how: How): Ending {
  const others = administratorsBeside(world, over).filter(
    ({ isDisabled, personId }) => !isDisabled && personId !== over.personId,
  )
  const noticeEndsAt = world.removals.get(over.id)?.noticeEndsAt ?? null
  world.removals.delete(over.id)
  world.grants = world.grants.map((one) => (one.id === over.id ? over : one))
  return {
    ...how,
    over,
    others: new Set(others.map(({ personId }) => personId)).size,
    couldSignIn: !world.disabled.has(over.personId),
    hadNotice: noticeEndsAt !== null && noticeEndsAt <= world.at,
  }
}

/** Tries one step of removing an administrator. */
export function remove(world: World, act: Act): Tried | undefined {
  const { n, dice } = act
  const administrators = world.grants.filter((one) => one.role === 'SA' && one.revokedAt === null)
  const concerned = administrators.at(-1 - (n % Math.max(1, administrators.length)))
  if (!concerned) return undefined
  const proposed = world.removals.get(concerned.id)
  const [by, facts] = takingOf(world, concerned, actorOf(act, administrators, proposed?.by))
  if (!proposed || dice === 0) return propose(world, concerned, by, facts)
  const proposal = proposalIn(world, concerned, proposed)
  if (dice > 2) return confirm(world, concerned, by, { ...facts, proposal })
  return dice === 1
    ? stop(world, concerned, 'refuse', refuseRemoval(concerned, by, proposal, facts))
    : stop(world, concerned, 'withdraw', withdrawRemoval(concerned, by, proposal, facts.now))
}

// Mostly somebody who administers, or the author: others are refused anyway.
function actorOf({ who, n, dice }: Act, administrators: readonly Grant[], author: PersonId | undefined) {
  if (n === 0) return who
  const administrator = administrators[(n + dice) % administrators.length]?.personId ?? who
  return dice > 3 ? (author ?? administrator) : administrator
}

function stop(
  world: World,
  { id }: Grant,
  tried: 'refuse' | 'withdraw',
  outcome: Outcome<true, Refusal>,
): Tried {
  if (outcome.ok) world.removals.delete(id)
  return { tried, outcome }
}

function propose(world: World, concerned: Grant, by: Approver, facts: TakeBackFacts): Tried {
  const proposed = world.removals.get(concerned.id)
  const proposal = proposed ? proposalIn(world, concerned, proposed) : null
  const outcome = proposeRemoval(
    concerned,
    by,
    { reason: 'Has left for another company.' },
    { ...facts, proposal },
  )
  if (outcome.ok) world.removals.set(concerned.id, { ...outcome.value, by: by.personId })
  return { tried: 'propose', outcome }
}

function confirm(
  world: World,
  concerned: Grant,
  by: Approver,
  facts: TakeBackFacts & { readonly proposal: Proposal },
): Tried {
  const { proposal } = facts
  const outcome = confirmRemoval(concerned, by, proposal, facts)
  if (!outcome.ok) return { tried: 'remove', outcome }
  const { grant, because } = outcome.value
  const ending = end(world, grant, { by: by.personId, first: proposal.by.personId, because })
  return { tried: 'remove', outcome, ending }
}

function proposalIn(
  world: World,
  concerned: Grant,
  proposed: Omit<Proposal, 'by'> & { readonly by: PersonId },
): Proposal {
  return { ...proposed, by: approverOf(world, proposed.by, treeOf(concerned.accountId)) }
}
