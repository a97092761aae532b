import type { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiExtendPath } from '../../paths/access.ts'
import type { ApiCaller } from '../../people/index.ts'
import { type Operation, type Problem, sending } from '../../platform/api/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { extend, type ExtendRefusal, ownGrant } from '../extend/extend.ts'
import { exampleRequest } from './example.ts'
import { given, notFound } from './problem.api.ts'
import { extendSchema, requestSchema } from './request.schema.ts'
import { notSent, tooMany } from './requests.api.ts'

/** Asking for a role of one's own to go on. */
export const extending: Operation<ApiCaller> = sending<ApiCaller, typeof extendSchema>({
  id: 'extendGrant',
  tag: 'Access',
  path: apiExtendPath.pattern,
  params: {
    identifier: 'The identifier of the account.',
    id: 'The id of one of your grants that has an end.',
  },
  scope: 'requests:write',
  summary: 'Ask for a role to go on',
  description:
    'Sends a request for the same role in the same place until a later end: as long again as it was given for, a month to a year, unless you say another one. The administrators decide as with any request.',
  body: extendSchema,
  exampleBody: { lastDay: '2027-06-30', lastTime: '18:00' },
  status: 201,
  versioned: false,
  answer: { description: 'The request, sent.', schema: requestSchema, example: exampleRequest },
  problems: [403, 404, 409, 422, 429],
  async send(db, { caller, params, body, idempotencyKey }) {
    const own = await ownGrant(db, caller, { identifier: params.identifier ?? '', id: params.id ?? '' })
    if (!own) return refuse(notFound)
    const key = `api:${idempotencyKey ?? crypto.randomUUID()}`
    const sent = await extend(db, caller, own, { ...asked(body), key })
    if (!sent.ok) return answerTo(db, caller, sent.refusal)
    const { id, repeated } = sent.value
    return done({ ...(await given(db, caller, id)), repeated })
  },
})

function asked({ lastDay, lastTime, reason }: z.output<typeof extendSchema>) {
  return { day: lastDay ?? '', time: lastTime ?? '', reason: reason ?? '' }
}

async function answerTo(
  db: Database,
  caller: ApiCaller,
  refusal: ExtendRefusal,
): Promise<Outcome<never, Problem>> {
  if (refusal.code === 'without-end') return refuse(notFound)
  if (refusal.code === 'too-many') return refuse(tooMany(caller, refusal.seconds))
  return refuse(await notSent(db, caller, refusal))
}
