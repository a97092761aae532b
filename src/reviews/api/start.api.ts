import { z } from 'zod'
import { roles } from '../../accounts/domain/roles.ts'
import { customRolesOf } from '../../accounts/index.ts'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiReactivatePath, apiReviewsPath } from '../../paths/reviews.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, writing } from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Selection } from '../domain/review.ts'
import { words } from '../messages/index.ts'
import { reactivateAccess } from '../reactivate/reactivate-access.ts'
import { reviewingIn } from '../sight.ts'
import { isKnownRole, startReview } from '../start/start-review.ts'
import { notFound, problemOf } from './problem.api.ts'

const nothing = z.strictObject({})
const inAccount = { identifier: 'The identifier of the account.' }
const shared = { tag: 'Reviews', scope: 'decisions:write', versioned: false } as const

const startBody = z
  .strictObject({
    selection: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('ALL') }),
        z.strictObject({ kind: z.literal('OUTSIDE') }),
        z.strictObject({ kind: z.literal('ROLE'), role: z.union([z.enum(roles), z.uuid()]) }),
        z.strictObject({ kind: z.literal('PLACE'), virtualAccountId: z.uuid() }),
      ])
      .meta({
        description:
          'Everything, people from outside, one role, or one virtual account. A role is a code, or the id of one of the account’s own.',
      }),
  })
  .meta({ id: 'NewReview' })

const startedSchema = z.strictObject({ id: z.uuid() }).meta({ id: 'StartedReview' })
const reactivatedSchema = z
  .strictObject({ grantId: z.uuid(), personId: z.uuid() })
  .meta({ id: 'ReactivatedGrant' })

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }

async function start(
  tx: Tx,
  { caller, params, body }: Asked & { readonly body: z.output<typeof startBody> },
): Promise<Outcome<Given, Problem>> {
  const found = await reviewingIn(tx, caller, params['identifier'] ?? '')
  if (!found) return refuse(notFound)
  const { account, tree } = found.seen
  // Both name what may not be there, which is looked up next.
  const selection = body.selection as Selection
  if (
    selection.kind === 'PLACE' &&
    !tree.virtualAccounts.some(({ id }) => id === selection.virtualAccountId)
  ) {
    const detail = words.for(caller.reader)('start.error.place')
    const errors = [{ pointer: '/selection/virtualAccountId', detail }]
    return refuse({ status: 422, code: 'unknown-virtual-account', errors })
  }
  if (!(await isKnownRole(tx, account.id, selection)))
    return refuse(await unknownRole(tx, caller, account.id))
  const started = await startReview(tx, caller, account.id, selection)
  if (!started.ok) return refuse(problemOf(started.refusal, caller))
  return done({ body: { id: started.value }, object: { accountId: account.id, id: started.value } })
}

// Says which there are.
async function unknownRole(tx: Tx, caller: ApiCaller, accountId: AccountId): Promise<Problem> {
  const own = await customRolesOf(tx, accountId)
  const allowed = [...roles, ...own.map(({ id, name }) => `${id} (${name})`)].join(', ')
  const detail = words.for(caller.reader)('start.role-among', { allowed })
  return { status: 422, code: 'role-gone', detail, errors: [{ pointer: '/selection/role', detail }] }
}

/** Starting reviews, and letting suspended access work again: the same use cases as the pages. */
export const starting: readonly Operation<ApiCaller>[] = [
  writing<ApiCaller, typeof startBody>({
    ...shared,
    id: 'startReview',
    path: apiReviewsPath.pattern,
    params: inAccount,
    summary: 'Start a review',
    description:
      'Five started by hand can be open at once; what another open review holds is left to that one.',
    body: startBody,
    exampleBody: { selection: { kind: 'OUTSIDE' } },
    status: 201,
    answer: {
      description: 'The review.',
      schema: startedSchema,
      example: { id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f84' },
    },
    problems: [403, 404, 409, 422],
    run: start,
  }),
  writing<ApiCaller, typeof nothing>({
    ...shared,
    id: 'reactivateGrant',
    path: apiReactivatePath.pattern,
    params: { ...inAccount, id: 'The id of the grant.' },
    summary: 'Let suspended access work again',
    description:
      'By somebody who could give it and does not hold it. A role that administers something needs your password typed within the last five minutes, which a token never has.',
    body: null,
    status: 200,
    answer: {
      description: 'The grant.',
      schema: reactivatedSchema,
      example: {
        grantId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f72',
        personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73',
      },
    },
    problems: [403, 404, 409],
    async run(tx, { caller, params }) {
      const found = await reviewingIn(tx, caller, params['identifier'] ?? '')
      if (!found) return refuse(notFound)
      const which = { accountId: found.seen.account.id, id: (params['id'] ?? '') as GrantId }
      const woken = await reactivateAccess(tx, caller, which)
      if (!woken.ok) return refuse(problemOf(woken.refusal, caller))
      return done({ body: { grantId: woken.value.id, personId: woken.value.personId }, object: which })
    },
  }),
]
