import { z } from 'zod'
import { longestComment, sides } from '../domain/conversation.ts'
import { longestReason, shortestReason } from '../domain/reason.ts'

const instant = z.iso.datetime({ offset: true })
const name = z
  .string()
  .nullable()
  .meta({ description: 'A name; null where the account does not show it to you.' })

/** The body of a question or an answer. */
const words = z
  .string()
  .max(4 * longestReason)
  .meta({ description: `${shortestReason} to ${longestReason} characters after trimming.` })

/** The body of a question. */
export const questionSchema = z.strictObject({ text: words }).meta({ id: 'Question' })

/** The body of an answer. */
export const answerSchema = z
  .strictObject({
    question: z.int().min(1).max(99).meta({ description: 'The number of the question that it answers.' }),
    text: words,
  })
  .meta({ id: 'Answer' })

/** The body of a comment. */
export const commentSchema = z
  .strictObject({
    text: z
      .string()
      .max(4 * longestComment)
      .meta({ description: `1 to ${longestComment} characters after trimming.` }),
  })
  .meta({ id: 'Comment' })

/** Everything that was said on a request. */
export const conversationSchema = z
  .strictObject({
    questions: z.array(
      z.strictObject({
        n: z.int().min(1),
        text: z.string(),
        askedAt: instant,
        askedBy: name,
        answer: z.string().nullable().meta({ description: 'Null while it is awaited.' }),
        answeredAt: instant.nullable(),
      }),
    ),
    comments: z.array(
      z.strictObject({
        side: z.enum(sides).meta({ description: 'For whom its author speaks.' }),
        n: z.int().min(1).meta({ description: 'Counts the comments of that side.' }),
        text: z.string(),
        writtenAt: instant,
        writtenBy: name,
      }),
    ),
    claim: z
      .strictObject({ by: z.string(), mine: z.boolean(), since: instant, until: instant })
      .nullable()
      .meta({ description: 'Who says that they are looking at it; only for those who may decide it.' }),
  })
  .meta({ id: 'Conversation' })
