import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { may, type Rights } from './rights.ts'
import { reachOf } from './roles.ts'

/** Somebody who decides something in an account, as a delegate or as the one who is away. */
export type Colleague = {
  readonly personId: PersonId
  readonly rights: Rights
  readonly isDisabled: boolean
  readonly address: string
  /** The organisation's own number of this human being; two sign-ins with one number are one person. */
  readonly directoryId: string | null
}

/** In one account, one person stands in for another who is away. */
export type Delegation = { readonly personId: PersonId; readonly delegateId: PersonId }

/** How many delegates may follow each other. */
export const longestChain = 2

/** Why somebody cannot stand in. */
export type DelegationRefusal =
  | { readonly code: 'oneself' }
  | { readonly code: 'nothing-to-decide' }
  | { readonly code: 'less-power' }
  | { readonly code: 'cycle' }
  | { readonly code: 'chain-too-long' }

/**
 * Whether `to` may stand in for `by`: another human being who could decide there themselves all that `by` can.
 * `others` are the account's delegations now; the one that this would replace does not count.
 */
export function mayDelegate(
  by: Colleague,
  to: Colleague,
  others: readonly Delegation[],
): Outcome<true, DelegationRefusal> {
  if (isOneHuman(by, to)) return refuse({ code: 'oneself' })
  if (!decidesSomething(by)) return refuse({ code: 'nothing-to-decide' })
  if (to.isDisabled || !decidesAllOf(to.rights, by.rights)) return refuse({ code: 'less-power' })
  const kept = others.filter(({ personId }) => personId !== by.personId)
  const after = stepsFrom(to.personId, kept)
  if (after.includes(by.personId)) return refuse({ code: 'cycle' })
  const length = stepsTo(by.personId, kept) + 1 + after.length
  return length > longestChain ? refuse({ code: 'chain-too-long' }) : done(true)
}

/** Whether two sign-ins belong to one human being, as far as can be known: one number, or one mailbox. */
export function isOneHuman(
  one: Pick<Colleague, 'personId' | 'address' | 'directoryId'>,
  other: Pick<Colleague, 'personId' | 'address' | 'directoryId'>,
): boolean {
  if (one.personId === other.personId || mailboxOf(one.address) === mailboxOf(other.address)) return true
  return one.directoryId !== null && one.directoryId === other.directoryId
}

/** Whether the first rights allow every decision that the second allow. */
export function decidesAllOf(rights: Rights, absent: Rights): boolean {
  if (rights.tree.accountId !== absent.tree.accountId) return false
  if (may(rights, 'decide-requests', { kind: 'ACCOUNT' })) return true
  if (may(absent, 'decide-requests', { kind: 'ACCOUNT' })) return false
  return [...absent.places].every((place) => {
    const there = { kind: 'VIRTUAL', virtualAccountIds: [place] } as const
    return !may(absent, 'decide-requests', there) || may(rights, 'decide-requests', there)
  })
}

/** Whether somebody is there to act: neither away nor cut off from mail. */
export type Presence = { readonly isAway: boolean; readonly hasHardBounced: boolean }

/**
 * Those on whom it depends that somebody acts for a person who is away, the last of whom does; empty when nobody does.
 * `able` gives how somebody is who could decide themselves, undefined for everybody else.
 */
export function standInsFor(
  personId: PersonId,
  delegations: readonly Delegation[],
  able: (id: PersonId) => Presence | undefined,
): readonly PersonId[] {
  const chain: PersonId[] = []
  for (const id of stepsFrom(personId, delegations).slice(0, longestChain)) {
    const presence = able(id)
    if (!presence || id === personId) return []
    chain.push(id)
    if (!presence.isAway) return presence.hasHardBounced ? [] : chain
  }
  return []
}

/** Whether somebody decides requests in an account, all of them or those of a part of it. */
export function decidesSomething({ rights, isDisabled }: Pick<Colleague, 'rights' | 'isDisabled'>): boolean {
  return !isDisabled && rights.held.some(({ role }) => reachOf(role, 'delegate-decisions') !== 'nowhere')
}

function mailboxOf(address: string): string {
  const [local = '', host = ''] = address.toLowerCase().split('@')
  return `${local.split('+')[0]}@${host}`
}

// Those who follow a person, each once: a circle ends where it began.
function stepsFrom(personId: PersonId, delegations: readonly Delegation[]): PersonId[] {
  const steps: PersonId[] = []
  let next: PersonId | undefined = personId
  for (;;) {
    const from: PersonId | undefined = next
    next = delegations.find((one) => one.personId === from)?.delegateId
    if (next === undefined || steps.includes(next)) return steps
    steps.push(next)
  }
}

function stepsTo(personId: PersonId, delegations: readonly Delegation[]): number {
  const lengths = delegations.map((one) => stepsFrom(one.personId, delegations).indexOf(personId) + 1)
  return Math.max(0, ...lengths)
}
