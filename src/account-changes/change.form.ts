import { z } from 'zod'

const text = z.string().max(5_000)
const version = z.coerce.number().int().min(1)

/** What the page of one kind of change sends; which fields count depends on the kind. */
export const askForm = z.strictObject({
  identifier: text.optional(),
  type: text.optional(),
  reason: text.default(''),
})

/** One step about a change that was asked. */
export const stepForm = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('agree'), version }),
  z.strictObject({ what: z.literal('refuse'), version, answer: text.default('') }),
  z.strictObject({ what: z.literal('withdraw'), version }),
])
/** What was sent. */
export type Step = z.output<typeof stepForm>
