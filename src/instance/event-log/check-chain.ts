import { walkFrom, walkOn } from '../../event-log/index.ts'
import { newId, type PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { enqueue, type Handler } from '../../platform/jobs/index.ts'
import { findCheck, insertCheck, saveCheck } from './checks.store.ts'
import { headOf } from './head.query.ts'

// What is verified while somebody waits for the answer: well under a second. Longer chains go on behind the pages.
const eventsAtOnce = 10_000
const eventsAJob = 50_000
const jobKind = 'check-chain'

/** Begins a walk along a whole chain; it always starts at the first event, however often it was done before. */
export async function startCheck(
  tx: Tx,
  person: PersonId,
  asked: { readonly account: string; readonly kept: string | null; readonly atOnce?: number },
): Promise<Outcome<string, 'empty'>> {
  const { account, kept, atOnce = eventsAtOnce } = asked
  const aim = await headOf(tx, account)
  if (!aim) return refuse('empty')
  const first = await walkOn(tx, walkFrom(account, kept), { most: atOnce, upTo: aim.seq })
  const id = newId<'check'>()
  await insertCheck(tx, { id, person, aim, ...first })
  if (!first.over) await enqueue(tx, { account, kind: jobKind, key: id })
  return done(id)
}

/** The worker's handler of `check-chain`: the next stretch of a long walk. */
export function checkingChains(db: Database, atOnce = eventsAJob): Handler {
  return async ({ account, key }) => {
    const check = await findCheck(db, account, key)
    if (!check || check.endedAt) return async () => {}
    const next = await walkOn(db, check.walk, { most: atOnce, upTo: check.aim.seq })
    return async (tx) => {
      await saveCheck(tx, key, next)
      if (!next.over) await enqueue(tx, { account, kind: jobKind, key })
    }
  }
}
