// The world in which random people try things in the test of unearned rights: what is stored, and what follows from it.
import { globex, grant, now, paris, person, rome, tree } from '../../accounts/domain/cast.ts'
import { type Given, type Grant, type Rights, rightsOf, type Tree } from '../../accounts/domain/rights.ts'
import type { AccountId, GrantId, PersonId, RequestId } from '../../kernel/id.ts'
import type { Approver, Candidate } from './approvers.ts'
import { hours, people, treeOfGlobex } from './random-acts.ts'
import type { AccessRequest } from './request.ts'

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
]

type Origin = { readonly deciders: readonly PersonId[]; readonly asked: AccessRequest }

/** What a database would hold, and the time. */
export class World {
  at = now
  grants: Grant[] = [...initial]
  requests: AccessRequest[] = []
  disabled = new Set<PersonId>()
  halves = new Map<RequestId, { by: PersonId; given: Given; version: number }>()
  origins = new Map<GrantId, Origin>()
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
