// The world in which random people try things in the test of unearned rights: what is stored, and what follows from it.
import { globex, grant, now, paris, person, rome, tree } from '../../accounts/domain/cast.ts'
import type { Administrator } from '../../accounts/domain/last-administrator.ts'
import {
  type Given,
  type Grant,
  isInForce,
  type Rights,
  rightsOf,
  seatsOf,
  type Tree,
} from '../../accounts/domain/rights.ts'
import type { AccountId, GrantId, PersonId, RequestId } from '../../kernel/id.ts'
import { type Approver, type Candidate, reachableFor } from './approvers.ts'
import type { SubmitFacts } from './asking.ts'
import { free } from './cast.ts'
import type { Approval } from './deciding.ts'
import type { Proposal } from './removing.ts'
import { type AccessRequest, type Ask, isOpen } from './request.ts'

/** Everybody in the story. */
export const people = ['ana', 'ben', 'vera', 'raul', 'zoe', 'carla'].map(person)
const treeOfGlobex: Tree = { accountId: globex, virtualAccounts: [{ id: rome, parentId: null }] }

/** The instant so many hours after the story begins. */
export function hours(count: number): Date {
  return new Date(now.getTime() + count * 3_600_000)
}

/** The accounts there are. */
export const trees: readonly Tree[] = [tree, treeOfGlobex]
/**
 * What people hold when the story begins. Globex has an administrator of Rome only: nobody there can ever come to hold
 * anything beyond Rome.
 */
export const initial: readonly Grant[] = [
  grant('SA', { id: 'first-0' as GrantId, personId: person('ana') }),
  grant('SA', { id: 'first-1' as GrantId, personId: person('ben') }),
  grant('VA', {
    id: 'first-2' as GrantId,
    personId: person('vera'),
    virtualAccountId: paris,
    endsAt: hours(400),
  }),
  grant('SU', { id: 'first-3' as GrantId, personId: person('vera') }),
  grant('VA', {
    id: 'first-4' as GrantId,
    accountId: globex,
    personId: person('carla'),
    virtualAccountId: rome,
  }),
  grant('SA', { id: 'first-5' as GrantId, personId: person('carla'), endsAt: hours(100) }),
]

type Origin = { readonly deciders: readonly PersonId[]; readonly asked: AccessRequest }

/** Something somebody tries; which fields count depends on `act`. */
export type Act = {
  readonly act:
    | 'submit'
    | 'approve'
    | 'decline'
    | 'amend'
    | 'touch'
    | 'take-back'
    | 'remove'
    | 'wait'
    | 'disable'
  readonly who: PersonId
  readonly other: PersonId
  readonly ask: Ask
  readonly given: Given
  readonly n: number
  readonly dice: number
}

/** What a database would hold, and the time. */
export class World {
  at = now
  grants: Grant[] = [...initial]
  requests: AccessRequest[] = []
  disabled = new Set<PersonId>()
  halves = new Map<RequestId, { by: PersonId; given: Given; version: number }>()
  origins = new Map<GrantId, Origin>()
  removals = new Map<GrantId, Omit<Proposal, 'by'> & { by: PersonId }>()
}

/** What somebody holds in one account now. */
export function rights(world: World, who: PersonId, where: Tree): Rights {
  return rightsOf(
    world.grants.filter(({ personId }) => personId === who),
    where,
    world.at,
  )
}

/** Somebody as an approver who typed their password just now. */
export function approverOf(world: World, who: PersonId, where: Tree): Approver {
  const isDisabled = world.disabled.has(who)
  return {
    personId: who,
    countsAs: [],
    isDisabled,
    rights: rights(world, who, where),
    passwordTypedAt: world.at,
  }
}

/** Everybody, as far as mail reaches them. */
export function candidates(world: World, where: Tree): Candidate[] {
  return people.map((who) => ({
    ...approverOf(world, who, where),
    hasHardBounced: false,
    isAwayWithoutDelegate: false,
  }))
}

/** The virtual accounts of one account. */
export function treeOf(accountId: AccountId): Tree {
  return trees.find((one) => one.accountId === accountId) as Tree
}

/** Stores what an approval gives, and who gave it. */
export function give(world: World, approval: Extract<Approval, { kind: 'FINAL' }>, who: PersonId): void {
  const { request: settled, given, firstApproverId } = approval
  world.requests = world.requests.map((one) => (one.id === settled.id ? settled : one))
  for (const virtualAccountId of seatsOf(given.scope)) {
    const id = `grant-${world.grants.length}` as GrantId
    const { accountId, beneficiaryId: personId } = settled
    world.grants.push(grant(given.role, { id, accountId, personId, virtualAccountId, endsAt: given.endsAt }))
    world.origins.set(id, { deciders: firstApproverId ? [who, firstApproverId] : [who], asked: settled })
  }
}

/** Who administers the account of a grant now, one row for each grant. */
export function administratorsBeside(world: World, { accountId }: Grant): Administrator[] {
  return world.grants
    .filter((one) => one.role === 'SA' && one.accountId === accountId && isInForce(one, world.at))
    .map(({ id, personId, endsAt }) => {
      const isDisabled = world.disabled.has(personId)
      return {
        grantId: id,
        personId,
        endsAt,
        isDisabled,
        hasHardBounced: false,
        isAwayWithoutDelegate: false,
      }
    })
}

/** What must be known to send this request. */
export function factsFor(world: World, asked: AccessRequest): SubmitFacts {
  const where = treeOf(asked.accountId)
  const theirs = world.requests.filter(
    (one) => one.beneficiaryId === asked.beneficiaryId && one.accountId === asked.accountId,
  )
  return {
    ...free,
    openRequest: theirs.find(isOpen) ?? null,
    openRequests: world.requests.filter((one) => one.requesterId === asked.requesterId && isOpen(one)).length,
    held: rights(world, asked.beneficiaryId, where),
    choosable: new Set(where.virtualAccounts.map(({ id }) => id)),
    declined: theirs.filter(({ status }) => status === 'DECLINED'),
    reachable: reachableFor(asked, candidates(world, where)).length,
  }
}
