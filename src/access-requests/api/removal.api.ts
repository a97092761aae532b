import { z } from 'zod'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiConfirmRemovalPath,
  apiRefuseRemovalPath,
  apiRemovalPath,
  apiWithdrawRemovalPath,
} from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { isAttempt, type Refusal } from '../domain/refusals.ts'
import { loadRemoval } from '../remove-administrator/remove-administrator.query.ts'
import { findRemoval } from '../remove-administrator/remove-administrator.store.ts'
import {
  confirmProposedRemoval,
  proposeToRemove,
  type RemovalStep,
  refuseProposedRemoval,
  withdrawProposedRemoval,
} from '../remove-administrator/remove-administrator.ts'
import { loadGrant } from '../take-back/take-back.query.ts'
import { recordGrantAttempt, type WhichGrant } from '../take-back/take-back.ts'
import { notFound, problemOf } from './problem.api.ts'
import { trimmed } from '../../kernel/written.ts'

const statuses = ['OPEN', 'CONFIRMED', 'UNOPPOSED', 'GIVEN_UP', 'REFUSED', 'WITHDRAWN', 'LAPSED'] as const
const instant = z.iso.datetime()

const removalSchema = z
  .strictObject({
    id: z.uuid(),
    grantId: z.uuid(),
    status: z.enum(statuses),
    proposedBy: z.uuid(),
    reason: z.string(),
    proposedAt: instant,
    lapsesAt: instant,
    objectionUntil: instant.nullable().meta({
      description: 'Until when the person concerned may object, when nobody else could confirm it.',
    }),
    settledAt: instant.nullable(),
    settledBy: z.uuid().nullable(),
    answer: z.string().meta({ description: 'What somebody wrote who refused it.' }),
  })
  .meta({ id: 'Removal' })

const example: z.input<typeof removalSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f80',
  grantId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f72',
  status: 'OPEN',
  proposedBy: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f81',
  reason: 'Has left for another company.',
  proposedAt: '2026-11-23T10:00:00.000Z',
  lapsesAt: '2026-11-30T10:00:00.000Z',
  objectionUntil: null,
  settledAt: null,
  settledBy: null,
  answer: '',
}

const proposeSchema = z.strictObject({
  reason: z.string().meta({ description: '10 to 1,000 characters.' }),
})
const whichSchema = z.strictObject({ removalId: z.uuid() })
const refuseSchema = z.strictObject({ removalId: z.uuid(), answer: z.string().max(1000).optional() })

type Params = Readonly<Record<string, string>>
type Asked = { readonly caller: ApiCaller; readonly params: Params }
type Step = (tx: Tx, which: WhichGrant) => Promise<Outcome<RemovalStep, Refusal>>

const params = { identifier: 'The identifier of the account.', id: 'The id of the grant.' }
const about = {
  tag: 'Access',
  params,
  scope: 'decisions:write',
  versioned: false,
  answer: { description: 'The proposal, as it stands then.', schema: removalSchema, example },
} as const
const password = 'It needs your password typed within the last five minutes, which a token never has.'

async function shown(
  db: Database | Tx,
  accountId: AccountId,
  id: string,
): Promise<z.input<typeof removalSchema>> {
  const removal = await findRemoval(db, { accountId, id })
  if (!removal) throw new Error('A proposal that was seen is gone')
  return {
    id: removal.id,
    grantId: removal.grantId,
    status: removal.outcome ?? 'OPEN',
    proposedBy: removal.proposedBy,
    reason: removal.reason,
    proposedAt: removal.proposedAt.toISOString(),
    lapsesAt: removal.lapsesAt.toISOString(),
    objectionUntil: removal.noticeEndsAt?.toISOString() ?? null,
    settledAt: removal.settledAt?.toISOString() ?? null,
    settledBy: removal.settledBy,
    answer: removal.answer,
  }
}

function grantIn(db: Database | Tx, { caller, params: named }: Asked) {
  return loadGrant(db, caller, { identifier: named['identifier'] ?? '', id: named['id'] ?? '' })
}

