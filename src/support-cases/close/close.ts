import { record } from '../../event-log/index.ts'
import type { AccountId, CaseId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { aboutCase, changeCase, lockStored } from '../case.store.ts'
import { type CaseRefusal, stepCase } from '../domain/case.ts'

/** Closes a case for good that was resolved a week ago; refused when it was reopened since. */
export async function close(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: CaseId },
  now: Date,
): Promise<Outcome<CaseId, CaseRefusal>> {
  const one = await lockStored(tx, which.accountId, which.id)
  if (!one) return refuse({ code: 'not-found' })
  const next = stepCase(one, 'close', now)
  if (!next.ok) return next
  await changeCase(tx, one, { status: next.value })
  await record(tx, { type: 'case.closed', ...aboutCase(one, null), facts: { caseId: one.id } })
  return done(one.id)
}
