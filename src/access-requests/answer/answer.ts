import { record } from '../../event-log/index.ts'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { reschedule } from '../clocks.store.ts'
import { lockSeen, roundsOf, writeAnswer } from '../conversation.store.ts'
import { answer as mayAnswer } from '../domain/policy.ts'
import { readReason } from '../domain/reason.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { SeenRequest } from '../requests.store.ts'
import { questionOf } from '../said.query.ts'

/** An answer, and the number of the question that it answers. */
export type Answer = { readonly id: RequestId; readonly text: string; readonly n: number }

/** Answers the question about the viewer's own request, which then waits for a decision again. */
export async function answer(tx: Tx, viewer: Viewer, given: Answer): Promise<Outcome<RequestId, Refusal>> {
  const { id, n } = given
  const request = await lockSeen(tx, viewer, id)
  if (!request) return refuse({ code: 'not-found' })
  if (await isSameAgain(tx, request, viewer.personId, given)) return done(id)
  const { waiting } = await roundsOf(tx, request)
  const next = mayAnswer(request, viewer.personId, given, { waiting })
  if (!next.ok) return next
  const { text } = next.value
  const version = await writeAnswer(tx, request, { n, by: viewer.personId, text })
  if (version === undefined) return refuse({ code: 'stale-version', version: request.version })
  await reschedule(tx, request)
  await record(
    tx,
    {
      type: 'access-request.answered',
      account: request.accountId,
      actor: viewer.personId,
      request: id,
      facts: { version, n },
    },
    { details: { person: viewer.personId, content: { text } } },
  )
  return done(id)
}

// Pressed twice, or sent again after a lost answer: it is done.
async function isSameAgain(
  tx: Tx,
  request: SeenRequest,
  by: PersonId,
  { text, n }: Answer,
): Promise<boolean> {
  if (by !== request.requesterId) return false
  const read = readReason(text)
  const question = await questionOf(tx, request, n)
  return read.ok && question?.answer === read.value
}
