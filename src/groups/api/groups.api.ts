import { z } from 'zod'
import { managedAccount, type SeenAccount } from '../../accounts/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { distinct } from '../../members/domain/sheet.ts'
import {
  apiAddToGroupPath,
  apiChangeGroupPath,
  apiCloseGroupPath,
  apiGroupPath,
  apiGroupsPath,
  apiRemoveFromGroupPath,
} from '../../paths/groups.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterId,
  afterKey,
  cursorRefused,
  type Given,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeGroup, makeGroup } from '../change-group/change-group.ts'
import { closeGroup } from '../change-group/close-group.ts'
import { addToGroup } from '../change-members/add-to-group.ts'
import { removeFromGroup } from '../change-members/remove-from-group.ts'
import type { GroupRefusal } from '../domain/groups.ts'
import { findGroup, groupsOf, type Member, membersOf, type StoredGroup } from '../groups.store.ts'
import { sayRefusal } from '../say.ts'
import { mayChangeSome, placesOfGroups, seesGroup } from '../seeing.ts'
import {
  addBody,
  addedSchema,
  changedSchema,
  exampleGroup,
  exampleMember,
  groupBody,
  groupListSchema,
  groupPageSchema,
  removeBody,
  shownGroup,
  shownMember,
  wantedFrom,
} from './group.schema.ts'

const size = 50
const notFound: Problem = { status: 404, code: 'not-found' }
const inAccount = { identifier: 'The identifier of the account.' }
const ofGroup = { ...inAccount, id: 'The id of the group.' }
const password =
  'A role that administers something needs your password typed within the last five minutes, which a token never has.'

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }
type NoBody = z.ZodObject<Record<never, never>>

async function seenBy(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  const seen = await managedAccount(db, caller, params['identifier'] ?? '')
  return seen && mayChangeSome(seen) ? seen : undefined
}

type Found = { readonly seen: SeenAccount; readonly group: StoredGroup }

async function groupSeenBy(db: Database | Tx, asked: Asked): Promise<Found | undefined> {
  const seen = await seenBy(db, asked)
  const which = seen && { accountId: seen.account.id, id: asked.params['id'] ?? '' }
  const group = which && (await findGroup(db, which))
  return seen && group && seesGroup(seen, group) ? { seen, group } : undefined
}

const pointers = { name: '/name', role: '/role', place: '/virtualAccountIds' } as const

function problemOf(refusal: GroupRefusal, { reader }: ApiCaller, group?: StoredGroup): Problem {
  if (refusal.code === 'not-found') return notFound
  const { status, text, field } = sayRefusal(reader, refusal)
  const errors = field === undefined ? undefined : [{ pointer: pointers[field], detail: text }]
  const current = refusal.code === 'stale-version' && group ? shownGroup(group) : undefined
  return { status, code: refusal.code, detail: text, errors, current }
}

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'listGroups',
    tag: 'Groups',
    path: apiGroupsPath.pattern,
    params: inAccount,
    scope: 'requests:read',
    summary: 'List the user groups of an account',
    description: 'The open groups whose role you could give, by name, fifty at a time.',
    query: pageQuery,
    answer: {
      description: 'A page of groups.',
      schema: groupListSchema,
      example: { items: [exampleGroup], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params, query }) {
      const seen = await seenBy(db, { caller, params })
      if (!seen) return refuse(notFound)
      const accountId = seen.account.id
      const bound = { person: caller.personId, filter: `api:groups:${accountId}`, now: caller.now }
      const after = afterKey({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const rows = await groupsOf(db, { accountId, within: placesOfGroups(seen), after, most: size + 1 })
      const keys = ({ name, id }: StoredGroup) => [name.toLowerCase(), id]
      const page = pageOf({ cursors, bound }, rows, { size, keys })
      return done({ body: { items: page.rows.map(shownGroup), after: page.after } })
    },
  })
}

function readingOne({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'readGroup',
    tag: 'Groups',
    path: apiGroupPath.pattern,
    params: ofGroup,
    scope: 'requests:read',
    summary: 'Read a user group',
    description: 'What it gives, and the people in it, fifty at a time. Its version is also the ETag.',
    query: pageQuery,
    answer: {
      description: 'The group with a page of its people.',
      schema: groupPageSchema,
      example: { group: exampleGroup, items: [exampleMember], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params, query }) {
      const found = await groupSeenBy(db, { caller, params })
      if (!found) return refuse(notFound)
      const { seen, group } = found
      const bound = { person: caller.personId, filter: `api:group:${group.id}`, now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const which = { accountId: seen.account.id, id: group.id }
      const rows = await membersOf(db, { ...which, after, most: size + 1 })
      const keys = ({ personId }: Member) => [personId]
      const page = pageOf({ cursors, bound }, rows, { size, keys })
      const body = { group: shownGroup(group), items: page.rows.map(shownMember), after: page.after }
      return done({ body, version: group.version })
    },
  })
}

