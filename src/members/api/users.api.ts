import { z } from 'zod'
import { choiceOf, type CustomRoleId, type Role, roles } from '../../accounts/domain/roles.ts'
import { managedAccount, roleIn, type SeenAccount } from '../../accounts/index.ts'
import { type GrantId, isId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiChangeGrantPath, apiRemoveUserPath, apiUsersPath } from '../../paths/members.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterKey,
  cursorRefused,
  type Given,
  type Operation,
  pageFields,
  pageOf,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { addMembers } from '../add-members/add-members.ts'
import { changeGrant } from '../change-grant/change-grant.ts'
import type { LineProblem } from '../domain/adding.ts'
import { findUser } from '../person/person.route.tsx'
import { removeMember } from '../remove-member/remove-member.ts'
import { mayChangePeople, placesSeen } from '../seeing.ts'
import { usersOf } from '../users/users.query.ts'
import { invitations } from './invitations.api.ts'
import { notFound, problemOf } from './problem.api.ts'
import { proposals } from './proposals.api.ts'
import {
  addBody,
  addedSchema,
  changeBody,
  endedSchema,
  exampleEnded,
  exampleUsers,
  shownUser,
  userListSchema,
} from './users.schema.ts'

const pageSize = 50
const password =
  'A role that administers something needs your password typed within the last five minutes, which a token never has.'

type Params = Readonly<Record<string, string>>
type Asked = { readonly caller: ApiCaller; readonly params: Params }

/** The account for whoever may change people in it; undefined for others, as if there were none. */
async function changedIn(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  const seen = await managedAccount(db, caller, params['identifier'] ?? '')
  return seen && mayChangePeople(seen) ? seen : undefined
}

const query = z.strictObject({
  find: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Words of a name or an address, or how they begin.' }),
  role: z
    .union([z.enum(roles), z.uuid()])
    .optional()
    .meta({ description: 'A code, or the id of a role of the account’s own.' }),
  ...pageFields,
})

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof query>({
    id: 'listUsers',
    tag: 'Access',
    path: apiUsersPath.pattern,
    params: { identifier: 'The identifier of the account.' },
    scope: 'requests:read',
    summary: 'List the users of an account',
    description:
      'Everybody who holds a role in an account you administer, or in your part of it, fifty at a time, by last name.',
    query,
    answer: { description: 'A page of users.', schema: userListSchema, example: exampleUsers },
    problems: [404, 422],
    async run(db, { caller, params, query: { find = '', role, after: cursor } }) {
      const seen = await managedAccount(db, caller, params['identifier'] ?? '')
      if (!seen) return refuse(notFound)
      const filter = `api:users:${seen.account.id}:${role ?? ''}:${find}`
      const bound = { person: caller.personId, filter, now: caller.now }
      const paging = { cursors, bound }
      const after = afterKey(paging, cursor)
      if (after === undefined) return cursorRefused(caller)
      const rows = await usersOf(db, {
        account: seen.account.id,
        within: placesSeen(seen),
        find,
        role: (role ?? null) as Role | CustomRoleId | null,
        place: null,
        outside: false,
        ending: false,
        person: null,
        after,
        limit: pageSize + 1,
      })
      const page = pageOf(paging, rows, { size: pageSize, keys: ({ key, personId }) => [key, personId] })
      return done({ body: { items: page.rows.map(shownUser), after: page.after } })
    },
  })
}

async function add(
  tx: Tx,
  call: Asked & { readonly body: z.output<typeof addBody> },
): Promise<Outcome<Given, Problem>> {
  const seen = await changedIn(tx, call)
  if (!seen) return refuse(notFound)
  const { caller, body } = call
  const lines = body.people.map(({ address, role, virtualAccountIds = [], endsAt }) => ({
    address,
    role: choiceOf(roleIn(role)),
    place: virtualAccountIds.join(';'),
    ends: endsAt ?? '',
  }))
  const what = { accountId: seen.account.id, lines, now: caller.now }
  const outcome = await addMembers(tx, caller, what)
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
  const items = outcome.value.map((said, index) => {
    const [kind = '', problem] = said.split(':')
    return {
      address: lines[index]?.address ?? '',
      outcome: kind,
      problem: (problem as LineProblem | undefined) ?? null,
    }
  })
  return done({ body: { items } })
}

