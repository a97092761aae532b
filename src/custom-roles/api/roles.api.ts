import type { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiBringBackRolePath,
  apiChangeRolePath,
  apiRetireRolePath,
  apiRolesPath,
} from '../../paths/custom-roles.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, writing } from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changeRole } from '../change-role/change-role.ts'
import { makeRole } from '../change-role/make-role.ts'
import { findRole, type WhichRole } from '../custom-roles.store.ts'
import type { RoleRefusal } from '../domain/wanted-role.ts'
import { bringBackRole } from '../retire-role/bring-back-role.ts'
import { retireRole } from '../retire-role/retire-role.ts'
import { type Asked, notFound, problemOf, roleIn, writtenBy } from './found.ts'
import { readingOperations } from './reading.api.ts'
import { changedSchema, changeRoleBody, exampleRole, newRoleBody, roleIdSchema } from './role.schema.ts'

type NoBody = z.ZodObject<Record<never, never>>

const inAccount = { identifier: 'The identifier of the account.' }
const ofRole = { ...inAccount, id: 'The id of the role.' }
const shared = { tag: 'Roles', scope: 'decisions:write' } as const
const written = {
  description: 'The role.',
  schema: roleIdSchema,
  example: { id: exampleRole.id },
} as const
const { name, description, reach } = exampleRole
const actions = ['see-people', 'see-event-log'] as const

const making = writing<ApiCaller, typeof newRoleBody>({
  ...shared,
  id: 'createRole',
  path: apiRolesPath.pattern,
  params: inAccount,
  summary: 'Make a role of the account’s own',
  description:
    'A named set of actions, which you must all hold yourself. Making administrators is never among them. Nobody holds it until it is given.',
  body: newRoleBody,
  exampleBody: { name, description, reach, actions },
  status: 201,
  versioned: false,
  answer: written,
  problems: [403, 404, 409, 422],
  async run(tx, { caller, params, body }) {
    const seen = await writtenBy(tx, { caller, params })
    if (!seen) return refuse(notFound)
    const accountId = seen.account.id
    const made = await makeRole(tx, caller, { accountId, wanted: body })
    if (!made.ok) return refuse(problemOf(made.refusal, caller))
    return done({ body: { id: made.value }, object: { accountId, id: made.value }, version: 1 })
  },
})

const changing = writing<ApiCaller, typeof changeRoleBody>({
  ...shared,
  id: 'changeRole',
  path: apiChangeRolePath.pattern,
  params: ofRole,
  summary: 'Change a role of the account’s own',
  description:
    'Says anew what it is called and may do; it holds for everybody who holds the role in the same moment, and each is told by mail. The page shows first who gains and who loses what. You must be able to give both what it was and what it becomes wherever somebody holds it, and never widen one that you hold yourself. A role that administers something needs your password typed within the last five minutes, which a token never has.',
  body: changeRoleBody,
  exampleBody: { name, description, actions },
  status: 200,
  versioned: true,
  answer: {
    description: 'What came of it.',
    schema: changedSchema,
    example: { id: exampleRole.id, version: 2, gained: ['export-event-log'], lost: [], people: 2 },
  },
  problems: [403, 404, 409, 422],
  async run(tx, { caller, params, body, version }) {
    const which = await whichIn(tx, { caller, params })
    if (!which) return refuse(notFound)
    const outcome = await changeRole(tx, caller, { ...which, content: body, version, mark: null })
    if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller, await findRole(tx, which)))
    const { gained, lost, people, version: now } = outcome.value
    const came = { id: which.id, version: now, gained: [...gained], lost: [...lost], people: people.length }
    return done({ body: came, object: which, version: now })
  },
})

async function whichIn(tx: Tx, asked: Asked): Promise<WhichRole | undefined> {
  const seen = await writtenBy(tx, asked)
  const role = seen && (await roleIn(tx, seen, asked))
  return seen && role && { accountId: seen.account.id, id: role.id }
}

type Act = (tx: Tx, by: ApiCaller, which: WhichRole) => Promise<Outcome<number, RoleRefusal>>

async function act(tx: Tx, asked: Asked, run: Act): Promise<Outcome<Given, Problem>> {
  const which = await whichIn(tx, asked)
  if (!which) return refuse(notFound)
  const outcome = await run(tx, asked.caller, which)
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, asked.caller))
  return done({ body: { id: which.id }, object: which, version: outcome.value })
}

const pressed = {
  ...shared,
  params: ofRole,
  body: null,
  status: 200,
  versioned: false,
  answer: written,
} as const

const retiring = writing<ApiCaller, NoBody>({
  ...pressed,
  id: 'retireRole',
  path: apiRetireRolePath.pattern,
  summary: 'Retire a role',
  description:
    'It is offered nowhere any more. Refused while somebody holds it, or a user group or an open invitation gives it.',
  problems: [403, 404, 409],
  run: (tx, asked) => act(tx, asked, retireRole),
})

const bringingBack = writing<ApiCaller, NoBody>({
  ...pressed,
  id: 'bringBackRole',
  path: apiBringBackRolePath.pattern,
  summary: 'Bring a retired role back',
  description: 'It is in use again, as it was; refused while another role has its name.',
  problems: [403, 404, 409, 422],
  run: (tx, asked) => act(tx, asked, bringBackRole),
})

/** What the API offers about an account's own roles: the same use cases as the pages. */
export function operations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [...readingOperations(platform), making, changing, retiring, bringingBack]
}
