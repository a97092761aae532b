import { z } from 'zod'
import { lengthOf, readWritten } from '../../kernel/written.ts'

const title = z
  .string({ error: 'agreements.error.title' })
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .refine((text) => lengthOf(text) > 0 && lengthOf(text) <= 120, { error: 'agreements.error.title' })

const text = z.string({ error: 'agreements.error.text' }).transform((typed, context) => {
  const read = readWritten(typed, { min: 10, max: 12_000 })
  if (read.ok) return read.value
  context.addIssue({ code: 'custom', message: 'agreements.error.text' })
  return z.NEVER
})

const day = z
  .string({ error: 'agreements.error.day' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'agreements.error.day' })
  .transform((typed, context) => {
    const date = new Date(`${typed}T00:00:00Z`)
    const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed)
    if (isDay) return date
    context.addIssue({ code: 'custom', message: 'agreements.error.day' })
    return z.NEVER
  })

/** A version of an agreement: to be looked at first, or published. */
export const versionForm = z.strictObject({
  after: z.coerce.number().int().min(0).max(999_999),
  titleEn: title,
  textEn: text,
  titleFr: title,
  textFr: text,
  requiredFrom: day,
  what: z.enum(['preview', 'publish']).default('publish'),
})

/** What the form gives. */
export type VersionForm = z.output<typeof versionForm>

/** A button, and nothing with it. */
export const buttonForm = z.strictObject({})
