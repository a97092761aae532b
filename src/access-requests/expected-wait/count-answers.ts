import { wholeWorkingDaysBetween } from '../../accounts/domain/calendar.ts'
import { timingOf } from '../../accounts/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { expectedWaitOf } from '../domain/expected-wait.ts'
import { isFresh, keepWait, lateAnswers, staleWaits } from './expected-wait.store.ts'

/** Counts how long an account takes to answer, unless that was done a few minutes ago. */
export async function countAnswers(tx: Tx, account: AccountId): Promise<void> {
  if (!(await isFresh(tx, account))) await recount(tx, account)
}

/** Counts anew where the last count is old, since answers of half a year ago no longer tell anything. */
export async function recountOldAnswers(db: Database): Promise<number> {
  const accounts = await staleWaits(db, 200)
  for (const account of accounts) await recount(db, account)
  return accounts.length
}

async function recount(db: Database | Tx, account: AccountId): Promise<void> {
  const answers = await lateAnswers(db, account)
  const { calendar } = await timingOf(db, account)
  const days = answers.map(
    ({ submittedAt, decidedAt }) => wholeWorkingDaysBetween(submittedAt, decidedAt, calendar) + 1,
  )
  await keepWait(db, account, expectedWaitOf(days))
}
