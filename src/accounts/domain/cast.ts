// The cast of the rules' tests: ACME with Paris (and its Lab) and Lyon, and the people around it.
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { type Grant, type Rights, rightsOf, type Tree } from './rights.ts'
import { type GrantedRole, keyOf } from './roles.ts'

/** The moment at which every test stands: a Wednesday, ten o'clock in Paris. */
export const now = new Date('2026-03-11T09:00:00.000Z')

export const acme = 'account-acme' as AccountId
export const globex = 'account-globex' as AccountId

export const paris = 'virtual-paris' as VirtualAccountId
export const parisLab = 'virtual-paris-lab' as VirtualAccountId
export const lyon = 'virtual-lyon' as VirtualAccountId
export const rome = 'virtual-rome-of-globex' as VirtualAccountId

/** ACME's virtual accounts. */
export const tree: Tree = {
  accountId: acme,
  virtualAccounts: [
    { id: parisLab, parentId: paris },
    { id: paris, parentId: null },
    { id: lyon, parentId: null },
  ],
}

/** The whole account, as a scope. */
export const whole = { kind: 'ACCOUNT' } as const

/** These virtual accounts, as a scope. */
export function inside(...virtualAccountIds: VirtualAccountId[]) {
  return { kind: 'VIRTUAL', virtualAccountIds } as const
}

/** The id of one of the cast. */
export function person(name: string): PersonId {
  return `person-${name}` as PersonId
}

/** A grant without end, of Ana at ACME unless told otherwise. */
export function grant(role: GrantedRole, changes: Partial<Grant> = {}): Grant {
  return {
    id: `grant-${keyOf(role)}` as GrantId,
    accountId: acme,
    personId: person('ana'),
    role,
    virtualAccountId: null,
    endsAt: null,
    revokedAt: null,
    suspendedAt: null,
    ...changes,
  }
}

/** What somebody holds at ACME who has these grants. */
export function holding(...grants: Grant[]): Rights {
  return rightsOf(grants, tree, now)
}
