import { recorded } from '../../accounts/domain/roles.ts'
import { readEnd, typedEnd } from '../../accounts/domain/end-moment.ts'
import type { RequestId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { type Database, sqlState } from '../../platform/db/index.ts'
import { readDecision } from '../decide/decision.query.ts'
import { findRequest, type SeenRequest } from '../requests.store.ts'
import { type Sent, type SubmitRefusal, submit } from '../submit/submit.ts'
import { askedAPerson } from './asked-a-person.query.ts'

/**
 * Sends anew what a rule has declined, for a person to decide: the same words, once, at once, and no rule is asked. Asked
 * a second time it gives the request that was sent the first time.
 */
export async function askAPerson(
  db: Database,
  viewer: Viewer,
  id: RequestId,
): Promise<Outcome<Sent, SubmitRefusal>> {
  const request = await findRequest(db, viewer, id)
  if (!request || request.beneficiaryId !== viewer.personId) return refuse({ code: 'not-found' })
  const { status, stage, accountStatus } = request
  const decision = status === 'DECLINED' ? await readDecision(db, request) : undefined
  if (!decision?.rule) return refuse({ code: 'not-possible-now', status, stage })
  const before = await askedAPerson(db, request)
  if (before) return done({ id: before, repeated: true })
  return accountStatus === 'ACTIVE'
    ? send(db, viewer, request)
    : refuse({ code: 'not-possible-now', status, stage })
}

async function send(
  db: Database,
  viewer: Viewer,
  request: SeenRequest,
): Promise<Outcome<Sent, SubmitRefusal>> {
  const { id, identifier, ask, reason } = request
  const isOver = ask.endsAt !== null && ask.endsAt <= viewer.now
  const end = typedEnd(isOver ? null : ask.endsAt, request.accountTimeZone)
  const wish = { scope: ask.scope, role: ask.role && recorded(ask.role), ends: readEnd(end) ?? null, reason }
  try {
    return await submit(db, viewer, { identifier, wish, key: `person:${id}`, declinedByRule: id })
  } catch (error) {
    // The same press twice: the other one was faster, and its request is settled by now.
    const other = sqlState(error) === '23505' ? await askedAPerson(db, request) : undefined
    if (!other) throw error
    return done({ id: other, repeated: true })
  }
}
