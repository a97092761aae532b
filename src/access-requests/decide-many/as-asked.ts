import type { Scope } from '../../accounts/domain/rights.ts'
import { type GrantedRole, isAdministratorRole } from '../../accounts/domain/roles.ts'
import type { Ask } from '../domain/request.ts'

/** What was asked, when role and scope were both said; undefined when something was left open. */
export function fullyAsked(ask: Ask): { readonly role: GrantedRole; readonly scope: Scope } | undefined {
  const { role, scope } = ask
  return role === null || scope.kind === 'UNSURE' ? undefined : { role, scope }
}

/** Whether the request can only be approved on its own page, where one chooses or confirms. */
export function needsItsPage(ask: Ask): boolean {
  const asked = fullyAsked(ask)
  return asked === undefined || isAdministratorRole(asked.role)
}
