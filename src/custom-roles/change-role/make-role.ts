import { completed, makeRole as mayMake } from '../../accounts/domain/custom-role.ts'
import type { CustomRoleId } from '../../accounts/domain/roles.ts'
import { type AccountId, newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { authorIn, type RoleWriter } from '../author.ts'
import { countRoles, insertRole } from '../custom-roles.store.ts'
import { mostRoles, readText, type RoleRefusal, type WantedRole } from '../domain/wanted-role.ts'
import { builtInNames } from '../names.ts'
import { recordRole } from '../record.ts'

/** Makes a role of the account's own, with what its actions need; nobody holds it yet. */
export async function makeRole(
  tx: Tx,
  by: RoleWriter,
  { accountId, wanted }: { readonly accountId: AccountId; readonly wanted: WantedRole },
): Promise<Outcome<CustomRoleId, RoleRefusal>> {
  const text = readText(wanted, builtInNames())
  if (!text.ok) return text
  if (wanted.actions.length === 0) return refuse({ code: 'no-actions' })
  const made = { ...text.value, reach: wanted.reach, actions: completed(wanted.actions) }
  const allowed = mayMake(made, await authorIn(tx, by, accountId))
  if (!allowed.ok) return allowed
  if ((await countRoles(tx, accountId)) >= mostRoles)
    return refuse({ code: 'too-many-roles', max: mostRoles })
  const id = newId<'custom-role'>()
  const is = { accountId, id, by: by.personId }
  if (!(await insertRole(tx, { ...is, wanted: made }))) return refuse({ code: 'name-taken' })
  await recordRole(tx, 'created', { ...is, version: 1 }, { gained: made.actions })
  return done(id)
}