async function change(
  tx: Tx,
  call: Asked & { readonly body: z.output<typeof changeBody> },
): Promise<Outcome<Given, Problem>> {
  const seen = await changedIn(tx, call)
  const id = call.params['id'] ?? ''
  if (!seen || !isId(id)) return refuse(notFound)
  const { role, virtualAccountId, endsAt } = call.body
  const scope =
    virtualAccountId === null
      ? ({ kind: 'ACCOUNT' } as const)
      : ({ kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId as VirtualAccountId] } as const)
  const to = { role: roleIn(role), scope, endsAt: endsAt === null ? null : new Date(endsAt) }
  const accountId = seen.account.id
  const outcome = await changeGrant(tx, call.caller, { accountId, id: id as GrantId, to })
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, call.caller))
  return done({ body: { personId: outcome.value.personId, grantIds: [outcome.value.id] } })
}

async function remove(tx: Tx, call: Asked): Promise<Outcome<Given, Problem>> {
  const seen = await changedIn(tx, call)
  const row = seen && (await findUser(tx, seen, call.params['id'] ?? ''))
  if (!seen || !row) return refuse(notFound)
  const whose = { accountId: seen.account.id, personId: row.personId as PersonId }
  const outcome = await removeMember(tx, call.caller, whose)
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, call.caller))
  return done({ body: { personId: row.personId, grantIds: outcome.value.map(({ id }) => id) } })
}

const shared = { tag: 'Access', scope: 'decisions:write', status: 200, versioned: false } as const
const whoseAccount = { identifier: 'The identifier of the account.' }

/** What the API offers about the people of an account: the same use cases as the pages. */
export function operations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [
    listing(platform),
    writing<ApiCaller, typeof addBody>({
      ...shared,
      id: 'addUsers',
      path: apiUsersPath.pattern,
      params: whoseAccount,
      summary: 'Add people to an account',
      description: `Gives roles by address, up to a hundred at once, each on its own: whoever the account knows gets the role, everybody else is invited by e-mail. Send it twice, and nothing happens the second time. ${password}`,
      body: addBody,
      exampleBody: { people: [{ address: 'luc@acme.example', role: 'SV', endsAt: null }] },
      answer: {
        description: 'What became of each.',
        schema: addedSchema,
        example: { items: [{ address: 'luc@acme.example', outcome: 'GIVEN', problem: null }] },
      },
      problems: [403, 404],
      run: add,
    }),
    writing<ApiCaller, typeof changeBody>({
      ...shared,
      id: 'changeGrant',
      path: apiChangeGrantPath.pattern,
      params: { ...whoseAccount, id: 'The id of the grant.' },
      summary: 'Change a grant',
      description: `Gives its holder another role, place or end in its stead; the old grant ends and a new one begins. ${password}`,
      body: changeBody,
      exampleBody: { role: 'SV', virtualAccountId: null, endsAt: '2027-03-31T21:59:59.000Z' },
      answer: { description: 'What was changed.', schema: endedSchema, example: exampleEnded },
      problems: [403, 404, 409, 422],
      run: change,
    }),
    writing<ApiCaller, z.ZodObject<Record<never, never>>>({
      ...shared,
      id: 'removeUser',
      path: apiRemoveUserPath.pattern,
      params: { ...whoseAccount, id: 'The id of the person.' },
      summary: 'Remove somebody from an account',
      description: `Ends all that somebody holds in the account, at once. An account keeps its last administrator. ${password}`,
      body: null,
      answer: { description: 'What ended.', schema: endedSchema, example: exampleEnded },
      problems: [403, 404, 409],
      run: remove,
    }),
    ...invitations(platform),
    ...proposals,
  ]
}
