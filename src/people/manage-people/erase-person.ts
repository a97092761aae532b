import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { dropCredentials } from '../credentials/credentials.store.ts'
import { endLinks } from '../links.store.ts'
import { lockPerson } from '../people.store.ts'
import { administersAlone, erasePersonal, hasOpenRequests, otherIdentities } from './erase-person.store.ts'

/** Why somebody cannot be erased yet. */
export type EraseRefusal = 'nobody' | 'last-administrator' | 'open-requests'

/**
 * Erases what is personal about somebody, for ever. Their events stay, under an id that names nobody; the chain still
 * verifies. Refuses while an account would lose its last administrator, and while they have open requests: close those
 * in the same transaction.
 */
export async function erasePerson(
  tx: Tx,
  by: PersonId | null,
  id: PersonId,
): Promise<Outcome<null, EraseRefusal>> {
  const person = await lockPerson(tx, id)
  if (!person || person.status === 'ERASED') return refuse('nobody')
  if (await administersAlone(tx, id)) return refuse('last-administrator')
  if (await hasOpenRequests(tx, id)) return refuse('open-requests')
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
