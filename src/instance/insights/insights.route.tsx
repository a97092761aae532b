import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { accountInsightsPath } from '../../paths/accounts.ts'
import {
  accountInsightsCsvPath,
  operatorInsightsCsvPath,
  operatorInsightsPath,
} from '../../paths/insights.ts'
import { frameOf, operator, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, csv, type Env, html, page, send } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { AllInsightsPage } from './all.page.tsx'
import { accountInsights, accountWithInsights } from './account-insights.ts'
import { countedFor } from './counted.store.ts'
import { type Insights, type Span, spans } from './domain/insights.ts'
import { InsightsPage } from './insights.page.tsx'
import { type Chart, charts, numbersOf } from './tables.ts'

/** Insights: of an account, for whoever sees all its requests, and of all accounts, for operators. */
export function insightsRoutes(platform: Platform): Hono<Env> {
  const [who, office] = [signedIn(platform), operator(platform)]
  return new Hono<Env>()
    .get(accountInsightsPath.pattern, page({ who, show: (c, viewer) => showAccount(c, platform, viewer) }))
    .get(accountInsightsCsvPath.pattern, page({ who, show: (c, viewer) => giveAccount(c, platform, viewer) }))
    .get(
      operatorInsightsPath.pattern,
      page({ who: office, show: (c, viewer) => showAll(c, platform, viewer) }),
    )
    .get(
      operatorInsightsCsvPath.pattern,
      page({ who: office, show: (c, viewer) => giveAll(c, platform, viewer) }),
    )
}

function spanIn(c: Ctx): Span {
  return spans.find((days) => String(days) === c.req.query('days')) ?? 90
}

const find = (c: Ctx, { db }: Platform, viewer: Viewer): Promise<SeenAccount | undefined> =>
  accountWithInsights(db, viewer, c.req.param('identifier') ?? '')

async function showAccount(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const seen = await find(c, platform, viewer)
  if (!seen) return c.notFound()
  const span = spanIn(c)
  const insights = await accountInsights(platform.db, viewer.now, seen, span)
  return html(
    c,
    <InsightsPage frame={frameOf(c, platform, viewer)} seen={seen} insights={insights} span={span} />,
  )
}

async function giveAccount(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const chart = chartIn(c)
  const seen = chart && (await find(c, platform, viewer))
  if (!chart || !seen) return c.notFound()
  return give(c, viewer, chart, await accountInsights(platform.db, viewer.now, seen, spanIn(c)))
}

async function showAll(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const span = spanIn(c)
  const counted = await countedFor(platform.db, span)
  return html(c, <AllInsightsPage frame={frameOf(c, platform, viewer)} span={span} counted={counted} />)
}

async function giveAll(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const chart = chartIn(c)
  const counted = chart && (await countedFor(platform.db, spanIn(c)))
  return chart && counted ? give(c, viewer, chart, counted.content) : c.notFound()
}

function chartIn(c: Ctx): Chart | undefined {
  return charts.find((one) => one === c.req.query('chart'))
}

function give(c: Ctx, viewer: Viewer, chart: Chart, insights: Insights): Response {
  const { head, rows } = numbersOf(chart, insights, viewer.reader, true)
  c.header('Content-Disposition', `attachment; filename="insights-${chart}.csv"`)
  // A spreadsheet takes the text for UTF-8 only when it begins with this mark.
  return send(c, `\uFEFF${csv([head, ...rows])}`, 'text/csv; charset=utf-8')
}
