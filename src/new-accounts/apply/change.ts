import { profileOf } from '../../access-requests/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { changeApplication, lockApplication, tellStep, type Wanted } from '../applications.store.ts'
import {
  type ApplicationId,
  type ApplicationRefusal,
  checksFor,
  stepApplication,
} from '../domain/application.ts'
import { recordApplication } from '../record.ts'
import { applicantOf } from './applicant.store.ts'
import { type ApplyingRefusal, toldApart } from './apply.ts'
import { compare } from './compare.ts'

/** Why an application was not sent again. */
export type ChangingRefusal = ApplicationRefusal | ApplyingRefusal | { readonly code: 'not-found' }

/**
 * Sends an application again, changed as an operator asked: somebody looks at it again, and a proof counts for its own
 * domain only.
 */
export async function resubmit(
  tx: Tx,
  viewer: Viewer,
  { id, version, wanted }: { id: ApplicationId; version: number; wanted: Wanted },
  installationNeedsProof: boolean,
): Promise<Outcome<null, ChangingRefusal>> {
  const application = await lockApplication(tx, id)
  if (!application || application.requesterId !== viewer.personId) return refuse({ code: 'not-found' })
  const next = stepApplication(application.status, 'resubmit')
  if (!next.ok) return next
  if (version !== application.version) return refuse({ code: 'stale-version', version: application.version })
  const { same } = await applicantOf(tx, viewer.personId, wanted.identifier)
  if (same && same.id !== id) return refuse({ code: 'asked-already', ...same })
  const { visible, found } = await compare(tx, viewer, wanted, id)
  const told = toldApart(visible, wanted)
  if (!told.ok) return told
  const checks = checksFor(wanted.type, { ...found, proofIsRequired: installationNeedsProof })
  const keepsProof = wanted.identifier === application.identifier
  const changed = await changeApplication(tx, application, {
    status: next.value,
    wanted,
    profile: profileOf(viewer),
    checks: [...checks, 'CHANGED'],
    clearedBy: null,
    ...(keepsProof ? {} : { proof: null }),
  })
  await tellStep(tx, id, { kind: 'RESUBMITTED', by: viewer.personId })
  await recordApplication(tx, changed, {
    type: 'resubmitted',
    by: viewer.personId,
    facts: { checks: [...checks] },
  })
  return done(null)
}

/** Takes an application back; of its author only. */
export async function withdrawApplication(
  tx: Tx,
  viewer: Pick<Viewer, 'personId'>,
  id: ApplicationId,
): Promise<Outcome<null, ApplicationRefusal | { readonly code: 'not-found' }>> {
  const application = await lockApplication(tx, id)
  if (!application || application.requesterId !== viewer.personId) return refuse({ code: 'not-found' })
  const next = stepApplication(application.status, 'withdraw')
  if (!next.ok) return next
  const changed = await changeApplication(tx, application, { status: next.value })
  await tellStep(tx, id, { kind: 'WITHDRAWN', by: viewer.personId })
  await recordApplication(tx, changed, { type: 'withdrawn', by: viewer.personId })
  return done(null)
}
