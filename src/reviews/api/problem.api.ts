import type { ApiCaller } from '../../people/index.ts'
import type { Problem } from '../../platform/api/index.ts'
import type { ReviewRefusal } from '../domain/refusals.ts'
import { words } from '../messages/index.ts'

/** There is nothing that this caller may see: the same for what exists and for what does not. */
export const notFound: Problem = { status: 404, code: 'not-found' }

/** A refusal as a problem: the same sentence as on the pages. */
export function problemOf({ code }: ReviewRefusal, caller: ApiCaller): Problem {
  if (code === 'not-found') return notFound
  const status = code === 'above-own-rights' || code === 'recent-sign-in-needed' ? 403 : 409
  return { status, code, detail: words.for(caller.reader)(`refused.${code}`) }
}
