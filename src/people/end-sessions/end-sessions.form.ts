import { z } from 'zod'
import { isId } from '../../kernel/id.ts'

/** Which session ends: one by its id, or all others. */
export const endSessionsForm = z.strictObject({
  which: z.string().refine((which) => which === 'others' || isId(which), { error: 'error.form.incomplete' }),
})
