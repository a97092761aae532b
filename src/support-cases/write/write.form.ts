import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { rooms } from '../domain/case.ts'

/** What somebody typed in a room of a case; `seen` is the last message on their page, or nothing. */
export const writeForm = z.strictObject({
  room: z.enum(rooms),
  seen: z.string().refine((text) => text === '' || isId(text)),
  text: z.string(),
  and: z.enum(['resolve']).optional(),
})