const shared = { tag: 'Groups', scope: 'decisions:write', params: ofGroup } as const
const changed = {
  description: 'The group.',
  schema: changedSchema,
  example: { id: exampleGroup.id },
} as const
const exampleBody = {
  name: exampleGroup.name,
  role: 'VU',
  virtualAccountIds: exampleGroup.virtualAccountIds,
}

const making = writing<ApiCaller, typeof groupBody>({
  ...shared,
  params: inAccount,
  id: 'createGroup',
  path: apiGroupsPath.pattern,
  summary: 'Make a user group',
  description: `People who are put into it hold its role from then on. You must be able to give that role in all of its virtual accounts. ${password}`,
  body: groupBody,
  exampleBody,
  status: 201,
  versioned: false,
  answer: changed,
  problems: [403, 404, 422],
  async run(tx, { caller, params, body }) {
    const seen = await seenBy(tx, { caller, params })
    if (!seen) return refuse(notFound)
    const accountId = seen.account.id
    const made = await makeGroup(tx, caller, { accountId, wanted: wantedFrom(body) })
    if (!made.ok) return refuse(problemOf(made.refusal, caller))
    return done({ body: { id: made.value }, object: { accountId, id: made.value }, version: 1 })
  },
})

const changing = writing<ApiCaller, typeof groupBody>({
  ...shared,
  id: 'changeGroup',
  path: apiChangeGroupPath.pattern,
  summary: 'Change a user group',
  description: `Says anew what it is called and gives. Another role or other virtual accounts hold for everybody in it in the same moment. ${password}`,
  body: groupBody,
  exampleBody,
  status: 200,
  versioned: true,
  answer: changed,
  problems: [403, 404, 409, 422],
  async run(tx, { caller, params, body, version }) {
    const found = await groupSeenBy(tx, { caller, params })
    if (!found) return refuse(notFound)
    const which = { accountId: found.seen.account.id, id: found.group.id }
    const wanted = { ...wantedFrom(body), version }
    const outcome = await changeGroup(tx, caller, { ...which, wanted })
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller, await findGroup(tx, which)))
    return done({ body: { id: outcome.value }, object: which, version: version + 1 })
  },
})

async function addPeople(
  tx: Tx,
  { caller, params, body }: Asked & { readonly body: z.output<typeof addBody> },
): Promise<Outcome<Given, Problem>> {
  const found = await groupSeenBy(tx, { caller, params })
  if (!found) return refuse(notFound)
  const which = { accountId: found.seen.account.id, id: found.group.id }
  const outcome = await addToGroup(tx, caller, { ...which, addresses: distinct(body.addresses) })
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
  const { added, unknown } = outcome.value
  return done({ body: { added, unknown: [...unknown] }, object: which })
}

const adding = writing<ApiCaller, typeof addBody>({
  ...shared,
  id: 'addToGroup',
  path: apiAddToGroupPath.pattern,
  summary: 'Put people into a user group',
  description: `Users of the account, by their addresses; whoever is in it stays. They are told by e-mail. ${password}`,
  body: addBody,
  exampleBody: { addresses: ['luc@acme.example'] },
  status: 200,
  versioned: false,
  answer: {
    description: 'How many were put in, and who is no user.',
    schema: addedSchema,
    example: { added: 1, unknown: [] },
  },
  problems: [403, 404, 409],
  run: addPeople,
})

const removing = writing<ApiCaller, typeof removeBody>({
  ...shared,
  id: 'removeFromGroup',
  path: apiRemoveFromGroupPath.pattern,
  summary: 'Take somebody out of a user group',
  description: `Ends what they hold by the group; what they hold from elsewhere stays. ${password}`,
  body: removeBody,
  exampleBody: { personId: exampleMember.personId },
  status: 200,
  versioned: false,
  answer: changed,
  problems: [403, 404, 409],
  async run(tx, { caller, params, body }) {
    const found = await groupSeenBy(tx, { caller, params })
    if (!found) return refuse(notFound)
    const which = { accountId: found.seen.account.id, id: found.group.id }
    const outcome = await removeFromGroup(tx, caller, { ...which, person: body.personId as PersonId })
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
    return done({ body: { id: outcome.value }, object: which })
  },
})

const closing = writing<ApiCaller, NoBody>({
  ...shared,
  id: 'closeGroup',
  path: apiCloseGroupPath.pattern,
  summary: 'Close a user group',
  description: `Ends the group, and what everybody in it holds by it. ${password}`,
  body: null,
  status: 200,
  versioned: false,
  answer: changed,
  problems: [403, 404, 409],
  async run(tx, { caller, params }) {
    const found = await groupSeenBy(tx, { caller, params })
    if (!found) return refuse(notFound)
    const which = { accountId: found.seen.account.id, id: found.group.id }
    const outcome = await closeGroup(tx, caller, which)
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
    return done({ body: { id: outcome.value }, object: which })
  },
})

/** What the API offers about user groups: the same use cases as the pages. */
export function operations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listing(platform), readingOne(platform), making, changing, adding, removing, closing]
}
