import { Hono } from 'hono'
import { isId } from '../../kernel/id.ts'
import { queueCounts, queuedApplications, queueFilters } from '../../new-accounts/index.ts'
import { operatorApplicationsPath } from '../../paths/new-accounts.ts'
import { frameOf, operator } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ApplicationsPage } from './applications.page.tsx'

/** The operator's queue of new accounts. */
export function operatorApplicationsRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    operatorApplicationsPath.pattern,
    page({
      who: operator(platform),
      async show(c: Ctx, viewer) {
        const filter = queueFilters.find((name) => name === c.req.query('show')) ?? 'check'
        const bound = { person: viewer.personId, filter: `applications:${filter}`, now: viewer.now }
        const [after] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
        const paging = { filter, after: after !== undefined && isId(after) ? after : null }
        const [counts, { applications, next }] = await Promise.all([
          queueCounts(platform.db),
          queuedApplications(platform.db, paging),
        ])
        const sealed = next && platform.cursors.seal([next], bound)
        const frame = frameOf(c, platform, viewer)
        const shown = { frame, filter, counts, applications, next: sealed }
        return html(c, <ApplicationsPage {...shown} />)
      },
    }),
  )
}
