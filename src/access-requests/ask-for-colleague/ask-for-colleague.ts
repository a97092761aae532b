import { record } from '../../event-log/index.ts'
import { installation, newId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import { setClocks } from '../../platform/clocks/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { askForColleague as mayAsk, type OnBehalfRefusal } from '../domain/on-behalf.ts'
import type { WishForm } from '../submit/wish.ts'
import { holdAsker, insertOnBehalf, type OnBehalfId } from './on-behalf.store.ts'

/** The clock after which nobody can confirm any more. */
export const lapseClock = 'on-behalf.lapse'

/** What is asked, of which account (looked up before), for which colleague. */
export type AskedForColleague = {
  readonly identifier: string
  readonly colleague: string
  readonly wish: WishForm
}

/**
 * Asks for access for a colleague, who is mailed and has to confirm. Asking the same again while it waits gives the one
 * that waits.
 */
export async function askForColleague(
  tx: Tx,
  viewer: Viewer,
  { identifier, colleague, wish }: AskedForColleague,
): Promise<Outcome<OnBehalfId, OnBehalfRefusal>> {
  const asker = await holdAsker(tx, { person: viewer.personId, identifier, colleague })
  if (asker.same) return done(asker.same)
  const by = { ...asker, address: viewer.address, isVerified: viewer.verified }
  const allowed = mayAsk({ colleague, reason: wish.reason }, by, asker.now)
  if (!allowed.ok) return allowed
  if (!asker.account) return refuse({ code: 'not-found' })
  const id = newId<'request-on-behalf'>()
  const { reason, lapsesAt } = allowed.value
  const { scope, role, ends } = wish
  await insertOnBehalf(tx, {
    accountId: asker.account.id,
    id,
    askedBy: viewer.personId,
    address: colleague,
    accountName: asker.account.name,
    wish: { scope, role: typeof role === 'string' ? role : null, ends },
    reason,
    lapsesAt,
  })
  const subject = { account: asker.account.id, subject: id }
  await setClocks(tx, subject, [{ kind: lapseClock, n: 0, dueAt: lapsesAt, irreversible: true }])
  // The account learns of it once it is a request.
  await record(
    tx,
    {
      type: 'on-behalf.asked',
      account: installation,
      actor: viewer.personId,
      facts: { onBehalfId: id, accountId: asker.account.id },
    },
    { details: { person: viewer.personId, content: { colleague, reason } } },
  )
  return done(id)
}
