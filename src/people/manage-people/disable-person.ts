import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type LeavingRefusal, mayNotLeave } from '../domain/offices.ts'
import { endEntrances } from '../credentials/credentials.store.ts'
import { endLinks } from '../links.store.ts'
import { lockPerson, setStatus } from '../people.store.ts'
import { standingOf } from './standing.ts'

/** Why somebody was not shut out. */
export type DisableRefusal = LeavingRefusal | 'not-active'

/**
 * Shuts somebody out at once: sessions, tokens and links end, and their grants give nothing while it lasts. `reason` is
 * kept beside the event. Refuses to leave the installation without an operator.
 */
export async function disablePerson(
  tx: Tx,
  by: PersonId | null,
  id: PersonId,
  reason = '',
): Promise<Outcome<null, DisableRefusal>> {
  const standing = await standingOf(tx, by, id)
  const person = await lockPerson(tx, id)
  if (!standing || !person) return refuse('nobody')
  if (person.status !== 'ACTIVE') return refuse('not-active')
  const refusal = mayNotLeave(standing)
  if (refusal) return refuse(refusal)
  await setStatus(tx, id, 'DISABLED')
  await endEntrances(tx, id)
  await endLinks(tx, { personId: id, address: person.address })
  const details = reason === '' ? {} : { details: { person: id, content: { reason } } }
  const event = { type: 'person.disabled', account: installation, actor: by, subject: id }
  await record(tx, event, { ...details, quiet: true })
  return done(null)
}

/** Lets somebody in again who was shut out; they sign in with the password they had. */
export async function enablePerson(
  tx: Tx,
  by: PersonId | null,
  id: PersonId,
): Promise<Outcome<null, 'nobody' | 'not-disabled'>> {
  const person = await lockPerson(tx, id)
  if (!person) return refuse('nobody')
  if (person.status !== 'DISABLED' || person.mergedInto !== null) return refuse('not-disabled')
  await setStatus(tx, id, 'ACTIVE')
  await record(tx, { type: 'person.enabled', account: installation, actor: by, subject: id }, { quiet: true })
  return done(null)
}
