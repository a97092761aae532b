import { z } from 'zod'
import { heldRoleSchema, roleIn, roleToGiveSchema, shownRole } from '../../accounts/index.ts'
import type { Scope } from '../../accounts/domain/rights.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { mostAddresses } from '../../members/domain/sheet.ts'
import { nextPage } from '../../platform/api/index.ts'
import type { ChosenGroup } from '../domain/groups.ts'
import type { Member, StoredGroup } from '../groups.store.ts'

const instant = z.iso.datetime({ offset: true })
const places = z.array(z.uuid()).max(5000).meta({
  description: 'The virtual accounts it gives its role in; none for a role in the whole account.',
})

const groupSchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    role: heldRoleSchema,
    virtualAccountIds: places,
    members: z.int().min(0).meta({ description: 'How many people are in it.' }),
    version: z.int().min(1).meta({ description: 'Send it as If-Match when you change the group.' }),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'Group' })

/** A page of groups. */
export const groupListSchema = z
  .strictObject({ items: z.array(groupSchema), after: nextPage })
  .meta({ id: 'GroupList' })

const memberSchema = z
  .strictObject({ personId: z.uuid(), name: z.string(), address: z.string(), since: instant })
  .meta({ id: 'GroupMember' })

/** A group with a page of the people in it. */
export const groupPageSchema = z
  .strictObject({ group: groupSchema, items: z.array(memberSchema), after: nextPage })
  .meta({ id: 'GroupPage' })

/** What a group is to be. */
export const groupBody = z
  .strictObject({
    name: z.string().max(400).meta({ description: '1 to 80 characters, once in the account.' }),
    role: roleToGiveSchema,
    virtualAccountIds: places.optional(),
  })
  .meta({ id: 'WantedGroup' })

/** Who is put into a group. */
export const addBody = z.strictObject({
  addresses: z.array(z.string().min(1).max(300)).min(1).max(mostAddresses).meta({
    description: 'Addresses of users of the account; others are not put in, and are said back.',
  }),
})

/** What became of addresses. */
export const addedSchema = z
  .strictObject({
    added: z.int().min(0),
    unknown: z.array(z.string()).meta({ description: 'Those that belong to no user of the account.' }),
  })
  .meta({ id: 'AddedToGroup' })

/** Who is taken out of a group. */
export const removeBody = z.strictObject({ personId: z.uuid() })

/** The group that something was done to. */
export const changedSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'ChangedGroup' })

export const exampleGroup: z.input<typeof groupSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f74',
  name: 'Licence team Paris',
  role: 'VU',
  virtualAccountIds: ['019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f70'],
  members: 1,
  version: 1,
  closedAt: null,
}

export const exampleMember: z.input<typeof memberSchema> = {
  personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73',
  name: 'Luc Bernard',
  address: 'luc@acme.example',
  since: '2026-11-24T10:00:00.000Z',
}

const placesOf = (scope: Scope) => (scope.kind === 'ACCOUNT' ? [] : [...scope.virtualAccountIds])

/** A group as the API shows it. */
export function shownGroup(group: StoredGroup): z.output<typeof groupSchema> {
  const { id, name, role, scope, members, version, closedAt } = group
  const closed = closedAt?.toISOString() ?? null
  return {
    id,
    name,
    role: shownRole(role),
    virtualAccountIds: placesOf(scope),
    members,
    version,
    closedAt: closed,
  }
}

/** Somebody in a group as the API shows them. */
export function shownMember({ personId, name, address, addedAt }: Member): z.output<typeof memberSchema> {
  return { personId, name, address, since: addedAt.toISOString() }
}

/** The group that a body means. */
export function wantedFrom({ name, role, virtualAccountIds = [] }: z.output<typeof groupBody>): ChosenGroup {
  const ids = [...new Set(virtualAccountIds)] as VirtualAccountId[]
  return {
    name,
    role: roleIn(role),
    scope: ids.length === 0 ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds: ids },
  }
}
