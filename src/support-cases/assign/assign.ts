import { record } from '../../event-log/index.ts'
import type { CaseId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { aboutCase, assignCase, lockCase } from '../case.store.ts'
import { type CaseRefusal, stepCase } from '../domain/case.ts'

/** What an agent wants: to look after the case, or no longer; `seen` is who looked after it on their page. */
export type Assigning = { readonly to: 'me' | 'nobody'; readonly seen: string | null }

/** Lets an agent look after a case, or leave it to all again; refused when another agent was faster. */
export async function assign(
  tx: Tx,
  viewer: Viewer,
  id: CaseId,
  { to, seen }: Assigning,
): Promise<Outcome<CaseId, CaseRefusal>> {
  const one = await lockCase(tx, viewer, id)
  if (one?.seat !== 'SUPPORT') return refuse({ code: 'not-found' })
  const next = stepCase(one, 'assign', viewer.now)
  if (!next.ok) return next
  const holder = to === 'me' ? viewer.personId : null
  if (one.assignedTo === holder) return done(id)
  if (one.assignedTo !== seen) return refuse({ code: 'assigned-to-another' })
  await assignCase(tx, one, holder)
  const facts = { caseId: id, assignedTo: holder }
  await record(tx, { type: 'case.assigned', ...aboutCase(one, viewer.personId), facts }, { quiet: true })
  return done(id)
}
