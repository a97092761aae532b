import { z } from 'zod'
import { causes, caseStatuses, rooms } from '../domain/case.ts'
import { caseText } from '../domain/writing.ts'

const instant = z.iso.datetime({ offset: true })

/** A case, as the API shows it to whom it concerns. */
export const caseSchema = z
  .strictObject({
    id: z.uuid(),
    reference: z.string(),
    cause: z.enum(causes),
    status: z.enum(caseStatuses).meta({ description: 'Whom it waits for, or that it is over.' }),
    account: z.strictObject({ identifier: z.string(), name: z.string() }).nullable(),
    requestId: z.uuid().nullable(),
    openedAt: instant,
    changedAt: instant,
    answerDueAt: instant.meta({ description: 'By when support answers, while it is OPEN.' }),
    resolvedAt: instant.nullable(),
  })
  .meta({ id: 'Case' })

/** Something that was said in a case. */
const messageSchema = z
  .strictObject({
    id: z.uuid(),
    from: z.enum(['REQUESTER', 'ACCOUNT', 'SUPPORT']).meta({ description: 'The side that said it.' }),
    room: z.enum(rooms).meta({
      description:
        'Who reads it: the requester and support, the administrators of the account and support, or support agents alone.',
    }),
    isYours: z.boolean(),
    text: z.string(),
    at: instant,
  })
  .meta({ id: 'CaseMessage' })

/** A case with what was said in it. */
export const caseWithMessagesSchema = caseSchema
  .extend({ messages: z.array(messageSchema) })
  .meta({ id: 'CaseWithMessages' })

export const caseListSchema = z
  .strictObject({ items: z.array(caseSchema), after: z.string().nullable() })
  .meta({ id: 'CaseList' })

const text = z
  .string()
  .max(20_000)
  .meta({ description: `${caseText.min} to ${caseText.max} characters, no passwords.` })

/** What opens a case. */
export const openSchema = z
  .strictObject({
    text,
    requestId: z.uuid().optional().meta({ description: 'The request it is about, if you may see it.' }),
    page: z.string().max(400).optional().meta({ description: 'The path where it happened.' }),
    errorReference: z.string().max(100).optional().meta({ description: 'The reference of an error.' }),
  })
  .meta({ id: 'NewCase' })

/** Something to say. */
export const saySchema = z.strictObject({ text }).meta({ id: 'NewCaseMessage' })

/** What an agent says. */
export const answerSchema = z
  .strictObject({
    room: z.enum(rooms).meta({
      description:
        'Who reads it: the requester, the administrators of the account, or (INTERNAL) support agents alone.',
    }),
    text,
    after: z.uuid().nullable().optional().meta({
      description:
        'The last message of that room that you have read; null or left out when there was none. Refused when another agent has answered since.',
    }),
    resolves: z.boolean().optional().meta({ description: 'The answer to the requester settles the case.' }),
  })
  .meta({ id: 'AnswerInCase' })

/** Who is to look after a case. */
export const assignSchema = z
  .strictObject({
    to: z.enum(['ME', 'NOBODY']),
    from: z.uuid().nullable().optional().meta({
      description: 'Who looked after it when you read it (assignedTo); null or left out: nobody.',
    }),
  })
  .meta({ id: 'AssignCase' })

/** A case as an agent sees it on the desk. */
export const deskCaseSchema = caseSchema
  .extend({ assignedTo: z.uuid().nullable().meta({ description: 'The agent who looks after it.' }) })
  .meta({ id: 'DeskCase' })

export const deskListSchema = z
  .strictObject({ items: z.array(deskCaseSchema), after: z.string().nullable() })
  .meta({ id: 'DeskList' })

export const exampleCase: z.input<typeof caseSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f90',
  reference: 'SC-4T7H-2QKM',
  cause: 'PORTAL_TROUBLE',
  status: 'OPEN',
  account: null,
  requestId: null,
  openedAt: '2026-11-23T09:00:00.000Z',
  changedAt: '2026-11-23T09:00:00.000Z',
  answerDueAt: '2026-11-24T09:00:00.000Z',
  resolvedAt: null,
}

/** What a call that ends a case answers. */
export const resolvedAnswer = {
  description: 'The case, resolved.',
  schema: caseSchema,
  example: { ...exampleCase, status: 'RESOLVED', resolvedAt: '2026-11-24T09:00:00.000Z' },
} as const

export const exampleMessage: z.input<typeof messageSchema> = {
  id: '019a9e62-5c00-7d3e-8b1f-2a6c9d0e4f91',
  from: 'REQUESTER',
  room: 'REQUESTER',
  isYours: true,
  text: 'The list of my requests stays empty although I sent one.',
  at: '2026-11-23T09:00:00.000Z',
}
