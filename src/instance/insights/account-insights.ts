import { opensTab, type SeenAccount, seenAccount } from '../../accounts/index.ts'
import { localTimeIn } from '../../kernel/local-time.ts'
import type { Viewer } from '../../people/index.ts'
import type { Database } from '../../platform/db/index.ts'
import { type Insights, pieceOf, piecesOf, type Span, withoutGaps } from './domain/insights.ts'
import { insightsOf } from './insights.query.ts'

/** The account of this identifier for whoever sees all its requests; undefined for everybody else. */
export async function accountWithInsights(
  db: Database,
  viewer: Viewer,
  identifier: string,
): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, viewer, identifier)
  return seen && opensTab(seen, 'insights') ? seen : undefined
}

/** What is counted of an account, up to today as its clocks show it. */
export async function accountInsights(
  db: Database,
  now: Date,
  { account }: Pick<SeenAccount, 'account'>,
  span: Span,
): Promise<Insights> {
  const today = localTimeIn(now, account.timeZone).toISOString().slice(0, 10)
  const [since = today] = piecesOf(span, today)
  const insights = await insightsOf(db, account.id, { zone: account.timeZone, piece: pieceOf[span], since })
  return withoutGaps(insights, span, today)
}
