import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { endSessions } from '../sessions.store.ts'
import { endLinks } from '../links.store.ts'
import { type KnownAddress, lockPerson } from '../people.store.ts'
import { holdOffices } from './offices.store.ts'

/**
 * Ends the sessions and links of an identity that goes on as another one; its tokens stay for the other. Both are held
 * until the transaction ends. Only of two who are not erased or merged, and the one that stays must be active.
 */
export async function shutDoors(
  tx: Tx,
  { stays, goes }: { readonly stays: PersonId; readonly goes: PersonId },
): Promise<Outcome<null, 'nobody' | 'not-active'>> {
  await holdOffices(tx, [stays, goes])
  const locked: (KnownAddress | undefined)[] = []
  for (const id of [stays, goes].toSorted()) locked.push(await lockPerson(tx, id))
  const [one, other] = [stays, goes].map((id) => locked.find((person) => person?.id === id))
  if (!one || !other || other.status === 'ERASED' || other.mergedInto !== null) return refuse('nobody')
  if (one.status !== 'ACTIVE') return refuse('not-active')
  await endSessions(tx, goes, null)
  await endLinks(tx, { personId: goes, address: other.address })
  return done(null)
}
