import { z } from 'zod'

const line = z.string().max(1_000)

/** A new virtual account. */
export const newForm = z.strictObject({
  name: line,
  parent: line,
  despite: line,
  restricted: z.literal('yes').optional(),
})

/** Another name; `before` is the one that was shown. */
export const renameForm = z.strictObject({ name: line, before: line, despite: line })

/** Who may find it. */
export const restrictForm = z.strictObject({ restricted: z.enum(['yes', 'no']) })

/** Where it goes, and the mark of what was shown. */
export const moveForm = z.strictObject({ to: line, mark: line })
