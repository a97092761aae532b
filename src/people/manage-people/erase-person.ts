import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { dropCredentials } from '../credentials/credentials.store.ts'
import { endLinks } from '../links.store.ts'
import { type LeavingRefusal, mayNotLeave } from '../domain/offices.ts'
import { lockPerson } from '../people.store.ts'
import {
  type AdministeredAccount,
  administeredAlone,
  erasePersonal,
  hasOpenRequests,
  otherIdentities,
} from './erase-person.store.ts'
import { standingOf } from './standing.ts'

/** Why somebody cannot be erased yet. */
export type EraseRefusal =
  | { readonly code: LeavingRefusal | 'open-requests' }
  | { readonly code: 'last-administrator'; readonly accounts: readonly AdministeredAccount[] }

/**
 * Erases what is personal about somebody, for ever. Their events stay, under an id that names nobody; the chain still
 * verifies. Refuses while an account would lose its last administrator or the installation its last operator, and while
 * they have open requests: close those in the same transaction.
 */
export async function erasePerson(
  tx: Tx,
  by: PersonId | null,
  id: PersonId,
): Promise<Outcome<null, EraseRefusal>> {
  const accounts = await administeredAlone(tx, id)
  const standing = await standingOf(tx, by, id)
  const person = await lockPerson(tx, id)
  if (!standing || !person) return refuse({ code: 'nobody' })
  const code = mayNotLeave(standing)
  if (code) return refuse({ code })
  if (accounts.length > 0) return refuse({ code: 'last-administrator', accounts })
  if (await hasOpenRequests(tx, id)) return refuse({ code: 'open-requests' })
  await dropCredentials(tx, id)
  await endLinks(tx, { personId: id, address: person.address })
  await erasePersonal(tx, { id, address: person.address, by })
  for (const other of await otherIdentities(tx, id)) {
    await dropCredentials(tx, other.id)
    await endLinks(tx, { personId: other.id, address: other.address })
    await erasePersonal(tx, { id: other.id, address: other.address, by })
  }
  await record(tx, { type: 'person.erased', account: installation, actor: by, subject: id }, { quiet: true })
  return done(null)
}
