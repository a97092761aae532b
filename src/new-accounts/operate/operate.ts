import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { isTaken } from '../apply/looks.store.ts'
import { changeApplication, lockApplication, tellStep } from '../applications.store.ts'
import { type ApplicationId, type ApplicationRefusal, approve, byOperator } from '../domain/application.ts'
import { recordApplication } from '../record.ts'

/** Why an operator changed nothing. */
export type OperateRefusal = ApplicationRefusal | { readonly code: 'not-found' }
/** Who operates: somebody signed in, or named at the machine. */
type Operating = Pick<Viewer, 'personId' | 'isOperator' | 'address' | 'verified'>
type Seen = { readonly id: ApplicationId; readonly version: number }

/** An operator has looked at it: the nominee is asked. Only what they saw counts. */
export async function approveApplication(
  tx: Tx,
  viewer: Operating,
  { id, version }: Seen,
): Promise<Outcome<null, OperateRefusal>> {
  const application = viewer.isOperator ? await lockApplication(tx, id) : undefined
  if (!application) return refuse({ code: 'not-found' })
  const facts = { version, isTaken: await isTaken(tx, application.identifier) }
  const next = approve(application, viewer, facts)
  if (!next.ok) return next
  const changed = await changeApplication(tx, application, {
    status: next.value,
    clearedBy: viewer.personId,
  })
  await tellStep(tx, id, { kind: 'APPROVED', by: viewer.personId })
  await recordApplication(tx, changed, {
    type: 'approved',
    by: viewer.personId,
    facts: { checks: [...application.checks] },
  })
  return done(null)
}

/** An operator wants something changed first, or says no for good; whoever asked reads why. */
export async function answerApplication(
  tx: Tx,
  viewer: Operating,
  { id, version, step, note }: Seen & { readonly step: 'ask' | 'decline'; readonly note: string },
): Promise<Outcome<null, OperateRefusal>> {
  const application = viewer.isOperator ? await lockApplication(tx, id) : undefined
  if (!application) return refuse({ code: 'not-found' })
  const next = byOperator(application, viewer, step)
  if (!next.ok) return next
  if (version !== application.version) return refuse({ code: 'stale-version', version: application.version })
  const isAsked = step === 'ask'
  const changed = await changeApplication(tx, application, {
    status: next.value,
    ...(isAsked ? { action: 'OPERATOR' as const } : {}),
  })
  await tellStep(tx, id, { kind: isAsked ? 'ASKED' : 'DECLINED', by: viewer.personId, note })
  await recordApplication(tx, changed, { type: isAsked ? 'action-asked' : 'declined', by: viewer.personId })
  return done(null)
}
