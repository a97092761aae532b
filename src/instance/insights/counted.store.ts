import { sql } from 'kysely'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Insights, SlowAccount, Span } from './domain/insights.ts'

/** What was counted over all accounts. */
export type CountedInsights = Insights & { readonly slowest: readonly SlowAccount[] }

/** Keeps what was counted for a span. */
export async function keepCounted(tx: Tx, days: Span, content: CountedInsights): Promise<void> {
  await sql`
    insert into counted_insights (days, content, counted_at) values (${days}::int, ${JSON.stringify(content)}::jsonb, app_now())
    on conflict (days) do update set content = excluded.content, counted_at = excluded.counted_at`.execute(tx)
}

/** What was counted last for a span, and when; undefined before the first time. */
export async function countedFor(
  db: Database,
  days: Span,
): Promise<{ content: CountedInsights; countedAt: Date } | undefined> {
  const { rows } = await sql<{ content: CountedInsights; countedAt: Date }>`
    select content, counted_at as "countedAt" from counted_insights where days = ${days}::int`.execute(db)
  return rows[0]
}

/** Whether the count of a span is so many hours old, or missing. */
export async function isStale(db: Database, days: Span, hours: number): Promise<boolean> {
  const { rows } = await sql<{ fresh: boolean }>`
    select counted_at > app_now() - make_interval(hours => ${hours}::int) as fresh from counted_insights
    where days = ${days}::int`.execute(db)
  return !rows[0]?.fresh
}

/** Gives a transaction as long as it needs, and says whether nobody else is counting. */
export async function takeTime(tx: Tx): Promise<boolean> {
  await sql`set local statement_timeout = 0`.execute(tx)
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('counted-insights')) as mine`.execute(tx)
  return rows[0]?.mine ?? false
}

/** What day it is, as `2026-03-31`, by the database's clock. */
export async function todayIn(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    today: string
  }>`select (app_now() at time zone 'UTC')::date::text as today`.execute(tx)
  return rows[0]?.today ?? ''
}
