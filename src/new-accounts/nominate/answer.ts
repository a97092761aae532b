import { addAccount } from '../../accounts/index.ts'
import { acceptAgreements } from '../../agreements/index.ts'
import type { WhichVersion } from '../../agreements/domain/agreement.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { isTaken } from '../apply/looks.store.ts'
import {
  changeApplication,
  lockApplication,
  type StoredApplication,
  tellStep,
} from '../applications.store.ts'
import {
  type ApplicationId,
  type ApplicationRefusal,
  byNominee,
  stepApplication,
} from '../domain/application.ts'
import { recordApplication } from '../record.ts'

/** Why the nominee's answer changed nothing. */
export type AnswerRefusal =
  | ApplicationRefusal
  | { readonly code: 'not-found' }
  /** A newer text was published since it was shown. */
  | { readonly code: 'text-changed' }

type Accepting = { readonly id: ApplicationId; readonly versions: readonly WhichVersion[] }

/**
 * The nominee accepts the agreements, and with that the account exists: active, with its DEFAULT virtual account and the
 * nominee as administrator. `HELD`: the identifier is no longer free, so that an operator looks at it.
 */
export async function acceptNomination(
  tx: Tx,
  viewer: Viewer,
  { id, versions }: Accepting,
): Promise<Outcome<'ACTIVE' | 'HELD', AnswerRefusal>> {
  const application = await lockApplication(tx, id)
  if (!application) return refuse({ code: 'not-found' })
  const next = byNominee(application, viewer, 'accept')
  if (!next.ok) return next
  if (await isTaken(tx, application.identifier)) return hold(tx, viewer, application)
  const { name, type, identifier, proof } = application
  const added = await addAccount(tx, viewer.personId, {
    identifier,
    name,
    type,
    visibility: 'RESTRICTED',
    timeZone: viewer.reader.timeZone,
    verifiedDomains: proof === null ? [] : [identifier],
    administrator: viewer.address,
  })
  if (!added.ok) {
    if (added.refusal.code === 'identifier-taken') return hold(tx, viewer, application)
    throw new Error(`An account that was asked for could not be added: ${added.refusal.code}`)
  }
  const { accountId } = added.value
  const agreed = await acceptAgreements(tx, { account: accountId, by: viewer.personId, versions })
  if (!agreed.ok) return refuse({ code: 'text-changed' })
  await activate(tx, viewer, application, accountId)
  return done('ACTIVE')
}

async function activate(tx: Tx, viewer: Viewer, application: StoredApplication, accountId: AccountId) {
  const change = { status: 'ACTIVE', newAccountId: accountId } as const
  const changed = await changeApplication(tx, application, change)
  await tellStep(tx, application.id, { kind: 'ACCEPTED', by: viewer.personId })
  const facts = { accountId }
  await recordApplication(tx, changed, { type: 'accepted', by: viewer.personId, facts })
}

async function hold(
  tx: Tx,
  viewer: Viewer,
  application: StoredApplication,
): Promise<Outcome<'HELD', AnswerRefusal>> {
  const next = stepApplication(application.status, 'hold')
  if (!next.ok) return next
  const checks = [...new Set([...application.checks, 'TAKEN' as const])]
  const changed = await changeApplication(tx, application, { status: next.value, checks, clearedBy: null })
  await tellStep(tx, application.id, { kind: 'HELD', by: viewer.personId })
  await recordApplication(tx, changed, { type: 'held', by: viewer.personId })
  return done('HELD')
}

/** The nominee says no, with a reason that whoever asked reads. */
export async function refuseNomination(
  tx: Tx,
  viewer: Viewer,
  { id, reason }: { readonly id: ApplicationId; readonly reason: string },
): Promise<Outcome<null, AnswerRefusal>> {
  const application = await lockApplication(tx, id)
  if (!application) return refuse({ code: 'not-found' })
  const next = byNominee(application, viewer, 'refuse')
  if (!next.ok) return next
  const changed = await changeApplication(tx, application, { status: next.value, action: 'NOMINEE' })
  await tellStep(tx, id, { kind: 'REFUSED', by: viewer.personId, note: reason })
  await recordApplication(tx, changed, { type: 'refused', by: viewer.personId })
  return done(null)
}
