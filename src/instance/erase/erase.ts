import { closeRequests } from '../../access-requests/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type EraseRefusal, erasePerson } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'

/**
 * Erases somebody for ever, and closes what they still asked for, or others for them; whoever waited for it, or was to
 * decide it, reads why. Refuses while an account would lose its last administrator, or the installation
 * its last operator.
 */
export async function erase(
  tx: Tx,
  by: PersonId | null,
  person: PersonId,
): Promise<Outcome<null, EraseRefusal>> {
  await closeRequests(tx, { person }, { because: 'BENEFICIARY_DISABLED', by })
  return erasePerson(tx, by, person)
}
