import { record } from '../../event-log/index.ts'
import { installation, type PersonId } from '../../kernel/id.ts'
import { stopClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { EndedBecause } from '../domain/on-behalf.ts'
import { lockWaiting, settleOnBehalf, type StoredOnBehalf, type WhichWait } from './on-behalf.store.ts'

/**
 * What waits for a colleague to confirm it: of an account, by or for a person. It is locked; call it before their open
 * requests are, since whoever confirms locks in that order.
 */
export function holdOnBehalf(tx: Tx, which: WhichWait): Promise<StoredOnBehalf[]> {
  return lockWaiting(tx, which)
}

/** Why it can no longer be confirmed, and whose act brought that about. */
export type EndingWait = {
  readonly because: EndedBecause
  readonly by: PersonId | null
}

/** Ends what waited and can no longer be confirmed; whoever asked is told why. It records events: call it last. */
export async function endOnBehalf(
  tx: Tx,
  waiting: readonly StoredOnBehalf[],
  { because, by }: EndingWait,
): Promise<void> {
  for (const one of waiting) {
    await settleOnBehalf(tx, one, { status: 'LAPSED', at: one.now })
    await stopClocks(tx, { account: one.accountId, subject: one.id })
    await record(tx, {
      type: 'on-behalf.lapsed',
      account: installation,
      actor: by,
      subject: one.askedBy,
      facts: { onBehalfId: one.id, accountId: one.accountId, because },
    })
  }
}
