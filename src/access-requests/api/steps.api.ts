import type { z } from 'zod'
import type { RequestId } from '../../kernel/id.ts'
import { apiAmendPath, apiRemindPath, apiWithdrawPath } from '../../paths/api.ts'
import { apiEscalatePath } from '../../paths/support-cases.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Operation, writing } from '../../platform/api/index.ts'
import { amend } from '../amend/amend.ts'
import { remind } from '../remind/remind.ts'
import { withdraw } from '../withdraw/withdraw.ts'
import { escalate } from '../escalate/escalate.ts'
import { exampleRequest } from './example.ts'
import { answered } from './problem.api.ts'
import { amendSchema, requestSchema } from './request.schema.ts'
import { wishPointers } from './requests.api.ts'
import { wishOf } from './wish.ts'

const ofRequest = {
  tag: 'Requests',
  params: { id: 'The id of the request.' },
  scope: 'requests:write',
  status: 200,
} as const

type NoBody = z.ZodObject<Record<never, never>>

/** What a requester does with a request that is open. */
export const steps: readonly Operation<ApiCaller>[] = [
  writing<ApiCaller, typeof amendSchema>({
    ...ofRequest,
    id: 'amendRequest',
    path: apiAmendPath.pattern,
    summary: 'Amend a request',
    description:
      'Says anew what you ask for and why; what you leave out is left to the administrator. An approval that a second person should have joined is void by it.',
    body: amendSchema,
    exampleBody: { reason: exampleRequest.reason, role: 'SV', scope: { kind: 'ACCOUNT' } },
    versioned: true,
    answer: {
      description: 'The request, one version later.',
      schema: requestSchema,
      example: { ...exampleRequest, version: 2 },
    },
    problems: [404, 409, 422],
    async run(tx, { caller, params, body, version }) {
      const id = params.id as RequestId
      const outcome = await amend(tx, caller, { id, wish: wishOf(body), version })
      return answered(tx, caller, id, { outcome, pointers: wishPointers })
    },
  }),
  writing<ApiCaller, NoBody>({
    ...ofRequest,
    id: 'withdrawRequest',
    path: apiWithdrawPath.pattern,
    summary: 'Withdraw a request',
    description: 'Ends a request that you sent or that is for you, while it is open.',
    body: null,
    versioned: false,
    answer: {
      description: 'The request, withdrawn.',
      schema: requestSchema,
      example: {
        ...exampleRequest,
        status: 'WITHDRAWN',
        version: 2,
        settledAt: '2026-11-24T10:00:00.000Z',
      },
    },
    problems: [404, 409],
    async run(tx, { caller, params }) {
      const id = params.id as RequestId
      return answered(tx, caller, id, { outcome: await withdraw(tx, caller, id) })
    },
  }),
  writing<ApiCaller, NoBody>({
    ...ofRequest,
    id: 'remindAdministrators',
    path: apiRemindPath.pattern,
    summary: 'Send a reminder',
    description:
      'Reminds those who may decide, at most three times, 48 hours apart. When none of them can be reached the request goes to the support desk instead.',
    body: null,
    versioned: false,
    answer: {
      description: 'The request, with its reminder counted.',
      schema: requestSchema,
      example: { ...exampleRequest, remindersByHand: 1, lastRemindedAt: '2026-11-25T09:00:00.000Z' },
    },
    problems: [404, 409],
    async run(tx, { caller, params }) {
      const id = params.id as RequestId
      return answered(tx, caller, id, { outcome: await remind(tx, caller, id) })
    },
  }),
  writing<ApiCaller, NoBody>({
    ...ofRequest,
    id: 'escalateRequest',
    path: apiEscalatePath.pattern,
    summary: 'Pass a request on to support',
    description:
      'Once it is overdue, or two working days after a reminder that nobody looked at, the support desk looks for somebody who can decide. The administrators can still answer.',
    body: null,
    versioned: false,
    answer: {
      description: 'The request, with support.',
      schema: requestSchema,
      example: { ...exampleRequest, stage: 'WITH_SUPPORT' },
    },
    problems: [404, 409],
    async run(tx, { caller, params }) {
      const id = params.id as RequestId
      return answered(tx, caller, id, { outcome: await escalate(tx, caller, id) })
    },
  }),
]
