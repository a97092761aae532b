import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { readReason } from '../domain/reason.ts'
import type { Words } from '../messages/index.ts'
import { trimmed } from '../../kernel/written.ts'

/** The sentences that say what is wrong with a field. */
export type RemovalErrorKey = Extract<Parameters<Words>[0], `removal.error.${string}`>
const says = <Key extends RemovalErrorKey>(key: Key): Key => key

const longestAnswer = 1000

/** Why an administrator should go, by the rule for reasons. */
export const removalReason = z.string(says('removal.error.form')).transform((text, context) => {
  const read = readReason(text)
  if (read.ok) return read.value as string
  context.addIssue({ code: 'custom', message: says(`removal.error.reason-${read.refusal.code}`) })
  return z.NEVER
})

/** What somebody says who refuses; may be nothing. */
export const removalAnswer = z
  .string(says('removal.error.form'))
  .transform(trimmed)
  .refine((text) => [...text].length <= longestAnswer, says('removal.error.answer-long'))

const removal = z.string(says('removal.error.form')).refine(isId, says('removal.error.form'))

/** What the page about a removal sends: one of four steps, three of them about the proposal that was looked at. */
export const removalForm = z.discriminatedUnion(
  'what',
  [
    z.strictObject({ what: z.literal('propose'), reason: removalReason }),
    z.strictObject({ what: z.literal('confirm'), removal }),
    z.strictObject({ what: z.literal('refuse'), removal, answer: removalAnswer }),
    z.strictObject({ what: z.literal('withdraw'), removal }),
  ],
  says('removal.error.form'),
)

/** One step of removing an administrator. */
export type RemovalForm = z.output<typeof removalForm>
