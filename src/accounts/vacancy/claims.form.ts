import { z } from 'zod'
import { lengthOf, readWritten } from '../../kernel/written.ts'
import { roleMailboxes } from '../domain/claim.ts'

const bounds = { min: 10, max: 1_000 }

/** A text of 10 to 1,000 characters; `key` is the sentence at its field. */
function written(key: string) {
  return z.string({ error: key }).transform((text, context) => {
    const read = readWritten(text, bounds)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: key })
    return z.NEVER
  })
}

/** What opens a claim. */
export const newClaimForm = z.strictObject({
  identifier: z
    .string({ error: 'claim.error.identifier' })
    .refine((text) => lengthOf(text.trim()) > 0 && text.length <= 500, { error: 'claim.error.identifier' }),
  reason: written('claim.error.reason'),
})

/** Which mailbox of which domain is asked. */
export const roleMailForm = z.strictObject({
  mailbox: z.enum(roleMailboxes, { error: 'claim.error.mailbox' }),
  domain: z.string({ error: 'claim.error.mailbox' }).max(253, { error: 'claim.error.mailbox' }),
})

/** The domain whose DNS is checked. */
export const checkDnsForm = z.strictObject({ domain: z.string({ error: 'claim.error.mailbox' }).max(253) })

/** What an agent answers who rejects a claim. */
export const rejectForm = z.strictObject({ answer: written('claim.error.answer') })

/** A button, and nothing with it. */
export const buttonForm = z.strictObject({})
