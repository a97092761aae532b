import { z } from 'zod'
import { customActions } from '../../accounts/domain/custom-role.ts'
import { type Action, actionsOf, roles } from '../../accounts/domain/roles.ts'
import { nextPage } from '../../platform/api/index.ts'
import type { ListedRole, StoredRole } from '../custom-roles.store.ts'
import type { RoleVersion } from '../role/role.query.ts'

const instant = z.iso.datetime({ offset: true })
// A role for the whole account may contain all that one for virtual accounts may.
const possible = customActions('ACCOUNT') as readonly [Action, ...Action[]]
const actionsField = z.array(z.enum(possible)).max(40)

const reach = z.enum(['ACCOUNT', 'VIRTUAL']).meta({
  description: 'Whether it is given in the whole account, or in virtual accounts and those below them.',
})

const roleSchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    description: z.string(),
    reach,
    actions: actionsField,
    version: z.int().min(1).meta({ description: 'Send it as If-Match when you change the role.' }),
    changedAt: instant,
    retiredAt: instant.nullable(),
  })
  .meta({ id: 'CustomRole' })

const listedSchema = roleSchema
  .extend({ holders: z.int().min(0).meta({ description: 'How many of those you see hold it.' }) })
  .meta({ id: 'ListedCustomRole' })

const builtInSchema = z
  .strictObject({
    code: z.enum(roles),
    actions: z.array(z.string()).meta({ description: 'What it may do, each as far as the page says.' }),
  })
  .meta({ id: 'BuiltInRole' })

/** A page of roles; the built-in ones stand on every page. */
export const roleListSchema = z
  .strictObject({ builtIn: z.array(builtInSchema), items: z.array(listedSchema), after: nextPage })
  .meta({ id: 'CustomRoleList' })

/** One role with how many hold it. */
export const oneRoleSchema = listedSchema

/** What a role is to be. */
const written = {
  name: z.string().max(400).meta({
    description: '1 to 60 characters, once in the account, and nothing like a built-in name.',
  }),
  description: z.string().max(2000).default('').meta({ description: 'At most 300 characters.' }),
  actions: actionsField.meta({
    description: 'What it may do. What these need is added, and what every role may do.',
  }),
}
export const newRoleBody = z.strictObject({ ...written, reach }).meta({ id: 'WantedCustomRole' })
export const changeRoleBody = z.strictObject(written).meta({ id: 'ChangedCustomRole' })

/** What a change came to. */
export const changedSchema = z
  .strictObject({
    id: z.uuid(),
    version: z.int(),
    gained: actionsField,
    lost: actionsField,
    people: z.int().meta({ description: 'How many people’s rights changed; each is told by mail.' }),
  })
  .meta({ id: 'CustomRoleChange' })

/** The role that something was done to. */
export const roleIdSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'CustomRoleId' })

const versionSchema = z
  .strictObject({
    version: z.int(),
    name: z.string(),
    description: z.string(),
    actions: actionsField,
    changedAt: instant,
    changedBy: z.string().nullable().meta({ description: 'Their name; null when they were erased.' }),
  })
  .meta({ id: 'CustomRoleVersion' })

/** A page of versions. */
export const versionListSchema = z
  .strictObject({ items: z.array(versionSchema), after: nextPage })
  .meta({ id: 'CustomRoleVersionList' })

export const exampleRole: z.input<typeof listedSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f75',
  name: 'Auditor',
  description: 'Reads the history for the yearly audit.',
  reach: 'ACCOUNT',
  actions: ['see-account', 'see-virtual-accounts', 'see-people', 'see-event-log'],
  version: 1,
  changedAt: '2026-11-24T10:00:00.000Z',
  retiredAt: null,
  holders: 2,
}
export const exampleVersion: z.input<typeof versionSchema> = {
  version: 1,
  name: 'Auditor',
  description: 'Reads the history for the yearly audit.',
  actions: exampleRole.actions,
  changedAt: '2026-11-24T10:00:00.000Z',
  changedBy: 'Ana Roux',
}

/** The roles that every account has, with what each may do. */
export const builtInRoles: z.input<typeof builtInSchema>[] = roles.map((code) => ({
  code,
  actions: [...actionsOf(code)],
}))

/** A role as the API shows it. */
export function shownRole(role: StoredRole): z.output<typeof roleSchema> {
  const { id, name, description, version, changedAt, retiredAt, actions } = role
  return {
    id,
    name,
    description,
    reach: role.reach,
    actions: [...actions],
    version,
    changedAt: changedAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  }
}

/** The same with how many hold it. */
export function shownListed(role: ListedRole): z.output<typeof listedSchema> {
  return { ...shownRole(role), holders: role.holders }
}

/** A version as the API shows it. */
export function shownVersion(version: RoleVersion): z.output<typeof versionSchema> {
  const { name, description, actions, changedAt, by } = version
  return {
    version: version.version,
    name,
    description,
    actions: [...actions],
    changedAt: changedAt.toISOString(),
    changedBy: by,
  }
}
