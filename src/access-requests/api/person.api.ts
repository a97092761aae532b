import { z } from 'zod'
import type { RequestId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiAskAPersonPath } from '../../paths/rules.ts'
import type { ApiCaller } from '../../people/index.ts'
import { sending } from '../../platform/api/index.ts'
import { askAPerson } from '../ask-a-person/ask-a-person.ts'
import { exampleRequest } from './example.ts'
import { given } from './problem.api.ts'
import { requestSchema } from './request.schema.ts'
import { notSent } from './requests.api.ts'

const nothing = z.strictObject({})

/** Having a person decide what a rule has declined. */
export const askingAPerson = sending<ApiCaller, typeof nothing>({
  id: 'askAPerson',
  tag: 'Requests',
  path: apiAskAPersonPath.pattern,
  params: { id: 'The id of the request that a rule has declined.' },
  scope: 'requests:write',
  summary: 'Have a person decide what a rule has declined',
  description:
    'Sends the same words once more, past all rules, and gives that request; a second call gives the same one.',
  body: nothing,
  exampleBody: {},
  status: 201,
  versioned: false,
  answer: {
    description: 'The new request.',
    schema: requestSchema,
    example: { ...exampleRequest, previousRequestId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f70' },
  },
  problems: [403, 404, 409, 422, 429],
  async send(db, { caller, params }) {
    const sent = await askAPerson(db, caller, params['id'] as RequestId)
    if (!sent.ok) return refuse(await notSent(db, caller, sent.refusal))
    const { id, repeated } = sent.value
    return done({ ...(await given(db, caller, id)), repeated })
  },
})
