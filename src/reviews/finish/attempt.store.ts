import { sql } from 'kysely'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'

const begin = sql`savepoint attempt`
const undo = sql`rollback to savepoint attempt`
const keep = sql`release savepoint attempt`

/** Does one of several things in a transaction: what a refusal had written is undone, and the others stay. */
export async function attempt<Value, Refusal>(
  tx: Tx,
  work: () => Promise<Outcome<Value, Refusal>>,
): Promise<Outcome<Value, Refusal>> {
  await begin.execute(tx)
  const outcome = await work()
  await (outcome.ok ? keep : undo).execute(tx)
  return outcome
}
