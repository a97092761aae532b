import { z } from 'zod'
import { type GrantedRole, isCustom, roles } from '../domain/roles.ts'

const customRole = z
  .strictObject({
    custom: z.uuid().meta({ description: 'The id of the role.' }),
    name: z.string(),
    version: z.int(),
  })
  .meta({ id: 'NamedCustomRole', description: 'A role that the account made for itself, at its version.' })

/** A role that somebody holds, as programs read it: a code, or a role of the account's own. */
export const heldRoleSchema = z.union([z.enum(roles), customRole])

/** A role as `heldRoleSchema` has it. */
export function shownRole(role: GrantedRole): z.output<typeof heldRoleSchema> {
  return isCustom(role) ? { custom: role.id, name: role.name, version: role.version } : role
}
