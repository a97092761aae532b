import type { CaseId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ApiCaller } from '../../people/index.ts'
import type { Given, Problem } from '../../platform/api/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { findCase } from '../case.store.ts'
import type { CaseRefusal } from '../domain/case.ts'
import { answerTo } from '../refusal-answers.ts'
import { shownCase } from './shown.ts'

/** There is no case that this caller may see. */
export const notFound: Problem = { status: 404, code: 'not-found' }

/** A text that cannot be kept, as a problem. */
export function textUnfit(detail: string): Outcome<never, Problem> {
  return refuse({ status: 422, code: 'text-unfit', detail, errors: [{ pointer: '/text', detail }] })
}

/** What a step came to: the case as it is then, or the problem. */
export async function answered(
  tx: Tx,
  caller: ApiCaller,
  outcome: Outcome<CaseId, CaseRefusal>,
): Promise<Outcome<Given, Problem>> {
  if (!outcome.ok) return refuse(problemOf(outcome.refusal, caller))
  const one = await findCase(tx, caller, outcome.value)
  if (!one) throw new Error('A case that was changed is no longer seen')
  return done({ body: shownCase(one), object: { accountId: one.accountId, id: one.id } })
}

function problemOf(refusal: CaseRefusal, { reader }: ApiCaller): Problem {
  const { status, text } = answerTo(refusal, reader)
  return status === 404 ? notFound : { status, code: refusal.code, detail: text }
}
