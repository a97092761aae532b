import { z } from 'zod'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiRolePath, apiRolesPath, apiRoleVersionsPath } from '../../paths/custom-roles.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterKey,
  cursorRefused,
  type Operation,
  pageFields,
  pageOf,
  pageQuery,
  reading,
} from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type ListedRole, rolesOf } from '../custom-roles.store.ts'
import { versionsOf } from '../role/role.query.ts'
import { placesSeen } from '../seeing.ts'
import { notFound, roleIn, seenBy } from './found.ts'
import {
  builtInRoles,
  exampleRole,
  exampleVersion,
  oneRoleSchema,
  roleListSchema,
  shownListed,
  shownVersion,
  versionListSchema,
} from './role.schema.ts'

type Paged = Pick<Platform, 'cursors'>
const size = 50
const newest = 2_147_483_647
const inAccount = { identifier: 'The identifier of the account.' }
const ofRole = { ...inAccount, id: 'The id of the role.' }
const shared = { tag: 'Roles', scope: 'requests:read' } as const

const query = z.strictObject({
  ...pageFields,
  retired: z.enum(['true', 'false']).optional().meta({ description: 'The retired ones instead.' }),
})

function listing({ cursors }: Paged): Operation<ApiCaller> {
  return reading<ApiCaller, typeof query>({
    ...shared,
    id: 'listRoles',
    path: apiRolesPath.pattern,
    params: inAccount,
    summary: 'List the roles of an account',
    description:
      'The roles that the account made for itself, by name, fifty at a time, and with them those that every account has.',
    query,
    answer: {
      description: 'A page of roles.',
      schema: roleListSchema,
      example: {
        builtIn: builtInRoles.filter(({ code }) => code === 'VV'),
        items: [exampleRole],
        after: null,
      },
    },
    problems: [404, 422],
    async run(db, { caller, params, query: { after: cursor, retired = 'false' } }) {
      const seen = await seenBy(db, { caller, params })
      if (!seen) return refuse(notFound)
      const accountId = seen.account.id
      const filter = `api:roles:${accountId}:${retired}`
      const bound = { person: caller.personId, filter, now: caller.now }
      const after = afterKey({ cursors, bound }, cursor)
      if (after === undefined) return cursorRefused(caller)
      const within = placesSeen(seen)
      const rows = await rolesOf(db, {
        accountId,
        retired: retired === 'true',
        within,
        after,
        most: size + 1,
      })
      const keys = ({ name, id }: ListedRole) => [name.toLowerCase(), id]
      const page = pageOf({ cursors, bound }, rows, { size, keys })
      return done({
        body: { builtIn: builtInRoles, items: page.rows.map(shownListed), after: page.after },
      })
    },
  })
}

const readingOne = reading<ApiCaller, z.ZodObject<Record<never, never>>>({
  ...shared,
  id: 'readRole',
  path: apiRolePath.pattern,
  params: ofRole,
  summary: 'Read a role that the account made for itself',
  description: 'What it may do and how many hold it. Its version is also the ETag.',
  query: z.strictObject({}),
  answer: { description: 'The role.', schema: oneRoleSchema, example: exampleRole },
  problems: [404],
  async run(db, asked) {
    const seen = await seenBy(db, asked)
    const role = seen && (await roleIn(db, seen, asked))
    if (!seen || !role) return refuse(notFound)
    return done({ body: shownListed(role), version: role.version })
  },
})

function versions({ cursors }: Paged): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    ...shared,
    id: 'listRoleVersions',
    path: apiRoleVersionsPath.pattern,
    params: ofRole,
    summary: 'List what a role was before',
    description: 'Every version with who wrote it and when, the newest first, fifty at a time.',
    query: pageQuery,
    answer: {
      description: 'A page of versions.',
      schema: versionListSchema,
      example: { items: [exampleVersion], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params, query: { after: cursor } }) {
      const asked = { caller, params }
      const seen = await seenBy(db, asked)
      const role = seen && (await roleIn(db, seen, asked))
      if (!seen || !role) return refuse(notFound)
      const bound = { person: caller.personId, filter: `api:role:${role.id}`, now: caller.now }
      const keys = cursor === undefined ? [String(newest)] : cursors.open(cursor, bound)
      if (!keys) return cursorRefused(caller)
      const which = { accountId: seen.account.id, id: role.id }
      const rows = await versionsOf(db, { ...which, before: Number(keys[0]) || newest, most: size + 1 })
      const page = pageOf({ cursors, bound }, rows, { size, keys: ({ version }) => [String(version)] })
      return done({ body: { items: page.rows.map(shownVersion), after: page.after } })
    },
  })
}

/** What the API shows of an account's roles. */
export function readingOperations(platform: Paged): readonly Operation<ApiCaller>[] {
  return [listing(platform), readingOne, versions(platform)]
}
