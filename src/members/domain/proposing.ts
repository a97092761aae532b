import { holds, type Rights } from '../../accounts/domain/rights.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { aboveOwn } from './adding.ts'
import type { Refusal } from './refusals.ts'

/** After so many days a proposal counts for nothing any more. */
export const proposalLapsesAfterDays = 7

/** Somebody with what they hold in the account at this moment. */
export type Holder = { readonly personId: PersonId; readonly rights: Rights }

/** A proposal to make somebody an account administrator; `by` with the rights they hold now. */
export type Proposal = {
  readonly personId: PersonId
  readonly endsAt: Date | null
  readonly by: Holder
  readonly lapsesAt: Date
  readonly isSettled: boolean
}

const administration = (endsAt: Date | null) => ({ role: 'SA', scope: { kind: 'ACCOUNT' }, endsAt }) as const

/** Whether a proposal still counts: it is open, has not lapsed, and whoever made it could still give the role. */
export function stands(proposal: Proposal, now: Date): boolean {
  const couldGive = aboveOwn(administration(proposal.endsAt), proposal.by) === undefined
  return !proposal.isSettled && now < proposal.lapsesAt && couldGive
}

/** Whether somebody may confirm a proposal, as the second of two; neither its author nor whom it is about can. */
export function confirmProposal(
  proposal: Proposal,
  second: Holder,
  facts: {
    readonly now: Date
    readonly beneficiary: { readonly isActive: boolean; readonly rights: Rights }
  },
): Outcome<true, Refusal> {
  const settled = settleProblem(proposal, second, facts.now)
  if (settled) return refuse(settled)
  if (second.personId === proposal.by.personId) return refuse({ code: 'own-proposal' })
  const { isActive, rights } = facts.beneficiary
  if (!isActive) return refuse({ code: 'cannot-sign-in' })
  const { role, scope, endsAt } = administration(proposal.endsAt)
  return holds(rights, role, scope, endsAt) ? refuse({ code: 'already-held' }) : done(true)
}

/** Whether somebody may end a proposal: another administrator refuses it, its author takes it back. */
export function endProposal(
  proposal: Proposal,
  by: Holder,
  now: Date,
): Outcome<'REFUSED' | 'WITHDRAWN', Refusal> {
  const settled = settleProblem(proposal, by, now)
  if (settled) return refuse(settled)
  return done(by.personId === proposal.by.personId ? 'WITHDRAWN' : 'REFUSED')
}

// Whoever could not give the role learns nothing of a proposal to give it; whom it is about settles nothing.
function settleProblem(proposal: Proposal, by: Holder, now: Date): Refusal | undefined {
  const above = aboveOwn(administration(proposal.endsAt), by)
  if (above || by.personId === proposal.personId) return { code: 'not-found' }
  return stands(proposal, now) ? undefined : { code: 'proposal-not-open' }
}
