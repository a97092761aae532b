import { z } from 'zod'
import { heldRoleSchema, roleToGiveSchema, shownRole } from '../../accounts/index.ts'
import { addOutcomes } from '../add-members/add-members.ts'
import { lineProblems } from '../domain/adding.ts'
import type { UserGrant, UserRow } from '../users/users.query.ts'
import { nameOf } from '../../people/domain/viewer.ts'

const instant = z.iso.datetime({ offset: true })

const userSchema = z
  .strictObject({
    personId: z.uuid(),
    name: z.string(),
    address: z.string(),
    outside: z.boolean().meta({
      description: 'Their confirmed address lies in no domain that the account has proved.',
    }),
    disabled: z.boolean(),
    lastHere: z.enum(['week', 'month', 'quarter', 'older']).nullable().meta({
      description: 'Within 7, 30 or 90 days, or longer ago; null when nothing is known.',
    }),
    grants: z.array(
      z.strictObject({
        id: z.uuid(),
        role: heldRoleSchema,
        virtualAccountId: z.uuid().nullable(),
        source: z.enum(['REQUEST', 'DIRECT', 'GROUP', 'RULE', 'CREATION']),
        requestId: z.uuid().nullable(),
        groupId: z.uuid().nullable(),
        givenBy: z.string().nullable().meta({
          description: 'Who approved or gave it, by name; null for a rule, and for somebody who was erased.',
        }),
        since: instant,
        endsAt: instant.nullable(),
        suspended: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'User' })

/** A page of users. */
export const userListSchema = z
  .strictObject({ items: z.array(userSchema), after: z.string().nullable() })
  .meta({ id: 'UserList' })

export const exampleUsers: z.input<typeof userListSchema> = {
  items: [
    {
      personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73',
      name: 'Luc Bernard',
      address: 'luc@acme.example',
      outside: false,
      disabled: false,
      lastHere: 'week',
      grants: [
        {
          id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f72',
          role: 'VV',
          virtualAccountId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f70',
          source: 'DIRECT',
          requestId: null,
          groupId: null,
          givenBy: 'Vera Lindqvist',
          since: '2026-11-24T10:00:00.000Z',
          endsAt: null,
          suspended: false,
        },
      ],
    },
  ],
  after: null,
}

/** A user as the API shows them. */
export function shownUser(row: UserRow): z.output<typeof userSchema> {
  return {
    personId: row.personId,
    name: nameOf(row),
    address: row.address,
    outside: !row.ofTheHouse,
    disabled: row.isDisabled,
    lastHere: row.activity,
    grants: row.grants.map(shownGrant),
  }
}

function shownGrant(grant: UserGrant) {
  const { id, role, virtualAccountId, source, requestId, groupId, givenBy, since, endsAt, isSuspended } =
    grant
  return {
    id,
    role: shownRole(role),
    virtualAccountId,
    source,
    requestId,
    groupId,
    givenBy: givenBy ? nameOf(givenBy) : null,
    since: since.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    suspended: isSuspended,
  }
}

/** Whom to add, with which role, where and until when. */
export const addBody = z.strictObject({
  people: z
    .array(
      z.strictObject({
        address: z.string().max(300),
        role: roleToGiveSchema,
        virtualAccountIds: z.array(z.uuid()).max(100).optional().meta({
          description: 'For roles in virtual accounts; left out for the whole account.',
        }),
        endsAt: instant.nullable().optional(),
      }),
    )
    .min(1)
    .max(100),
})

/** What became of each. */
export const addedSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        address: z.string(),
        outcome: z.enum([...addOutcomes, 'PROBLEM']).meta({
          description:
            'Whoever the account does not know is INVITED, the same whether or not the address belongs to somebody.',
        }),
        problem: z.enum(lineProblems).nullable(),
      }),
    ),
  })
  .meta({ id: 'AddedUsers' })

/** What a grant becomes. */
export const changeBody = z.strictObject({
  role: roleToGiveSchema,
  virtualAccountId: z.uuid().nullable(),
  endsAt: instant.nullable(),
})

/** Whose grants ended or changed. */
export const endedSchema = z
  .strictObject({ personId: z.uuid(), grantIds: z.array(z.uuid()) })
  .meta({ id: 'EndedGrants' })

export const exampleEnded = {
  personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73',
  grantIds: ['019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f72'],
}
