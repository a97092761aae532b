import type { Given as GivenAccess } from '../../accounts/domain/rights.ts'
import { roleIn } from '../../accounts/index.ts'
import type { RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiApprovePath, apiDeclinePath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Given, type Operation, type Problem, writing } from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { recordAttempt } from '../decide/attempt.ts'
import { approveRequest, type Decided, type DecideRefusal, declineRequest } from '../decide/decide.ts'
import { isAttempt, type Refusal } from '../domain/refusals.ts'
import { exampleRequest } from './example.ts'
import { given, type Pointers, problemOn } from './problem.api.ts'
import { approveSchema, decidedSchema, declineSchema } from './request.schema.ts'
import { trimmed } from '../../kernel/written.ts'

const pointers: Pointers = {
  'note-required': '/note',
  'role-scope-mismatch': '/role',
  'unknown-virtual-account': '/scope/virtualAccountIds',
  'end-out-of-range': '/end',
  'reason-unfit': '/text',
}
const outcomes = { approved: 'APPROVED', first: 'FIRST_OF_TWO', declined: 'DECLINED' } as const
const params = { id: 'The id of the request.' }

async function decided(
  tx: Tx,
  caller: ApiCaller,
  id: RequestId,
  outcome: Outcome<Decided, DecideRefusal>,
): Promise<Outcome<Given, Problem>> {
  if (!outcome.ok) return refuse(await problemOn(tx, caller, id, { refusal: outcome.refusal, pointers }))
  const now = await given(tx, caller, id)
  return done({ ...now, body: { outcome: outcomes[outcome.value.kind], request: now.body } })
}

function attemptedBy(
  tx: Tx,
  call: { caller: ApiCaller; params: Readonly<Record<string, string>> },
  problem: Problem,
) {
  const refusal = { code: problem.code } as Refusal
  if (!isAttempt(refusal)) return Promise.resolve()
  return recordAttempt(tx, call.caller, call.params.id as RequestId, refusal).then(() => undefined)
}

/** Approving and declining. */
export const decisions: readonly Operation<ApiCaller>[] = [
  writing<ApiCaller, typeof approveSchema>({
    id: 'approveRequest',
    tag: 'Decisions',
    path: apiApprovePath.pattern,
    params,
    scope: 'decisions:write',
    summary: 'Approve a request',
    description:
      'Gives the requester a role in a scope, at most what you hold yourself. A role that administers something needs your password typed within the last five minutes, so that a token can never give one.',
    body: approveSchema,
    exampleBody: { role: 'SU', scope: { kind: 'ACCOUNT' }, end: { kind: 'ASKED' }, note: '' },
    status: 200,
    versioned: true,
    answer: {
      description: 'What was decided.',
      schema: decidedSchema,
      example: {
        outcome: 'APPROVED',
        request: { ...exampleRequest, status: 'APPROVED', version: 2, settledAt: '2026-11-24T10:00:00.000Z' },
      },
    },
    problems: [403, 404, 409, 422],
    async run(tx, call) {
      const { caller, body, version } = call
      const id = call.params.id as RequestId
      const form = {
        role: roleIn(body.role),
        scope: body.scope as GivenAccess['scope'],
        end:
          body.end.kind === 'AT'
            ? { kind: 'AT' as const, at: new Date(body.end.at) }
            : { kind: body.end.kind },
        note: trimmed(body.note ?? ''),
        version,
        confirmed: true,
        replace: body.replace === true,
      }
      return decided(tx, caller, id, await approveRequest(tx, caller, id, form))
    },
    refused: attemptedBy,
  }),
  writing<ApiCaller, typeof declineSchema>({
    id: 'declineRequest',
    tag: 'Decisions',
    path: apiDeclinePath.pattern,
    params,
    scope: 'decisions:write',
    summary: 'Decline a request',
    description: 'Ends the request with a code and a text that the requester reads.',
    body: declineSchema,
    exampleBody: { code: 'ASK_ELSEWHERE', text: 'Please ask your own team for this one.' },
    status: 200,
    versioned: true,
    answer: {
      description: 'What was decided.',
      schema: decidedSchema,
      example: {
        outcome: 'DECLINED',
        request: { ...exampleRequest, status: 'DECLINED', version: 2, settledAt: '2026-11-24T10:00:00.000Z' },
      },
    },
    problems: [403, 404, 409, 422],
    async run(tx, call) {
      const { caller, body, version } = call
      const id = call.params.id as RequestId
      const form = {
        code: body.code,
        text: body.text,
        privateNote: (body.privateNote ?? '').trim(),
        block: body.block ?? null,
        version,
      }
      return decided(tx, caller, id, await declineRequest(tx, caller, id, form))
    },
    refused: attemptedBy,
  }),
]
