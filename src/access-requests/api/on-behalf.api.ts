import { z } from 'zod'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiConfirmOnBehalfPath,
  apiOnBehalfListPath,
  apiOnBehalfPath,
  apiRefuseOnBehalfPath,
  apiWithdrawOnBehalfPath,
} from '../../paths/on-behalf.ts'
import { type ApiCaller, readAddress } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Given,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { askForColleague } from '../ask-for-colleague/ask-for-colleague.ts'
import { confirmOnBehalf } from '../ask-for-colleague/confirm-on-behalf.ts'
import {
  findOnBehalf,
  listOnBehalf,
  type OnBehalfId,
  type StoredOnBehalf,
} from '../ask-for-colleague/on-behalf.store.ts'
import { sayOnBehalf } from '../ask-for-colleague/say-refusal.ts'
import { refuseOnBehalf, takeBackOnBehalf } from '../ask-for-colleague/settle-on-behalf.ts'
import { isFor, type OnBehalfRefusal } from '../domain/on-behalf.ts'
import { words } from '../messages/index.ts'
import { countLookUp } from '../submit/look-up.limit.ts'
import { lookUp } from '../submit/look-up.ts'
import type { SubmitRefusal } from '../submit/submit.ts'
import {
  exampleOnBehalf,
  forColleagueBody,
  onBehalfListSchema,
  onBehalfSchema,
  shownOnBehalf,
} from './on-behalf.schema.ts'
import { notFound } from './problem.api.ts'
import { tooMany } from './requests.api.ts'
import { wishOf } from './wish.ts'

const size = 50
const tag = 'Requests for colleagues'
const params = { id: 'The id of what was asked for a colleague.' }
const nothing = z.strictObject({})
const answer = { description: 'How it stands.', schema: onBehalfSchema, example: exampleOnBehalf } as const

function shownTo(caller: ApiCaller, one: StoredOnBehalf) {
  return shownOnBehalf(one, caller, isFor(one, { address: caller.address, isVerified: caller.verified }))
}

async function seen(db: Database | Tx, caller: ApiCaller, id: string): Promise<Given | undefined> {
  const one = await findOnBehalf(db, id)
  const body = one && shownTo(caller, one)
  if (!one || !body || (!body.isForYou && one.askedBy !== caller.personId)) return undefined
  return { body, object: { accountId: one.accountId, id: one.id } }
}

const pointers = { colleague: '/colleague', account: '/account', reason: '/reason' } as const

function problemOf(refusal: OnBehalfRefusal | SubmitRefusal, { reader }: ApiCaller): Problem {
  if (refusal.code === 'not-found') return notFound
  const { status, text, field } = sayOnBehalf(reader, refusal)
  const code = refusal.code === 'settled' ? 'answered' : refusal.code
  const errors = field === undefined ? undefined : [{ pointer: pointers[field], detail: text }]
  return { status, code, detail: text, errors, retryAfter: status === 429 ? 3_600 : undefined }
}

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'listRequestsForColleagues',
    tag,
    path: apiOnBehalfListPath.pattern,
    scope: 'requests:read',
    summary: 'List what was asked for colleagues',
    description: 'What you asked for colleagues and what they asked for you, newest first, fifty at a time.',
    query: pageQuery,
    answer: {
      description: 'A page of them.',
      schema: onBehalfListSchema,
      example: { items: [exampleOnBehalf], after: null },
    },
    problems: [422],
    async run(db, { caller, query }) {
      const bound = { person: caller.personId, filter: 'api:on-behalf', now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const rows = await listOnBehalf(db, caller, { after, most: size + 1 })
      const page = pageOf({ cursors, bound }, rows, { size, keys: ({ id }: StoredOnBehalf) => [id] })
      return done({ body: { items: page.rows.map((one) => shownTo(caller, one)), after: page.after } })
    },
  })
}

const readingOne = reading<ApiCaller, typeof nothing>({
  id: 'readRequestForColleague',
  tag,
  path: apiOnBehalfPath.pattern,
  params,
  scope: 'requests:read',
  summary: 'Read what was asked for a colleague',
  description: 'One that you asked, or that was asked for you.',
  query: nothing,
  answer,
  problems: [404],
  async run(db, { caller, params: named }) {
    const given = await seen(db, caller, named['id'] ?? '')
    return given ? done(given) : refuse(notFound)
  },
})

