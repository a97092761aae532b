import { record } from '../../event-log/index.ts'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { reschedule } from '../clocks.store.ts'
import { lockSeen, roundsOf, writeQuestion } from '../conversation.store.ts'
import { askForInformation as mayAsk } from '../domain/policy.ts'
import { readReason } from '../domain/reason.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { SeenRequest } from '../requests.store.ts'
import { questionOf } from '../said.query.ts'
import { speakerOn } from '../speaker.ts'

/** What an approver wants to know, and the version of the request that they have read. */
export type Question = { readonly id: RequestId; readonly text: string; readonly version: number }

/** Asks the requester something before it is decided; everything waits for their answer. */
export async function askForInformation(
  tx: Tx,
  viewer: Viewer,
  question: Question,
): Promise<Outcome<RequestId, Refusal>> {
  const { id } = question
  const request = await lockSeen(tx, viewer, id)
  if (!request) return refuse({ code: 'not-found' })
  const { asked, waiting } = await roundsOf(tx, request)
  if (waiting !== null && (await isSameAgain(tx, request, waiting, { by: viewer.personId, question }))) {
    return done(id)
  }
  const { informationRounds: most } = request.patience
  const next = mayAsk(request, speakerOn(request, viewer), question, { rounds: asked, most })
  if (!next.ok) return next
  const n = asked + 1
  const { text } = next.value
  const version = await writeQuestion(tx, request, { n, by: viewer.personId, text })
  if (version === undefined) return refuse({ code: 'stale-version', version: request.version })
  await reschedule(tx, request)
  await record(
    tx,
    {
      type: 'access-request.information-asked',
      account: request.accountId,
      actor: viewer.personId,
      request: id,
      subject: request.requesterId,
      facts: { version, n },
    },
    { details: { person: viewer.personId, content: { text } } },
  )
  return done(id)
}

// Pressed twice, or sent again after a lost answer: it is done, and by this person.
async function isSameAgain(
  tx: Tx,
  request: SeenRequest,
  waiting: number,
  { by, question }: { readonly by: PersonId; readonly question: Question },
): Promise<boolean> {
  const read = readReason(question.text)
  const asked = await questionOf(tx, request, waiting)
  return read.ok && asked?.by === by && asked.text === read.value
}
