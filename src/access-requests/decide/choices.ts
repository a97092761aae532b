import { coverage, type Scope } from '../../accounts/domain/rights.ts'
import { accountRoles, type GrantedRole, isVirtualRole, virtualRoles } from '../../accounts/domain/roles.ts'
import type { NamedVirtualAccount } from '../../accounts/index.ts'
import type { DecisionView } from './decide.query.ts'

/** What this approver can choose from: never more than the command would allow. */
export type Choices = {
  readonly account: boolean
  readonly virtualAccounts: readonly NamedVirtualAccount[]
  readonly roles: readonly GrantedRole[]
  /** When the approver's own right ends, if it does everywhere. */
  readonly until: Date | null
}

/** What the approver of this view can choose from. */
export function choicesOf({ by, tree, ownRoles }: DecisionView): Choices {
  const can = (role: GrantedRole, scope: Scope) => coverage(by.rights, role, scope).covered
  const whole: Scope = { kind: 'ACCOUNT' }
  const forAccount = [...accountRoles, ...ownRoles.filter((role) => !isVirtualRole(role))].filter((role) =>
    can(role, whole),
  )
  const virtualAccounts = tree.virtualAccounts.filter(({ id }) =>
    can('VV', { kind: 'VIRTUAL', virtualAccountIds: [id] }),
  )
  const forVirtual = [...virtualRoles, ...ownRoles.filter(isVirtualRole)].filter((role) =>
    virtualAccounts.some(({ id }) => can(role, { kind: 'VIRTUAL', virtualAccountIds: [id] })),
  )
  return {
    account: forAccount.length > 0,
    virtualAccounts,
    roles: [...forAccount, ...forVirtual],
    until: latestOwnEnd(by.rights.held.map(({ endsAt }) => endsAt)),
  }
}

function latestOwnEnd(ends: readonly (Date | null)[]): Date | null {
  if (ends.length === 0 || ends.includes(null)) return null
  return new Date(Math.max(...ends.map((end) => end?.getTime() ?? 0)))
}
