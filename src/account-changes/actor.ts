import { holdGrantsOf } from '../accounts/index.ts'
import { reachOf } from '../accounts/domain/roles.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import { holdOffice } from './changes.store.ts'
import type { Actor } from './domain/change.ts'

/** Who acts, as they came in; null for the password at the command line, where the machine is proof enough. */
export type By = { readonly personId: PersonId; readonly authenticatedAt: Date | null }

const passwordCountsMs = 5 * 60_000

/** Who acts, with what they are at this moment: it stays so until the transaction ends. */
export async function actorIn(
  tx: Tx,
  by: By,
  accountId: AccountId,
): Promise<{ readonly actor: Actor; readonly now: Date }> {
  const held = await holdGrantsOf(tx, { accountId, personId: by.personId })
  const { office, operator, ids, now } = await holdOffice(tx, by.personId)
  const typedAt = by.authenticatedAt
  const actor = {
    personId: by.personId,
    countsAs: ids,
    isOffice: office,
    isOperator: operator,
    isAdministrator: held.some(({ role }) => reachOf(role, 'ask-to-change-account') === 'everywhere'),
    typedPasswordLately: typedAt === null || now.getTime() - typedAt.getTime() <= passwordCountsMs,
  }
  return { actor, now }
}
