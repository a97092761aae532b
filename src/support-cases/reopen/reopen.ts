import { record } from '../../event-log/index.ts'
import type { CaseId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Viewer } from '../../people/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { aboutCase, caseOf, changeCase, lockCase, type SeenCase } from '../case.store.ts'
import { answerDueAt } from '../cases.store.ts'
import { settleClock } from '../close/close.store.ts'
import { type CaseRefusal, stepCase } from '../domain/case.ts'
import { writeMessage } from '../messages.store.ts'

/** Takes a resolved case up again within a week, with what is still wrong: by the requester, or by support. */
export async function reopen(
  tx: Tx,
  viewer: Viewer,
  id: CaseId,
  text: string,
): Promise<Outcome<CaseId, CaseRefusal>> {
  const one = await lockCase(tx, viewer, id)
  if (!one || one.seat === 'ACCOUNT') return refuse({ code: 'not-found' })
  const next = stepCase(one, 'reopen', viewer.now)
  if (!next.ok) return next
  if (await standsInTheWay(tx, one)) return refuse({ code: 'another-case-open' })
  const by = viewer.personId
  const room = one.seat === 'SUPPORT' ? 'INTERNAL' : 'REQUESTER'
  const messageId = await writeMessage(tx, one, { room, side: one.seat, author: by, text })
  await changeCase(tx, one, { status: next.value, due: await answerDueAt(tx, one.accountId) })
  await settleClock(tx, one)
  const facts = { caseId: id, side: one.seat, messageId }
  await record(tx, { type: 'case.reopened', ...aboutCase(one, by), facts })
  return done(id)
}

// A request waits for one case at a time.
async function standsInTheWay(tx: Tx, { cause, requestId, accountId }: SeenCase): Promise<boolean> {
  if (cause === 'PORTAL_TROUBLE' || requestId === null) return false
  return (await caseOf(tx, { accountId, id: requestId })) !== undefined
}
