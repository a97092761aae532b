import type { Visibility } from '../../accounts/domain/account.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { setVisibility } from './accounts.store.ts'

/** Changes who finds an account. Nothing is recorded when it was so already. */
export async function changeVisibility(
  tx: Tx,
  by: PersonId,
  asked: { readonly account: AccountId; readonly visibility: Visibility },
): Promise<Outcome<null, never>> {
  const { account, visibility } = asked
  if (await setVisibility(tx, account, visibility)) {
    const event = { type: 'account.visibility-changed', account, actor: by, facts: { visibility } }
    await record(tx, event, { quiet: true })
  }
  return done(null)
}
