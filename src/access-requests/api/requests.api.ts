import { z } from 'zod'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { type RequestId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { apiRequestPath, apiRequestsPath } from '../../paths/api.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterId,
  apiWords,
  cursorRefused,
  type Operation,
  pageFields,
  type Problem,
  reading,
  sending,
} from '../../platform/api/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { filters, pageOfMine } from '../my-requests/my-requests.query.ts'
import { isByOffice, keepLook } from '../request/look.ts'
import { findRequest, readRequests } from '../requests.store.ts'
import { countLookUp } from '../submit/look-up.limit.ts'
import { lookUp } from '../submit/look-up.ts'
import { type SubmitRefusal, submit } from '../submit/submit.ts'
import { exampleRequest } from './example.ts'
import { given, notFound, type Pointers, problemOf } from './problem.api.ts'
import { requestListSchema, requestSchema, submitSchema } from './request.schema.ts'
import { shown } from './shown.ts'
import { wishOf } from './wish.ts'

const listQuery = z.strictObject({
  show: z.enum(filters).optional().meta({ description: 'Which ones: all, unless you say otherwise.' }),
  after: pageFields.after,
})

/** Where the fault of a wish lies in its body. */
export const wishPointers: Pointers = {
  'reason-unfit': '/reason',
  'end-out-of-range': '/lastDay',
  'role-scope-mismatch': '/role',
  'unknown-virtual-account': '/scope/virtualAccountIds',
}

/** Listing, reading and sending one's own requests. */
export function ownRequests(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listOwn(platform), readOne, send]
}

function listOwn({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof listQuery>({
    id: 'listRequests',
    tag: 'Requests',
    path: apiRequestsPath.pattern,
    scope: 'requests:read',
    summary: 'List your requests',
    description: 'The requests that you sent, newest first, fifty at a time.',
    query: listQuery,
    answer: {
      description: 'A page of your requests.',
      schema: requestListSchema,
      example: { items: [exampleRequest], after: null },
    },
    problems: [422],
    async run(db, { caller, query: { show = 'all', after: cursor } }) {
      const bound = { person: caller.personId, filter: `api:requests:${show}`, now: caller.now }
      const after = afterId({ cursors, bound }, cursor)
      if (after === undefined) return cursorRefused(caller)
      const { requests: listed, next } = await pageOfMine(db, caller.personId, { filter: show, after })
      const requests = await readRequests(
        db,
        listed.map(({ id }) => id),
      )
      const sealed = next === undefined ? null : cursors.seal([next], bound)
      return done({ body: { items: requests.map((request) => shown(request)), after: sealed } })
    },
  })
}

const readOne = reading<ApiCaller, z.ZodObject<Record<never, never>>>({
  id: 'readRequest',
  tag: 'Requests',
  path: apiRequestPath.pattern,
  params: { id: 'The id of the request.' },
  scope: 'requests:read',
  summary: 'Read one request',
  description:
    'A request that you may see: your own, one for you, or one that you may decide. Its version is also the ETag.',
  query: z.strictObject({}),
  answer: { description: 'The request as it is now.', schema: requestSchema, example: exampleRequest },
  problems: [404],
  async run(db, { caller, params, isGuess }) {
    const request = await findRequest(db, caller, params.id as RequestId)
    if (request && isByOffice(request)) {
      if (isGuess) return refuse(notFound)
      await keepLook(db, caller, request)
    }
    return request ? done({ body: shown(request), version: request.version }) : refuse(notFound)
  },
})

const send = sending<ApiCaller, typeof submitSchema>({
  id: 'submitRequest',
  tag: 'Requests',
  path: apiRequestsPath.pattern,
  scope: 'requests:write',
  summary: 'Ask for access to an account',
  description:
    'Looks the account up and sends a request to its administrators, with your profile as it is now. An account that does not exist, is closed or is hidden from you gives one and the same answer. Look-ups are limited: 20 different identifiers an hour.',
  body: submitSchema,
  exampleBody: {
    account: 'acme.example',
    reason: exampleRequest.reason,
    scope: { kind: 'ACCOUNT' },
    role: 'SU',
  },
  status: 201,
  versioned: false,
  answer: { description: 'The request, sent.', schema: requestSchema, example: exampleRequest },
  problems: [403, 404, 409, 422, 429],
  async send(db, call) {
    const { caller, body, clientNetwork, idempotencyKey } = call
    const wait = await countLookUp(db, clientNetwork)
    if (wait > 0) return refuse(tooMany(caller, wait))
    const found = await lookUp(db, caller, body.account)
    if (!found.ok && found.refusal.code === 'too-many') return refuse(tooMany(caller, found.refusal.seconds))
    const identifier = readIdentifier(body.account)
    if (!found.ok || !identifier.ok) return refuse(notFound)
    const key = `api:${idempotencyKey ?? crypto.randomUUID()}`
    const sent = await submit(db, caller, { identifier: identifier.value, wish: wishOf(body), key })
    if (!sent.ok) return refuse(await notSent(db, caller, sent.refusal))
    const { id, repeated } = sent.value
    return done({ ...(await given(db, caller, id)), repeated })
  },
})

/** Too much was looked up; from when on it can be tried again. */
export function tooMany({ reader }: Pick<ApiCaller, 'reader'>, seconds: number): Problem {
  const detail = apiWords.for(reader)('detail.wait', { seconds })
  return { status: 429, code: 'too-many-look-ups', retryAfter: seconds, detail }
}

/** Why a request was not sent, as the API says it. */
export async function notSent(db: Database, caller: ApiCaller, refusal: SubmitRefusal): Promise<Problem> {
  if (refusal.code === 'sent-before') {
    return { status: 409, code: 'key-used', detail: apiWords.for(caller.reader)('detail.key-used') }
  }
  const problem = problemOf(refusal, caller, wishPointers)
  if (refusal.code === 'too-many-today') return { ...problem, retryAfter: 3_600 }
  if (refusal.code !== 'duplicate-open-request') return problem
  const open = await findRequest(db, caller, refusal.id)
  return open ? { ...problem, current: shown(open) } : problem
}
