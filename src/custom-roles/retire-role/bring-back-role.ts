import {
  basicActions,
  changeRole as mayChange,
  makeRole as mayMake,
} from '../../accounts/domain/custom-role.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { authorIn, type RoleWriter } from '../author.ts'
import { countRoles, lockRole, markRetired, type WhichRole } from '../custom-roles.store.ts'
import { mostRoles, type RoleRefusal } from '../domain/wanted-role.ts'
import { recordRole } from '../record.ts'
import { placesGiven } from '../domain/places-given.ts'
import { rulesGiving } from '../rules-giving.query.ts'

/** Takes a retired role back into use, as it was. */
export async function bringBackRole(
  tx: Tx,
  by: RoleWriter,
  which: WhichRole,
): Promise<Outcome<number, RoleRefusal>> {
  const role = await lockRole(tx, which)
  if (!role) return refuse({ code: 'not-found' })
  if (role.retiredAt === null) return refuse({ code: 'not-retired' })
  const author = await authorIn(tx, by, which.accountId)
  const allowed = mayMake(role, author)
  if (!allowed.ok) return allowed
  // A rule that gives it gives it again: like widening it from nothing.
  const places = placesGiven(role, await rulesGiving(tx, which), author.rights.tree)
  const given = mayChange({ ...role, actions: basicActions }, role.actions, author, places)
  if (places.length > 0 && !given.ok) return given
  if ((await countRoles(tx, which.accountId)) >= mostRoles)
    return refuse({ code: 'too-many-roles', max: mostRoles })
  if (!(await markRetired(tx, which, false))) return refuse({ code: 'name-taken' })
  await recordRole(tx, 'brought-back', { ...which, version: role.version, by: by.personId })
  return done(role.version)
}
