import { Hono } from 'hono'
import { openRequestsOf, pendingRequests } from '../../access-requests/index.ts'
import { homePath } from '../../paths/instance.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { deskCases } from '../../support-cases/index.ts'
import { healthCounts } from '../operator/health.query.ts'
import { HomePage } from './home.page.tsx'
import { standingOf } from './home.query.ts'

const rowsShown = 5

/** The home page. */
export function homeRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    homePath.pattern,
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const [toDecide, own, standing, health, desk] = await Promise.all([
          waitingFor(platform, viewer),
          viewer.counters.ownOpen > 0 ? openRequestsOf(platform.lane, viewer.personId) : [],
          standingOf(platform.lane, viewer.personId),
          viewer.isOperator ? healthCounts(platform.db) : null,
          casesFor(platform, viewer),
        ])
        return html(
          c,
          <HomePage
            frame={frameOf(c, platform, viewer)}
            viewer={viewer}
            toDecide={toDecide}
            own={own}
            roles={standing.roles}
            suspended={standing.suspended}
            health={health}
            desk={desk}
            reviews={standing.reviews}
            agreements={standing.agreements}
            toConfirm={standing.toConfirm}
            invitations={standing.invitations}
            applications={standing.applications}
            office={standing.office}
          />,
        )
      },
    }),
  )
}

async function casesFor({ db }: Platform, viewer: Viewer) {
  if (!viewer.isSupport) return null
  if (viewer.counters.toAnswer === 0) return []
  return deskCases(db, 'open', { agent: viewer.personId, cause: null, after: null, limit: rowsShown })
}

async function waitingFor({ lane }: Platform, viewer: Viewer) {
  const { canDecide, toDecide } = viewer.counters
  if (!canDecide) return null
  if (toDecide === 0) return []
  const filter = { person: viewer.personId, account: null, seesAll: false, after: null, limit: rowsShown }
  return pendingRequests(lane, filter, 'due')
}
