import { closeRequests, endOnBehalf, holdOnBehalf, orderPassingOn } from '../../access-requests/index.ts'
import { record } from '../../event-log/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { disablePerson, type DisableRefusal } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { openVacancy } from '../../support-cases/index.ts'
import { endClaims, endDelegations, holdAdministratorsBeside, leftAlone } from './shut-out.store.ts'

/** Why somebody was not shut out. */
export type ShutOutRefusal = DisableRefusal | 'last-administrator'

/**
 * Shuts somebody out at once: sessions, tokens and links end, what they hold gives nothing, what they asked for is
 * closed, their delegations and claims end, and approvals that they gave and that still wait count no more. Where they
 * are the last administrator whom mail reaches, it takes a reason; the account gets a case with support. The last
 * operator stays. Gives how many accounts got a case.
 */
export async function shutOut(
  tx: Tx,
  by: PersonId | null,
  { person, reason }: { readonly person: PersonId; readonly reason: string },
): Promise<Outcome<number, ShutOutRefusal>> {
  if (by === person) return refuse('oneself')
  const waiting = await holdOnBehalf(tx, { person })
  await closeRequests(tx, { person }, { because: 'BENEFICIARY_DISABLED', by })
  await holdAdministratorsBeside(tx, person)
  const disabled = await disablePerson(tx, by, person, reason)
  if (!disabled.ok) return disabled
  const alone = await leftAlone(tx, person)
  if (alone.length > 0 && reason === '') return refuse('last-administrator')
  await endWhatHangsOn(tx, by, person)
  for (const accountId of alone) {
    await orderPassingOn(tx, accountId)
    await openVacancy(tx, { accountId, by })
  }
  await endOnBehalf(tx, waiting, { because: 'SHUT_OUT', by })
  return done(alone.length)
}

async function endWhatHangsOn(tx: Tx, by: PersonId | null, person: PersonId): Promise<void> {
  const delegations = await endDelegations(tx, person)
  const claims = await endClaims(tx, person)
  for (const { accountId, personId } of delegations) {
    const facts = { byTheDelegate: personId !== person }
    const event = { type: 'delegate.ended', account: accountId, actor: by, subject: person, facts }
    await record(tx, event, { quiet: true })
  }
  for (const { accountId, id } of claims) {
    const event = { type: 'claim.lapsed', account: accountId, actor: null, subject: person }
    await record(tx, { ...event, facts: { claimId: id } })
  }
}
