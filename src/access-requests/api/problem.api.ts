import type { RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { ApiCaller } from '../../people/index.ts'
import type { Given, Problem } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { deciderName } from '../decide/decide.query.ts'
import type { DecideRefusal } from '../decide/decide.ts'
import type { Refusal } from '../domain/refusals.ts'
import { words } from '../messages/index.ts'
import { answerTo } from '../refusal-answers.ts'
import { findRequest } from '../requests.store.ts'
import { shown } from './shown.ts'

/** Where in the body the fault of a refusal lies, as a JSON Pointer. */
export type Pointers = Partial<Record<Refusal['code'], string>>

/** There is nothing that this caller may see: the same for what exists and for what does not. */
export const notFound: Problem = { status: 404, code: 'not-found' }

/** A refusal as a problem: the same status and sentence as on the pages. */
export function problemOf(refusal: Refusal, caller: ApiCaller, pointers: Pointers = {}): Problem {
  if (refusal.code === 'not-found') return notFound
  const { status, text } = answerTo(refusal, caller.reader)
  const pointer = pointers[refusal.code]
  const errors = pointer === undefined ? undefined : [{ pointer, detail: text }]
  return { status, code: refusal.code, detail: text, errors }
}

/** The request as it is now, with its version. */
export async function given(db: Database | Tx, caller: ApiCaller, id: RequestId): Promise<Given> {
  const request = await findRequest(db, caller, id)
  if (!request) throw new Error('A request that was changed is no longer seen')
  return {
    body: shown(request),
    version: request.version,
    object: { accountId: request.accountId, id: request.id },
  }
}

/** A refusal of a step on a request that exists: with the request as it is now, where that explains it. */
export async function problemOn(
  tx: Tx,
  caller: ApiCaller,
  id: RequestId,
  { refusal, pointers = {} }: { refusal: DecideRefusal; pointers?: Pointers },
): Promise<Problem> {
  if (refusal.code === 'confirmation-needed') throw new Error('The API confirms what it sends')
  if (refusal.code === 'nothing-to-give') {
    return { status: 409, code: refusal.code, detail: words.for(caller.reader)('decide.nothing-to-give') }
  }
  const problem = problemOf(refusal, caller, pointers)
  if (problem.status !== 409) return problem
  const request = await findRequest(tx, caller, id)
  if (!request) return notFound
  const decider =
    refusal.code === 'already-settled' && request.administered
      ? await deciderName(tx, request.decidedBy)
      : undefined
  return { ...problem, detail: answerTo(refusal, caller.reader, decider).text, current: shown(request) }
}

/** What a step came to, as the API answers it: the request as it is now, or the problem. */
export async function answered<Value>(
  tx: Tx,
  caller: ApiCaller,
  id: RequestId,
  { outcome, pointers = {} }: { outcome: Outcome<Value, DecideRefusal>; pointers?: Pointers },
): Promise<Outcome<Given, Problem>> {
  return outcome.ok
    ? done(await given(tx, caller, id))
    : refuse(await problemOn(tx, caller, id, { refusal: outcome.refusal, pointers }))
}
