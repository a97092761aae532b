import { z } from 'zod'
import { done } from '../../kernel/outcome.ts'
import { apiAccessPath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { nextPage, type Operation, reading } from '../../platform/api/index.ts'
import { claimOperations } from './claims.api.ts'
import type { ClaimPlatform } from './claims-at-desk.api.ts'
import { delegateOperations } from './delegates.api.ts'
import { editing } from './edit.api.ts'
import { heldRoleSchema, shownRole } from './role.schema.ts'
import { sightOperations } from './sight.api.ts'
import { awayOperations } from './away.api.ts'
import { settingsOperations } from './settings.api.ts'
import { virtualAccountOperations } from './virtual-accounts.api.ts'
import { type HeldRole, rolesHeldBy } from '../existing-access/existing-access.query.ts'

const instant = z.iso.datetime({ offset: true })

const grantSchema = z
  .strictObject({
    id: z.uuid().meta({ description: 'The id of the grant.' }),
    account: z.strictObject({ identifier: z.string(), name: z.string() }),
    place: z.array(z.string()).meta({
      description: 'The names from the topmost virtual account down; empty for the whole account.',
    }),
    role: heldRoleSchema,
    source: z.enum(['REQUEST', 'DIRECT', 'GROUP', 'RULE', 'CREATION']),
    requestId: z.uuid().nullable(),
    reference: z.string().nullable(),
    since: instant,
    endsAt: instant.nullable(),
  })
  .meta({ id: 'Grant' })

const listSchema = z.strictObject({ items: z.array(grantSchema), after: nextPage }).meta({ id: 'GrantList' })

const query = z.strictObject({
  after: z.uuid().optional().meta({ description: 'Where the page before ended: its `after`.' }),
})
const rowsAPage = 50

const example: z.input<typeof grantSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f72',
  account: { identifier: 'acme.example', name: 'ACME' },
  place: ['Paris'],
  role: 'VV',
  source: 'REQUEST',
  requestId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f71',
  reference: 'AR-7K3M-Q9XD',
  since: '2026-11-24T10:00:00.000Z',
  endsAt: null,
}

/** What the API offers about accounts. */
export function operations(platform: ClaimPlatform): readonly Operation<ApiCaller>[] {
  return [...ofAccounts, ...claimOperations(platform)]
}

const ofAccounts: readonly Operation<ApiCaller>[] = [
  reading<ApiCaller, typeof query>({
    id: 'listAccess',
    tag: 'Access',
    path: apiAccessPath.pattern,
    scope: 'requests:read',
    summary: 'List what you hold',
    description:
      'Every role that you hold now, where, since when, until when, and where it comes from; fifty at a time, by account.',
    query,
    answer: { description: 'Your roles.', schema: listSchema, example: { items: [example], after: null } },
    problems: [422],
    async run(db, { caller, query: { after } }) {
      const all = await rolesHeldBy(db, caller.personId)
      const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1
      const rows = all.slice(from, from + rowsAPage)
      const more = from + rowsAPage < all.length
      return done({ body: { items: rows.map(shown), after: more ? (rows.at(-1)?.id ?? null) : null } })
    },
  }),
  ...virtualAccountOperations,
  ...settingsOperations,
  ...awayOperations,
  ...delegateOperations,
  ...sightOperations,
  editing,
]

function shown(held: HeldRole): z.output<typeof grantSchema> {
  return {
    id: held.id,
    account: { identifier: held.identifier, name: held.accountName },
    place: [...held.place],
    role: shownRole(held.role),
    source: held.source,
    requestId: held.requestId,
    reference: held.reference,
    since: held.since.toISOString(),
    endsAt: held.endsAt?.toISOString() ?? null,
  }
}
