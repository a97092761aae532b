import { z } from 'zod'
import { readIdentifier } from '../../accounts/domain/identifier.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { apiAnswerMessagePath, apiMessagePath, apiMessagesPath } from '../../paths/conversation.ts'
import type { ApiCaller } from '../../people/index.ts'
import {
  afterId,
  cursorRefused,
  type Given,
  nextPage,
  type Operation,
  pageOf,
  pageQuery,
  type Problem,
  reading,
  writing,
} from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { administeredAccount } from '../administered-account.ts'
import { findMessage, type MessageId, messagesTo, type SeenMessage } from '../contact/contact.store.ts'
import { type AnswerRefusal, answerMessage, contact } from '../contact/contact.ts'
import { words } from '../messages/index.ts'
import { notFound, problemOf } from './problem.api.ts'

const size = 50
const tag = 'Messages'
const instant = z.iso.datetime({ offset: true })
const inAccount = { identifier: 'The identifier of the account.' }
const ofMessage = { id: 'The id of the message.' }
const nothing = z.strictObject({})

const messageSchema = z
  .strictObject({
    id: z.uuid(),
    account: z.string().meta({ description: 'Its identifier.' }),
    sender: z.strictObject({ personId: z.uuid(), name: z.string(), company: z.string() }),
    requestId: z.uuid().nullable().meta({ description: 'The request that it is about.' }),
    text: z.string(),
    sentAt: instant,
    answer: z.string().nullable(),
    answeredAt: instant.nullable(),
    isForYou: z.boolean().meta({ description: 'You are among those who can answer.' }),
  })
  .meta({ id: 'Message' })
const listSchema = z
  .strictObject({ items: z.array(messageSchema), after: nextPage })
  .meta({ id: 'MessageList' })

const text = z.string().max(8000).meta({ description: '10 to 1,000 characters after trimming.' })
const sendBody = z.strictObject({
  text,
  requestId: z.uuid().nullable().optional().meta({ description: 'Your open request that it is about.' }),
})
const answerBody = z.strictObject({ text })

const example: z.input<typeof messageSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f81',
  account: 'acme.example',
  sender: { personId: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f73', name: 'Luc Bernard', company: 'ACME' },
  requestId: null,
  text: 'Whom can I ask about the licences of Paris?',
  sentAt: '2026-11-24T10:00:00.000Z',
  answer: null,
  answeredAt: null,
  isForYou: false,
}

function shown(message: SeenMessage): z.output<typeof messageSchema> {
  const { id, identifier, sender, senderName, company, request, answer, answeredAt } = message
  return {
    id,
    account: identifier,
    sender: { personId: sender, name: senderName, company },
    requestId: request?.id ?? null,
    text: message.text,
    sentAt: message.sentAt.toISOString(),
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
    isForYou: message.isForViewer,
  }
}

async function given(tx: Tx, caller: ApiCaller, id: MessageId): Promise<Given> {
  const message = await findMessage(tx, caller, id)
  if (!message) throw new Error('A message that was written is gone')
  return { body: shown(message), object: { accountId: message.accountId, id } }
}

function listing({ cursors }: Pick<Platform, 'cursors'>): Operation<ApiCaller> {
  return reading<ApiCaller, typeof pageQuery>({
    id: 'listMessages',
    tag,
    path: apiMessagesPath.pattern,
    params: inAccount,
    scope: 'requests:read',
    summary: 'List what was written to the administrators',
    description: 'The newest first, fifty at a time; for the administrators of the account.',
    query: pageQuery,
    answer: {
      description: 'A page of messages.',
      schema: listSchema,
      example: { items: [example], after: null },
    },
    problems: [404, 422],
    async run(db, { caller, params, query }) {
      const seen = await administeredAccount(db, caller, params['identifier'] ?? '', 'decide-requests')
      if (!seen) return refuse(notFound)
      const account = seen.account.id
      const bound = { person: caller.personId, filter: `api:messages:${account}`, now: caller.now }
      const after = afterId({ cursors, bound }, query.after)
      if (after === undefined) return cursorRefused(caller)
      const rows = await messagesTo(db, caller, { account, after, most: size + 1 })
      const page = pageOf({ cursors, bound }, rows, { size, keys: ({ id }: SeenMessage) => [id] })
      return done({ body: { items: page.rows.map(shown), after: page.after } })
    },
  })
}

const readingOne = reading<ApiCaller, typeof nothing>({
  id: 'readMessage',
  tag,
  path: apiMessagePath.pattern,
  params: ofMessage,
  scope: 'requests:read',
  summary: 'Read a message to administrators',
  description: 'One that you wrote, or that is for you.',
  query: nothing,
  answer: { description: 'The message.', schema: messageSchema, example },
  problems: [404],
  async run(db, { caller, params }) {
    const message = await findMessage(db, caller, params['id'] ?? '')
    return message ? done({ body: shown(message) }) : refuse(notFound)
  },
})

const sending = writing<ApiCaller, typeof sendBody>({
  id: 'writeToAdministrators',
  tag,
  path: apiMessagesPath.pattern,
  params: inAccount,
  scope: 'requests:write',
  summary: 'Write to the administrators of an account',
  description:
    'Where an account shows neither their names nor their addresses, a message is passed on to them. You can write to an account that you belong to, have an open request for, or have found within the last day.',
  body: sendBody,
  exampleBody: { text: example.text },
  status: 201,
  versioned: false,
  answer: { description: 'The message, sent.', schema: messageSchema, example },
  problems: [403, 404, 422, 429],
  async run(tx, { caller, params, body }) {
    const identifier = readIdentifier(params['identifier'] ?? '')
    if (!identifier.ok) return refuse(notFound)
    const { requestId = null } = body
    const sent = await contact(tx, caller, { identifier: identifier.value, requestId, text: body.text })
    return sent.ok
      ? done(await given(tx, caller, sent.value))
      : refuse(problemOf(sent.refusal, caller, { 'text-unfit': '/text' }))
  },
})

function refusedAnswer(refusal: AnswerRefusal, caller: ApiCaller): Outcome<never, Problem> {
  if (refusal.code !== 'answered-already')
    return refuse(problemOf(refusal, caller, { 'text-unfit': '/text', 'reason-unfit': '/text' }))
  const detail = words.for(caller.reader)('message.answered-already')
  return refuse({ status: 409, code: 'answered', detail })
}

const answering = writing<ApiCaller, typeof answerBody>({
  id: 'answerMessage',
  tag,
  path: apiAnswerMessagePath.pattern,
  params: ofMessage,
  scope: 'decisions:write',
  summary: 'Answer a message to administrators',
  description: 'For all of them; the sender is told and sees no address.',
  body: answerBody,
  exampleBody: { text: 'Ask Vera, who looks after Paris.' },
  status: 200,
  versioned: false,
  answer: {
    description: 'The message, answered.',
    schema: messageSchema,
    example: {
      ...example,
      answer: 'Ask Vera, who looks after Paris.',
      answeredAt: '2026-11-24T11:00:00.000Z',
      isForYou: true,
    },
  },
  problems: [404, 409, 422],
  async run(tx, { caller, params, body }) {
    const answered = await answerMessage(tx, caller, { id: params['id'] ?? '', text: body.text })
    return answered.ok
      ? done(await given(tx, caller, answered.value))
      : refusedAnswer(answered.refusal, caller)
  },
})

/** Writing to administrators who are not shown: the same use cases as the pages. */
export function messages(platform: Pick<Platform, 'cursors'>): readonly Operation<ApiCaller>[] {
  return [listing(platform), readingOne, sending, answering]
}
