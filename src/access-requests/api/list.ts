import { z } from 'zod'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ApiCaller } from '../../people/index.ts'
import { apiWords, type Problem } from '../../platform/api/index.ts'

/** The query of a list. */
export const pageFields = {
  after: z.string().max(1000).optional().meta({
    description: 'Where the page before ended: its `after`. It holds for an hour, for you and this filter.',
  }),
}

/** What is answered to a cursor that is forged, somebody else's, of another filter, or too old. */
export function cursorRefused(caller: ApiCaller): Outcome<never, Problem> {
  const detail = apiWords.for(caller.reader)('detail.cursor')
  return refuse({ status: 422, code: 'cursor', errors: [{ pointer: '?after', detail }] })
}
