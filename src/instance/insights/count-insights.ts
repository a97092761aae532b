import type { Database } from '../../platform/db/index.ts'
import { countHealth } from '../operator/health.query.ts'
import { isStale, keepCounted, takeTime, todayIn } from './counted.store.ts'
import { pieceOf, piecesOf, spans, withoutGaps } from './domain/insights.ts'
import { insightsOfAll, slowestAccounts } from './insights.query.ts'

const everyHours = 6

/** Counts anew over all accounts what was counted some hours ago, so that no page has to; gives how many spans. */
export async function countInsights(db: Database): Promise<number> {
  let counted = 0
  for (const span of spans) {
    if (!(await isStale(db, span, everyHours))) continue
    counted += await db.transaction().execute(async (tx) => {
      if (!(await takeTime(tx))) return 0
      const today = await todayIn(tx)
      const [since = today] = piecesOf(span, today)
      const found = await insightsOfAll(tx, { zone: 'UTC', piece: pieceOf[span], since })
      const slowest = await slowestAccounts(tx, since)
      await keepCounted(tx, span, { ...withoutGaps(found, span, today), slowest })
      if (span === spans[0]) await countHealth(tx)
      return 1
    })
  }
  return counted
}
