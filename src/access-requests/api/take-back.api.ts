import { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiTakeBackPath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Call, type Given, type Operation, type Problem, writing } from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { isAttempt, type Refusal } from '../domain/refusals.ts'
import { loadGrant } from '../take-back/take-back.query.ts'
import { recordGrantAttempt, takeGrantBack } from '../take-back/take-back.ts'
import { notFound, problemOf } from './problem.api.ts'

type NoBody = z.ZodObject<Record<never, never>>
type Taking = Call<ApiCaller, undefined, unknown>

const takenSchema = z
  .strictObject({
    id: z.uuid(),
    account: z.strictObject({ identifier: z.string(), name: z.string() }),
    personId: z.uuid(),
    role: z.string(),
  })
  .meta({ id: 'TakenBack' })

const example: z.input<typeof takenSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f72',
  account: { identifier: 'acme.example', name: 'ACME' },
  personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73',
  role: 'VV',
}

function viewOf(tx: Tx, { caller, params }: Taking) {
  return loadGrant(tx, caller, { identifier: params.identifier ?? '', id: params.id ?? '' })
}

async function run(tx: Tx, call: Taking): Promise<Outcome<Given, Problem>> {
  const view = await viewOf(tx, call)
  if (!view) return refuse(notFound)
  const { account, grant } = view
  const outcome = await takeGrantBack(tx, call.caller, { accountId: account.id, id: grant.id })
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, call.caller))
  const { identifier, name } = account
  const body = { id: grant.id, account: { identifier, name }, personId: grant.personId, role: grant.role }
  return done({ body })
}

async function refused(tx: Tx, call: Taking, problem: Problem): Promise<void> {
  const refusal = { code: problem.code } as Refusal
  const view = isAttempt(refusal) ? await viewOf(tx, call) : undefined
  if (!view) return
  await recordGrantAttempt(tx, call.caller, { accountId: view.account.id, id: view.grant.id }, refusal)
}

/** Taking a grant back. */
export const takingBack: Operation<ApiCaller> = writing<ApiCaller, NoBody>({
  id: 'takeGrantBack',
  tag: 'Access',
  path: apiTakeBackPath.pattern,
  params: { identifier: 'The identifier of the account.', id: 'The id of the grant.' },
  scope: 'decisions:write',
  summary: 'Take a grant back',
  description:
    'Ends a role that somebody holds in an account you administer, or one of your own. An account keeps its last administrator; a role that administers something needs your password typed within the last five minutes, so that a token can never take one.',
  body: null,
  status: 200,
  versioned: false,
  answer: { description: 'What was taken back.', schema: takenSchema, example },
  problems: [404],
  run,
  refused,
})
