import { accountOf, administratorsOf, holdGrantsOf, treeOf } from '../accounts/index.ts'
import { approverOf, type Decider } from '../access-requests/index.ts'
import type { TakeBackFacts } from '../access-requests/domain/taking-back.ts'
import type { AccountId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'
import type { Reviewer } from './domain/answering.ts'

/** Who answers, with what they hold locked, and what the rules ask about the account. */
export type Standing = { readonly by: Reviewer; readonly facts: TakeBackFacts }

/** Reads both, for the rest of the transaction. */
export async function standingOf(tx: Tx, decider: Decider, accountId: AccountId): Promise<Standing> {
  const held = await holdGrantsOf(tx, { accountId, personId: decider.personId })
  const by = approverOf(decider, held, await treeOf(tx, accountId))
  const { twoForAdministrator } = await accountOf(tx, accountId)
  const administrators = await administratorsOf(tx, accountId)
  return { by, facts: { now: decider.now, administrators, wantsTwo: twoForAdministrator } }
}
