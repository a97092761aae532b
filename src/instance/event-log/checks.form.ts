import { z } from 'zod'

const hash = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i
const longest = 1_000

/** Asking for a log to be verified; a hash that was kept may stand in a whole line of a mail. */
export const checkForm = z.strictObject({
  kept: z
    .string()
    .max(longest, { error: 'log.check.kept.wrong' })
    .transform((text) =>
      text.trim() === '' ? null : (hash.exec(text.replace(/\s+/g, ' '))?.[0].toLowerCase() ?? ''),
    )
    .refine((found) => found !== '', { error: 'log.check.kept.wrong' }),
})
