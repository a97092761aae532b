import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import {
  changeApplication,
  lockApplication,
  type StoredApplication,
  tellStep,
} from '../applications.store.ts'
import { type ApplicationId, type ApplicationRefusal, nominate, remind } from '../domain/application.ts'
import { recordApplication } from '../record.ts'

type Refused = ApplicationRefusal | { readonly code: 'not-found' }
type By = Pick<Viewer, 'personId' | 'address'>

async function own(
  tx: Tx,
  by: Pick<Viewer, 'personId'>,
  id: ApplicationId,
): Promise<Outcome<StoredApplication, Refused>> {
  const application = await lockApplication(tx, id)
  return application?.requesterId === by.personId ? done(application) : refuse({ code: 'not-found' })
}

/** Names somebody else; the link of the one before opens nothing any more. */
export async function changeNominee(
  tx: Tx,
  by: By,
  { id, address }: { readonly id: ApplicationId; readonly address: string },
): Promise<Outcome<null, Refused>> {
  const found = await own(tx, by, id)
  if (!found.ok) return found
  const application = found.value
  const next = nominate(application, address)
  if (!next.ok) return next
  const isAnew = application.clearedAt !== null
  const changed = await changeApplication(tx, application, {
    status: next.value,
    nominee: { address, whose: address === by.address ? 'OWN' : 'OTHER' },
    ...(isAnew ? { clearedBy: null, checks: [...new Set([...application.checks, 'CHANGED' as const])] } : {}),
  })
  await tellStep(tx, id, { kind: 'NOMINATED', by: by.personId, note: address })
  const facts = { status: changed.status }
  await recordApplication(tx, changed, { type: 'nominee-changed', by: by.personId, facts })
  return done(null)
}

/** Reminds the nominee by hand. */
export async function remindNominee(
  tx: Tx,
  by: Pick<Viewer, 'personId'>,
  id: ApplicationId,
): Promise<Outcome<null, Refused>> {
  const found = await own(tx, by, id)
  if (!found.ok) return found
  const allowed = remind(found.value, found.value.now)
  if (!allowed.ok) return allowed
  const changed = await changeApplication(tx, found.value, { reminded: true })
  await tellStep(tx, id, { kind: 'REMINDED', by: by.personId })
  const facts = { n: allowed.value, byHand: 1 }
  await recordApplication(tx, changed, { type: 'reminded', by: by.personId, facts })
  return done(null)
}
