import type { Visibility } from '../../accounts/domain/account.ts'
import type { AccountId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'

/** Writes who finds an account; false when it was so already, or there is no such account. */
export async function setVisibility(tx: Tx, account: AccountId, visibility: Visibility): Promise<boolean> {
  const row = await tx
    .updateTable('accounts')
    .set({ visibility })
    .where('id', '=', account)
    .where('visibility', '<>', visibility)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
