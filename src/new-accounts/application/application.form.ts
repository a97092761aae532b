import { z } from 'zod'
import { shownVersions } from '../../agreements/index.ts'
import { roleMailboxes } from '../../accounts/domain/claim.ts'
import { readWritten } from '../../kernel/written.ts'
import { readAddress } from '../../people/index.ts'

/** A text of 10 to 1,000 characters that somebody else reads. */
const written = z.string({ error: 'application.error.note' }).transform((typed, context) => {
  const read = readWritten(typed, { min: 10, max: 1_000 })
  if (read.ok) return read.value
  context.addIssue({ code: 'custom', message: 'application.error.note' })
  return z.NEVER
})
const version = z.coerce.number().int().min(1).max(1_000_000)

/** A button, and nothing with it. */
export const buttonForm = z.strictObject({})

/** Another nominee. */
export const nomineeForm = z.strictObject({
  nominee: z.string({ error: 'application.error.nominee' }).transform((typed, context): string => {
    const read = readAddress(typed)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: 'application.error.nominee' })
    return z.NEVER
  }),
})

/** Which mailbox of the domain is asked. */
export const roleMailForm = z.strictObject({ mailbox: z.enum(roleMailboxes) })

/** The nominee's yes, to the texts that were shown. */
export const acceptForm = z.strictObject({
  version: shownVersions,
  agree: z.literal('yes', { error: 'application.error.agree' }),
})

/** The nominee's no. */
export const refuseForm = z.strictObject({ reason: written })

/** An operator's yes, to the version they saw. */
export const approveForm = z.strictObject({ version })

/** What an operator wants changed. */
export const askForm = z.strictObject({ version, askNote: written })

/** An operator's no. */
export const declineForm = z.strictObject({ version, declineNote: written })
