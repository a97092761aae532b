import type { Grant } from '../../accounts/domain/rights.ts'
import { type CustomRole, type GrantedRole, type NamedRole } from '../../accounts/domain/roles.ts'
import { customRolesOf } from '../../accounts/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { RefusalOf } from '../domain/refusals.ts'

/** Somebody who asks an account, with what they hold there. */
export type Insider = {
  readonly account: { readonly id: AccountId }
  readonly grants: readonly Grant[]
}

/** The account's own roles that somebody may ask for: those in use, for whoever holds anything there; nobody else learns of them. */
export function askableRoles(db: Database | Tx, { account, grants }: Insider): Promise<CustomRole[]> {
  return grants.length === 0 ? Promise.resolve([]) : customRolesOf(db, account.id)
}

/**
 * The role that somebody asks for, one of the account's own as it is now. Who holds nothing there reads the same of a
 * role that there is and of one that there is not.
 */
export async function wishedRole(
  db: Database | Tx,
  insider: Insider,
  named: NamedRole | null,
): Promise<Outcome<GrantedRole | null, RefusalOf<'role-gone' | 'role-changed'>>> {
  if (named === null || typeof named === 'string') return done(named)
  const role = (await askableRoles(db, insider)).find(({ id }) => id === named.custom)
  if (!role) return refuse({ code: 'role-gone' })
  return role.version === named.version ? done(role) : refuse({ code: 'role-changed', role })
}
