import { z } from 'zod'
import { type CaseId, newId, type RequestId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import {
  apiCasePath,
  apiCasesPath,
  apiReopenCasePath,
  apiSolveCasePath,
  apiWriteInCasePath,
} from '../../paths/support-cases.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Operation,
  pageQuery,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findCase } from '../case.store.ts'
import { readThread } from '../case/thread.query.ts'
import { readCaseText } from '../domain/writing.ts'
import { recordLook } from '../look/look.store.ts'
import { myCases } from '../my-cases/my-cases.query.ts'
import { pathIn, referenceIn } from '../open/known.ts'
import { open } from '../open/open.ts'
import { reopen } from '../reopen/reopen.ts'
import { resolve } from '../resolve/resolve.ts'
import { sayTextProblem } from '../refusal-answers.ts'
import { write } from '../write/write.ts'
import { answered, notFound, textUnfit } from './answered.ts'
import {
  caseListSchema,
  caseSchema,
  caseWithMessagesSchema,
  exampleCase,
  exampleMessage,
  openSchema,
  resolvedAnswer,
  saySchema,
} from './case.schema.ts'
import { deskOperations } from './desk.api.ts'
import { shownCase, shownMessage } from './shown.ts'

const tag = 'Cases'
const listQuery = pageQuery

/** What the API offers about cases: what a requester does with them, and what agents do. */
export function operations(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listCases(platform), readOne, openOne, writeInOne, solveOne, reopenOne, ...deskOperations(platform)]
}

function listCases({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof listQuery>({
    id: 'listCases',
    tag,
    path: apiCasesPath.pattern,
    scope: 'requests:read',
    summary: 'List your cases',
    description: 'Your cases at the support desk and those of accounts you administer, newest first.',
    query: listQuery,
    answer: {
      description: 'A page of your cases.',
      schema: caseListSchema,
      example: { items: [exampleCase], after: null },
    },
    problems: [422],
    async run(db, { caller, query: { after: cursor } }) {
      const bound = { person: caller.personId, filter: 'api:cases', now: caller.now }
      const after = afterId({ cursors, bound }, cursor)
      if (after === undefined) return cursorRefused(caller)
      const { cases, next } = await myCases(db, caller, after)
      const sealed = next === undefined ? null : cursors.seal([next], bound)
      return done({ body: { items: cases.map(shownCase), after: sealed } })
    },
  })
}

const readOne = reading<ApiCaller, z.ZodObject<Record<never, never>>>({
  id: 'readCase',
  tag,
  path: apiCasePath.pattern,
  params: { id: 'The id of the case.' },
  scope: 'requests:read',
  summary: 'Read one case',
  description: 'A case that concerns you, with what you may read of the conversation.',
  query: z.strictObject({}),
  answer: {
    description: 'The case as it is now.',
    schema: caseWithMessagesSchema,
    example: { ...exampleCase, messages: [exampleMessage] },
  },
  problems: [404],
  async run(db, { caller, params, isGuess }) {
    const one = await findCase(db, caller, params.id as CaseId)
    if (!one || (isGuess && one.seat === 'SUPPORT')) return refuse(notFound)
    const { accountId, requestId, id: caseId } = one
    if (one.seat === 'SUPPORT') await recordLook(db, caller.personId, { accountId, requestId, caseId })
    const { messages } = await readThread(db, one)
    const said = messages.map((message) => shownMessage(message, caller.personId))
    return done({ body: { ...shownCase(one), messages: said } })
  },
})

const openOne = writing<ApiCaller, typeof openSchema>({
  id: 'openCase',
  tag,
  path: apiCasesPath.pattern,
  scope: 'requests:write',
  summary: 'Open a case',
  description:
    'For trouble with the portal itself or with an access request. A support agent answers within one working day. Five a day.',
  body: openSchema,
  exampleBody: { text: exampleMessage.text },
  status: 201,
  versioned: false,
  answer: { description: 'The case.', schema: caseSchema, example: exampleCase },
  problems: [404, 422, 429],
  async run(tx, { caller, body }) {
    const text = readCaseText(body.text)
    if (!text.ok) return textUnfit(sayTextProblem(text.refusal, caller.reader))
    const opened = await open(tx, caller, {
      text: text.value,
      requestId: (body.requestId as RequestId | undefined) ?? null,
      page: pathIn(body.page ?? ''),
      errorReference: referenceIn(body.errorReference ?? ''),
      key: newId(),
    })
    return answered(tx, caller, opened)
  },
})

const writeInOne = writing<ApiCaller, typeof saySchema>({
  id: 'writeInCase',
  tag,
  path: apiWriteInCasePath.pattern,
  params: { id: 'The id of the case.' },
  scope: 'requests:write',
  summary: 'Write in a case',
  description:
    'Answers support, in a case of yours or of an account you administer. It waits for support then.',
  body: saySchema,
  exampleBody: { text: 'It works again since this morning, thank you.' },
  status: 200,
  versioned: false,
  answer: { description: 'The case as it is now.', schema: caseSchema, example: exampleCase },
  problems: [404, 409, 422, 429],
  async run(tx, { caller, params, body }) {
    const text = readCaseText(body.text)
    if (!text.ok) return textUnfit(sayTextProblem(text.refusal, caller.reader))
    const id = params.id as CaseId
    const one = await findCase(tx, caller, id)
    if (!one || one.seat === 'SUPPORT') return refuse(notFound)
    const saying = { room: one.seat, text: text.value, resolves: false, seen: null }
    const written = await write(tx, caller, id, saying)
    return answered(tx, caller, written.ok ? done(id) : written)
  },
})

const settling = {
  tag,
  params: { id: 'The id of the case.' },
  scope: 'requests:write',
  status: 200,
  versioned: false,
} as const

const solveOne = writing<ApiCaller, z.ZodObject<Record<never, never>>>({
  ...settling,
  id: 'solveCase',
  path: apiSolveCasePath.pattern,
  summary: 'Say that a case is solved',
  description: 'Yours; for a week it can be taken up again.',
  body: null,
  answer: resolvedAnswer,
  problems: [404, 409],
  async run(tx, { caller, params }) {
    const id = params.id as CaseId
    const one = await findCase(tx, caller, id)
    if (one?.seat !== 'REQUESTER') return refuse(notFound)
    return answered(tx, caller, await resolve(tx, caller, id))
  },
})

const reopenOne = writing<ApiCaller, typeof saySchema>({
  ...settling,
  id: 'reopenCase',
  path: apiReopenCasePath.pattern,
  summary: 'Take a case up again',
  description: 'Yours, within a week after it was solved, with what is still wrong.',
  body: saySchema,
  exampleBody: { text: 'It happened again this morning, on the same page.' },
  answer: { description: 'The case, open again.', schema: caseSchema, example: exampleCase },
  problems: [404, 409, 422],
  async run(tx, { caller, params, body }) {
    const text = readCaseText(body.text)
    if (!text.ok) return textUnfit(sayTextProblem(text.refusal, caller.reader))
    const id = params.id as CaseId
    const one = await findCase(tx, caller, id)
    if (one?.seat !== 'REQUESTER') return refuse(notFound)
    return answered(tx, caller, await reopen(tx, caller, id, text.value))
  },
})
