import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { RequestId } from '../../kernel/id.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { readDecision } from '../decide/decision.query.ts'
import { askAgain as mayAskAgain } from '../domain/policy.ts'
import type { Refusal } from '../domain/refusals.ts'
import { findRequest } from '../requests.store.ts'
import { keepDraft } from '../submit/drafts.store.ts'
import { type LookUpRefusal, lookUp } from '../submit/look-up.ts'
import { typedFrom } from '../submit/typed.form.ts'

/**
 * Fills the form for a new request with the words and the ask of the viewer's settled one. An end that has passed is
 * left out. The account is looked up as if its identifier had been typed, so that one that is gone or hidden by now
 * tells nothing; gives the identifier.
 */
export async function askAgain(
  db: Database,
  viewer: Viewer,
  id: RequestId,
): Promise<
  Outcome<string, Refusal | { readonly code: 'not-findable'; readonly identifier: string } | LookUpRefusal>
> {
  const request = await findRequest(db, viewer, id)
  if (!request) return refuse({ code: 'not-found' })
  const decision = request.status === 'DECLINED' ? await readDecision(db, request) : undefined
  const block = decision?.isBlocked ? { until: decision.blockedUntil } : null
  const allowed = mayAskAgain(request, viewer.personId, block, viewer.now)
  if (!allowed.ok) return allowed
  const { identifier } = request
  const found = await lookUp(db, viewer, identifier)
  if (!found.ok && found.refusal.code === 'not-found') return refuse({ code: 'not-findable', identifier })
  if (!found.ok) return found
  const { endsAt } = request.ask
  const ask = endsAt !== null && endsAt <= viewer.now ? { ...request.ask, endsAt: null } : request.ask
  const { reason, accountTimeZone, reference } = request
  await keepDraft(db, viewer.personId, {
    ...typedFrom({ ask, reason }, accountTimeZone),
    identifier,
    repeats: reference,
  })
  return done(identifier)
}
