import { z } from 'zod'
import { isId } from '../../kernel/id.ts'

const day = z.string({ error: 'away.error.no-day' }).max(20, { error: 'away.error.no-day' })
const id = z.string({ error: 'away.refused.not-found' }).refine(isId, { error: 'away.refused.not-found' })

/** What somebody sends who will be away. */
export const awayForm = z.strictObject({
  from: day,
  until: day,
  note: z.string({ error: 'away.error.no-day' }).default(''),
})

/** Who stands in for one in an account; without a delegate, nobody. */
export const delegateForm = z.strictObject({
  account: id,
  delegate: z
    .string({ error: 'away.refused.not-found' })
    .refine((text) => text === '' || isId(text), { error: 'away.refused.not-found' }),
})

/** For whom one no longer stands in, and where. */
export const stopForm = z.strictObject({ account: id, person: id })
