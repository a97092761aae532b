import type { CustomRole, CustomRoleId } from '../../accounts/domain/roles.ts'
import { customRolesToGive } from '../../accounts/index.ts'
import { type AccountId, newId, type PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import { insertRole } from '../custom-roles.store.ts'
import { mostRoles } from '../domain/wanted-role.ts'
import { recordRole } from '../record.ts'
import { actionsCarried, nameCarried, sameAs } from './carried.ts'
import { rolesNeeded } from './needed.query.ts'

/** An account that becomes a part of another one, and who brings it about. */
export type Carrying = {
  readonly from: AccountId
  readonly into: AccountId
  readonly fromName: string
  readonly by: PersonId
}

/** What roles of one account are in the other; those that were made for it there are to be recorded. */
export type CarriedRoles = {
  readonly roles: ReadonlyMap<CustomRoleId, CustomRole>
  readonly made: readonly CustomRole[]
}

/**
 * Carries the own roles that somebody holds or asks for into another account, as roles for virtual accounts: one of the
 * same name and content is that role there; any other is made. Where the other account has as many as it may, a role is
 * left behind. Roles are locked before any grant.
 */
export async function carryRoles(tx: Tx, { from, into, fromName, by }: Carrying): Promise<CarriedRoles> {
  const needed = await rolesNeeded(tx, from)
  if (needed.length === 0) return { roles: new Map(), made: [] }
  const there = await customRolesToGive(tx, into)
  const roles = new Map<CustomRoleId, CustomRole>()
  const made: CustomRole[] = []
  for (const role of needed) {
    const actions = actionsCarried(role)
    const known = [...there, ...made]
    const same = sameAs(role.name, actions, known)
    if (same) roles.set(role.id, same)
    else if (known.length < mostRoles) {
      const taken = known.map(({ name }) => name)
      const name = nameCarried(role.name, fromName, taken)
      const wanted = { name, description: role.description, reach: 'VIRTUAL', actions } as const
      const id = newId<'custom-role'>()
      if (!(await insertRole(tx, { accountId: into, id, wanted, by })))
        throw new Error('A role was made under the same name while all were locked')
      const copy: CustomRole = { id, name, version: 1, reach: 'VIRTUAL', actions }
      made.push(copy)
      roles.set(role.id, copy)
    }
  }
  return { roles, made }
}

/** Records the roles that were made by carrying them, last in the transaction. */
export async function recordCarried(tx: Tx, { into, by }: Carrying, { made }: CarriedRoles): Promise<void> {
  for (const { id, version, actions } of made)
    await recordRole(tx, 'created', { accountId: into, id, version, by }, { gained: actions })
}
