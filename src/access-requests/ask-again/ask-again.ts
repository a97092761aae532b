import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { RequestId } from '../../kernel/id.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { readDecision } from '../decide/decision.query.ts'
import { askAgain as mayAskAgain } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import type { Ask } from '../domain/request.ts'
import { findRequest, type SeenRequest } from '../requests.store.ts'
import { keepDraft } from '../submit/drafts.store.ts'
import { type LookUpRefusal, lookUp } from '../submit/look-up.ts'
import { typedFrom } from '../submit/typed.form.ts'

/** Why the form was not filled in; `not-findable`: the account is gone or hidden by now. */
export type AskAgainRefusal =
  | Refusal
  | LookUpRefusal
  | { readonly code: 'not-findable'; readonly identifier: string }

/**
 * Fills the form for a new request with the words and the ask of the viewer's settled one. An end that has passed is
 * left out. The account is looked up as if its identifier had been typed, so that one that is gone or hidden by now
 * tells nothing; gives the identifier.
 */
export async function askAgain(
  db: Database,
  viewer: Viewer,
  id: RequestId,
): Promise<Outcome<string, AskAgainRefusal>> {
  const request = await findRequest(db, viewer, id)
  if (!request) return refuse({ code: 'not-found' })
  const allowed = mayAskAgain(request, viewer.personId, await blockBy(db, request), viewer.now)
  if (!allowed.ok) return allowed
  const { identifier } = request
  const found = await lookUp(db, viewer, identifier)
  if (!found.ok) {
    return found.refusal.code === 'not-found' ? refuse({ code: 'not-findable', identifier }) : found
  }
  await keepDraft(db, viewer.personId, {
    ...typedFrom({ ask: askFor(request, viewer.now), reason: request.reason }, request.accountTimeZone),
    identifier,
    repeats: request.reference,
  })
  return done(identifier)
}

async function blockBy(db: Database, request: SeenRequest): Promise<{ until: Date | null } | null> {
  const decision = request.status === 'DECLINED' ? await readDecision(db, request) : undefined
  return decision?.isBlocked ? { until: decision.blockedUntil } : null
}

function askFor({ ask }: SeenRequest, now: Date): Ask {
  return ask.endsAt !== null && ask.endsAt <= now ? { ...ask, endsAt: null } : ask
}
