import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import {
  apiAnswerPath,
  apiAskForInformationPath,
  apiClaimPath,
  apiCommentPath,
  apiConversationPath,
  apiReleasePath,
} from '../../paths/api.ts'
import { type ApiCaller, nameOf } from '../../people/index.ts'
import { type Operation, reading, writing } from '../../platform/api/index.ts'
import { answer } from '../answer/answer.ts'
import { askForInformation } from '../ask-for-information/ask-for-information.ts'
import { claim, release } from '../claim/claim.ts'
import { comment } from '../comment/comment.ts'
import { type Conversation, readConversation } from '../request/conversation.query.ts'
import { seesBehind } from '../request/request.query.ts'
import { isByOffice, keepLook } from '../request/look.ts'
import { findRequest, type SeenRequest } from '../requests.store.ts'
import { answerSchema, commentSchema, conversationSchema, questionSchema } from './conversation.schema.ts'
import { exampleRequest } from './example.ts'
import { answered, notFound, type Pointers } from './problem.api.ts'
import { requestSchema } from './request.schema.ts'

const params = { id: 'The id of the request.' }
const pointers: Pointers = { 'text-unfit': '/text', 'other-question': '/question' }
const asked = { ...exampleRequest, status: 'INFO_REQUESTED' as const, version: 2 }
const given = (description: string, example: typeof exampleRequest) => ({
  description,
  schema: requestSchema,
  example,
})
const problems = [403, 404, 409, 422]

type NoBody = z.ZodObject<Record<never, never>>

/** What was said, with names for who may know them. */
function shown(caller: ApiCaller, request: SeenRequest, said: Conversation) {
  const isNamed = request.showAdministrators === 'NAMES' || seesBehind(caller, request)
  return {
    questions: said.questions.map(({ n, text, askedAt, askedBy, answer: reply, answeredAt }) => ({
      n,
      text,
      askedAt: askedAt.toISOString(),
      askedBy: isNamed ? nameOf(askedBy) : null,
      answer: reply,
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    comments: said.comments.map(({ side, n, text, at, by }) => ({
      side,
      n,
      text,
      writtenAt: at.toISOString(),
      writtenBy: isNamed || side === 'REQUESTER' ? nameOf(by) : null,
    })),
    claim: said.claim && {
      by: nameOf(said.claim.name),
      mine: said.claim.isMine,
      since: said.claim.at.toISOString(),
      until: said.claim.until.toISOString(),
    },
  }
}

const read = reading<ApiCaller, NoBody>({
  id: 'readConversation',
  tag: 'Conversation',
  path: apiConversationPath.pattern,
  params,
  scope: 'requests:read',
  summary: 'Read what was said on a request',
  description: 'Questions with their answers, comments, and who says that they are looking at it.',
  query: z.strictObject({}),
  answer: {
    description: 'What was said.',
    schema: conversationSchema,
    example: {
      questions: [
        {
          n: 1,
          text: 'Which of the Lyon licences do you need to see?',
          askedAt: '2026-11-23T10:00:00.000Z',
          askedBy: 'Ana Costa',
          answer: null,
          answeredAt: null,
        },
      ],
      comments: [],
      claim: null,
    },
  },
  problems: [404],
  async run(db, { caller, params: { id = '' }, isGuess }) {
    const request = isId(id) ? await findRequest(db, caller, id as RequestId) : undefined
    if (!request || (isByOffice(request) && isGuess)) return refuse(notFound)
    await keepLook(db, caller, request)
    return done({ body: shown(caller, request, await readConversation(db, caller, request)) })
  },
})

/** Asking before deciding, answering, commenting, and saying that one is looking at it. */
export const conversation: readonly Operation<ApiCaller>[] = [
  read,
  writing<ApiCaller, typeof questionSchema>({
    id: 'askForInformation',
    tag: 'Conversation',
    path: apiAskForInformationPath.pattern,
    params,
    scope: 'decisions:write',
    summary: 'Ask the requester something before deciding',
    description:
      'The requester gets the question by mail, and the dates of the request wait for the answer; you can still decide.',
    body: questionSchema,
    exampleBody: { text: 'Which of the Lyon licences do you need to see?' },
    status: 200,
    versioned: true,
    answer: given('The request, which waits for an answer.', asked),
    problems,
    async run(tx, { caller, params: { id: of }, body: { text }, version }) {
      const id = of as RequestId
      const outcome = await askForInformation(tx, caller, { id, text, version })
      return answered(tx, caller, id, { outcome, pointers })
    },
  }),
  writing<ApiCaller, typeof answerSchema>({
    id: 'answerQuestion',
    tag: 'Conversation',
    path: apiAnswerPath.pattern,
    params,
    scope: 'requests:write',
    summary: 'Answer the question about your request',
    description: 'The request waits for a decision again, and its dates go on.',
    body: answerSchema,
    exampleBody: { question: 1, text: 'Those of the workshop, until the end of March.' },
    status: 200,
    versioned: false,
    answer: given('The request, pending again.', { ...exampleRequest, version: 3 }),
    problems,
    async run(tx, { caller, params: { id: of }, body: { question: n, text } }) {
      const id = of as RequestId
      return answered(tx, caller, id, { outcome: await answer(tx, caller, { id, n, text }), pointers })
    },
  }),
  writing<ApiCaller, typeof commentSchema>({
    id: 'commentOnRequest',
    tag: 'Conversation',
    path: apiCommentPath.pattern,
    params,
    scope: 'requests:write',
    summary: 'Comment on a request',
    description:
      'For the side that you are on: the requester’s, the account’s or the support desk’s. The others get one mail for several comments.',
    body: commentSchema,
    exampleBody: { text: 'Friday is early enough. Thank you.' },
    status: 200,
    versioned: false,
    answer: given('The request, as it was.', exampleRequest),
    problems,
    async run(tx, { caller, params: { id: of }, body: { text } }) {
      const id = of as RequestId
      return answered(tx, caller, id, { outcome: await comment(tx, caller, { id, text }), pointers })
    },
  }),
  writing<ApiCaller, NoBody>({
    id: 'claimRequest',
    tag: 'Conversation',
    path: apiClaimPath.pattern,
    params,
    scope: 'decisions:write',
    summary: 'Say that you are looking at a request',
    description: 'For four hours, or until you release it or it is decided. Nobody is kept from deciding.',
    body: null,
    status: 200,
    versioned: false,
    answer: given('The request, as it was.', exampleRequest),
    problems: [403, 404, 409],
    async run(tx, { caller, params: { id: of } }) {
      const id = of as RequestId
      return answered(tx, caller, id, { outcome: await claim(tx, caller, id) })
    },
  }),
  writing<ApiCaller, NoBody>({
    id: 'releaseRequest',
    tag: 'Conversation',
    path: apiReleasePath.pattern,
    params,
    scope: 'decisions:write',
    summary: 'Let go of a request that you are looking at',
    description: 'Does nothing when you are not looking at it.',
    body: null,
    status: 200,
    versioned: false,
    answer: given('The request, as it was.', exampleRequest),
    problems: [404],
    async run(tx, { caller, params: { id: of } }) {
      const id = of as RequestId
      return answered(tx, caller, id, { outcome: await release(tx, caller, id) })
    },
  }),
]