async function take(tx: Tx, asked: Asked, step: Step): Promise<Outcome<Given, Problem>> {
  const view = await grantIn(tx, asked)
  if (!view) return refuse(notFound)
  const accountId = view.account.id
  const outcome = await step(tx, { accountId, id: view.grant.id })
  if (!outcome.ok) {
    const pointers = { 'reason-unfit': '/reason', 'removal-not-open': '/removalId' }
    return refuse(problemOf(outcome.refusal, asked.caller, pointers))
  }
  const { removalId } = outcome.value
  return done({ body: await shown(tx, accountId, removalId), object: { accountId, id: removalId } })
}

async function refused(tx: Tx, asked: Asked, problem: Problem): Promise<void> {
  const refusal = { code: problem.code } as Refusal
  const view = isAttempt(refusal) ? await grantIn(tx, asked) : undefined
  if (!view) return
  await recordGrantAttempt(tx, asked.caller, { accountId: view.account.id, id: view.grant.id }, refusal)
}

/** Removing an account administrator, which takes two people. */
export const removing: readonly Operation<ApiCaller>[] = [
  reading<ApiCaller, z.ZodObject<Record<never, never>>>({
    id: 'readRemoval',
    tag: 'Access',
    params,
    scope: 'requests:read',
    path: apiRemovalPath.pattern,
    summary: 'Read a proposed removal',
    description:
      'The open proposal to remove the administrator who holds this grant, for the administrators of the account and the person concerned.',
    query: z.strictObject({}),
    answer: { ...about.answer, description: 'The open proposal.' },
    problems: [404],
    async run(db, { caller, params: named }) {
      const path = { identifier: named['identifier'] ?? '', id: named['id'] ?? '' }
      const view = await loadRemoval(db, caller, path)
      if (view === undefined || view === 'elsewhere' || view.open === null) return refuse(notFound)
      return done({ body: await shown(db, view.open.accountId, view.open.id) })
    },
  }),
  writing<ApiCaller, typeof proposeSchema>({
    ...about,
    id: 'proposeRemoval',
    path: apiRemovalPath.pattern,
    summary: 'Propose to remove an administrator',
    description: `Where an account wants two people, an administrator is removed by two: you propose it, another confirms it within seven days. ${password}`,
    body: proposeSchema,
    exampleBody: { reason: example.reason },
    status: 201,
    problems: [403, 404, 409, 422],
    run: (tx, call) =>
      take(tx, call, (inner, which) => proposeToRemove(inner, call.caller, which, call.body)),
    refused,
  }),
  writing<ApiCaller, typeof whichSchema>({
    ...about,
    id: 'confirmRemoval',
    path: apiConfirmRemovalPath.pattern,
    summary: 'Confirm a removal',
    description: `Ends the administrator’s access as the second of two; when nobody else could be the second, its author confirms it once the time to object has passed. ${password}`,
    body: whichSchema,
    exampleBody: { removalId: example.id },
    status: 200,
    problems: [403, 404, 409],
    run: (tx, call) =>
      take(tx, call, (inner, which) =>
        confirmProposedRemoval(inner, call.caller, { ...which, ...call.body }),
      ),
    refused,
  }),
  writing<ApiCaller, typeof refuseSchema>({
    ...about,
    id: 'refuseRemoval',
    path: apiRefuseRemovalPath.pattern,
    summary: 'Refuse a removal',
    description:
      'Ends a proposal that another made; the access stays. The person concerned can do it when nobody else could confirm.',
    body: refuseSchema,
    exampleBody: { removalId: example.id, answer: 'Is back from leave.' },
    status: 200,
    problems: [403, 404, 409],
    run: (tx, call) =>
      take(tx, call, (inner, which) => {
        const answer = trimmed(call.body.answer ?? '')
        return refuseProposedRemoval(inner, call.caller, { ...which, removalId: call.body.removalId, answer })
      }),
    refused,
  }),
  writing<ApiCaller, typeof whichSchema>({
    ...about,
    id: 'withdrawRemoval',
    path: apiWithdrawRemovalPath.pattern,
    summary: 'Withdraw a proposed removal',
    description: 'Takes your own proposal back.',
    body: whichSchema,
    exampleBody: { removalId: example.id },
    status: 200,
    problems: [403, 404, 409],
    run: (tx, call) =>
      take(tx, call, (inner, which) =>
        withdrawProposedRemoval(inner, call.caller, { ...which, ...call.body }),
      ),
    refused,
  }),
]