const asking = writing<ApiCaller, typeof forColleagueBody>({
  id: 'askForColleague',
  tag,
  path: apiOnBehalfListPath.pattern,
  scope: 'requests:write',
  summary: 'Ask for access for a colleague',
  description:
    'The colleague is mailed and confirms within fourteen days; then it is their request, and you stay named as who asked. Asking the same again while it waits gives the one that waits. Accounts are looked up as when you ask for yourself.',
  body: forColleagueBody,
  exampleBody: {
    colleague: exampleOnBehalf.colleague,
    account: 'acme.example',
    reason: exampleOnBehalf.reason,
    scope: { kind: 'ACCOUNT' },
    role: 'SU',
  },
  status: 201,
  versioned: false,
  answer,
  problems: [403, 404, 409, 422, 429],
  // A look-up counts even when nothing comes of it.
  async before(db, { caller, body, clientNetwork }) {
    const wait = await countLookUp(db, clientNetwork)
    const found = wait > 0 ? undefined : await lookUp(db, caller, body.account)
    const seconds = found?.ok === false && found.refusal.code === 'too-many' ? found.refusal.seconds : wait
    if (seconds > 0) return tooMany(caller, seconds)
    return found?.ok ? undefined : notFound
  },
  async run(tx, { caller, body }) {
    const { colleague, account, ...wish } = body
    const address = readAddress(colleague)
    if (!address.ok) {
      const detail = words.for(caller.reader)('behalf.colleague.wrong')
      return refuse({ status: 422, code: 'invalid', errors: [{ pointer: '/colleague', detail }] })
    }
    const read = readIdentifier(account)
    const identifier = read.ok ? read.value : ''
    const asked = { identifier, colleague: address.value, wish: wishOf(wish) }
    const outcome = await askForColleague(tx, caller, asked)
    return outcome.ok ? givenOf(tx, caller, outcome.value) : refuse(problemOf(outcome.refusal, caller))
  },
})

async function givenOf(tx: Tx, caller: ApiCaller, id: OnBehalfId): Promise<Outcome<Given, Problem>> {
  const given = await seen(tx, caller, id)
  if (!given) throw new Error('What was asked for a colleague is gone')
  return done(given)
}

type Act = (
  tx: Tx,
  caller: ApiCaller,
  id: string,
) => Promise<Outcome<OnBehalfId, OnBehalfRefusal | SubmitRefusal>>

const step = (
  act: Act,
  about: { id: string; path: string; summary: string; description: string; example: unknown },
): Operation<ApiCaller> =>
  writing<ApiCaller, typeof nothing>({
    tag,
    params,
    scope: 'requests:write',
    ...about,
    body: null,
    status: 200,
    versioned: false,
    answer: { ...answer, example: about.example },
    problems: [403, 404, 409, 429],
    async run(tx, { caller, params: named }) {
      const outcome = await act(tx, caller, named['id'] ?? '')
      return outcome.ok ? givenOf(tx, caller, outcome.value) : refuse(problemOf(outcome.refusal, caller))
    },
  })

/** Asking for colleagues, who confirm: the same use cases as the pages. */
export function onBehalf(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [
    listing(platform),
    asking,
    readingOne,
    step(confirmOnBehalf, {
      id: 'confirmRequestForColleague',
      path: apiConfirmOnBehalfPath.pattern,
      summary: 'Confirm what a colleague asked for you',
      description: 'It becomes your request, by the same rules as if you had asked yourself.',
      example: { ...exampleOnBehalf, isForYou: true, status: 'CONFIRMED', requestId: exampleOnBehalf.id },
    }),
    step(refuseOnBehalf, {
      id: 'refuseRequestForColleague',
      path: apiRefuseOnBehalfPath.pattern,
      summary: 'Refuse what a colleague asked for you',
      description: 'Nothing is sent to the account; whoever asked is told.',
      example: { ...exampleOnBehalf, isForYou: true, status: 'REFUSED' },
    }),
    step(takeBackOnBehalf, {
      id: 'withdrawRequestForColleague',
      path: apiWithdrawOnBehalfPath.pattern,
      summary: 'Take back what you asked for a colleague',
      description: 'While the colleague has not answered.',
      example: { ...exampleOnBehalf, status: 'WITHDRAWN' },
    }),
  ]
}
