import { retireRole as mayRetire } from '../../accounts/domain/custom-role.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { authorIn, type RoleWriter } from '../author.ts'
import { holdersOf, lockRole, markRetired, type WhichRole } from '../custom-roles.store.ts'
import { stillGiving } from '../role/role.query.ts'
import type { RoleRefusal } from '../domain/wanted-role.ts'
import { recordRole } from '../record.ts'

/**
 * Retires a role that nobody holds and nobody is about to hold: it is offered nowhere any more. What a rule would give
 * with it is left to people from then on.
 */
export async function retireRole(
  tx: Tx,
  by: RoleWriter,
  which: WhichRole,
): Promise<Outcome<number, RoleRefusal>> {
  const role = await lockRole(tx, which)
  if (!role) return refuse({ code: 'not-found' })
  if (role.retiredAt !== null) return refuse({ code: 'retired' })
  const holders = new Set((await holdersOf(tx, which)).map(({ personId }) => personId)).size
  const allowed = mayRetire(role, await authorIn(tx, by, which.accountId), holders)
  if (!allowed.ok) return allowed
  const { groups, invitations, rules } = await stillGiving(tx, which)
  if (groups.length + invitations > 0) return refuse({ code: 'still-given' })
  await markRetired(tx, which, true)
  await recordRole(tx, 'retired', { ...which, version: role.version, by: by.personId }, { rules })
  return done(role.version)
}
