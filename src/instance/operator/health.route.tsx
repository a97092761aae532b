import { Hono } from 'hono'
import { accountHealthCsvPath, accountHealthPath } from '../../paths/operator.ts'
import { operator, type Viewer } from '../../people/index.ts'
import { type Ctx, csv, type Env, html, page, send } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { HealthPage } from './health.page.tsx'
import { type AccountHealth, accountHealth, type HealthFilter, healthFilters } from './health.query.ts'
import { listed, pageOf } from './paging.ts'

const mostInFile = 10_000

/** How the accounts are: the list, and the same as a file. */
export function healthRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  return new Hono<Env>()
    .get(accountHealthPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .get(accountHealthCsvPath.pattern, page({ who, show: (c, viewer) => file(c, platform, viewer) }))
}

function filterOf(c: Ctx): HealthFilter {
  return healthFilters.find((name) => name === c.req.query('filter')) ?? 'trouble'
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const filter = filterOf(c)
  const shown = await listed(c, platform, viewer, {
    name: `account-health:${filter}`,
    read: (db, paging) => accountHealth(db, { ...paging, filter }),
    keyOf: ({ identifier }) => identifier,
  })
  return html(c, <HealthPage {...shown} filter={filter} />)
}

async function file(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const { find } = pageOf(c, platform, viewer, 'account-health')
  const rows = await accountHealth(platform.db, { filter: filterOf(c), find, after: '', most: mostInFile })
  const t = words.for(viewer.reader)
  const head = [
    t('operator.health.csv.name'),
    t('operator.health.csv.identifier'),
    t('operator.health.csv.reachable'),
    t('operator.health.csv.administrators'),
    t('operator.health.csv.open'),
    t('operator.health.csv.late'),
    t('operator.health.csv.oldest'),
    t('operator.health.csv.mail'),
  ]
  c.header('Content-Disposition', 'attachment; filename="account-health.csv"')
  return send(c, csv([head, ...rows.map(lineOf)]), 'text/csv; charset=utf-8')
}

function lineOf(row: AccountHealth): string[] {
  const { name, identifier, reachable, administrators, open, late, oldest, mailTrouble } = row
  const numbers = [reachable, administrators, open, late].map(String)
  return [name, identifier, ...numbers, oldest?.toISOString() ?? '', String(mailTrouble)]
}
