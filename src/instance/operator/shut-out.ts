import { closeRequests } from '../../access-requests/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { disablePerson } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { openVacancy } from '../../support-cases/index.ts'
import { leftAlone } from './accounts.store.ts'

/** Why somebody was not shut out. */
export type ShutOutRefusal = 'nobody' | 'not-active' | 'oneself'

/**
 * Shuts somebody out at once, and closes what they still asked for. An account that loses its last administrator by it gets a case with support, so that it
 * is not forgotten. Gives how many cases were opened.
 */
export async function shutOut(
  tx: Tx,
  by: PersonId,
  person: PersonId,
): Promise<Outcome<number, ShutOutRefusal>> {
  if (by === person) return refuse('oneself')
  await closeRequests(tx, { person }, { because: 'BENEFICIARY_DISABLED', by })
  const disabled = await disablePerson(tx, by, person)
  if (!disabled.ok) return disabled
  const alone = await leftAlone(tx, person)
  for (const accountId of alone) await openVacancy(tx, { accountId, by })
  return done(alone.length)
}
