import { z } from 'zod'
import { isId } from '../../kernel/id.ts'

const known = (longest: number) => z.string().max(longest)

/** What somebody says when they open a case, and what the page knew; `key` names this form. */
export const openForm = z.strictObject({
  key: z.string().refine(isId),
  text: z.string(),
  request: z.string().refine((text) => text === '' || isId(text)),
  from: known(500),
  error: known(100),
})
