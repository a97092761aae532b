import type { ApiCaller } from '../../people/index.ts'
import type { Problem } from '../../platform/api/index.ts'
import type { Refusal } from '../domain/refusals.ts'
import { answerTo } from '../refusal-answers.ts'

/** There is nothing that this caller may see: the same for what exists and for what does not. */
export const notFound: Problem = { status: 404, code: 'not-found' }

/** A refusal as a problem: the same status and sentence as on the pages. */
export function problemOf(refusal: Refusal, caller: ApiCaller): Problem {
  const { status, text } = answerTo(refusal, caller.reader)
  return status === 404 ? notFound : { status, code: refusal.code, detail: text }
}
