import { z } from 'zod'
import { type CustomRoleId, type GrantedRole, isCustom, type NamedRole, roles } from '../domain/roles.ts'

const customRole = z
  .strictObject({
    custom: z.uuid().meta({ description: 'The id of the role.' }),
    name: z.string(),
    version: z.int(),
  })
  .meta({ id: 'NamedCustomRole', description: 'A role that the account made for itself, at its version.' })

/** A role that somebody holds, as programs read it: a code, or a role of the account's own. */
export const heldRoleSchema = z.union([z.enum(roles), customRole])

/** A role that is to be given: a code, or a role of the account's own at the version that was read. */
export const roleToGiveSchema = z
  .union([z.enum(roles), z.strictObject({ custom: z.uuid(), version: z.int().min(1) })])
  .meta({
    id: 'RoleToGive',
    description:
      'A code, or a role of the account’s own by its id, at the version you read: if it was changed meanwhile, nothing is given.',
  })

/** The role that such a body names. */
export function roleIn(body: z.output<typeof roleToGiveSchema>): NamedRole {
  return typeof body === 'string' ? body : { ...body, custom: body.custom as CustomRoleId }
}

/** A role as `heldRoleSchema` has it. */
export function shownRole(role: GrantedRole): z.output<typeof heldRoleSchema> {
  return isCustom(role) ? { custom: role.id, name: role.name, version: role.version } : role
}
