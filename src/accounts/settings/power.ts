import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'
import { treeOf } from '../accounts.store.ts'
import { may, rightsOf } from '../domain/rights.ts'
import { holdGrantsOf } from '../grants.store.ts'

/** Who changes settings; null is the operator at the command line. */
export type Changer = { readonly personId: PersonId; readonly now: Date } | null

/**
 * Whether they may change an account's settings; their power cannot be taken away before the transaction ends. Lock what
 * will be changed first: two who each hold their power would wait for each other otherwise.
 */
export async function mayChangeSettings(tx: Tx, by: Changer, accountId: AccountId): Promise<boolean> {
  if (by === null) return true
  const held = await holdGrantsOf(tx, { accountId, personId: by.personId })
  return may(rightsOf(held, await treeOf(tx, accountId), by.now), 'change-settings', { kind: 'ACCOUNT' })
}
