import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { backupApproversRoutes } from './backup-approvers/backup-approvers.route.tsx'
import { calendarRoutes } from './calendar/calendar.route.tsx'
import { delegatesRoutes } from './delegates/delegates.route.tsx'
import { ownAccountRoutes } from './existing-access/own-account.route.tsx'
import { existingAccessRoutes } from './existing-access/existing-access.route.tsx'
import { manageRoutes } from './manage/manage.route.tsx'
import { contactOfAccountRoutes } from './properties/contact.route.tsx'
import { propertiesRoutes } from './properties/properties.route.tsx'
import { sightRoutes } from './settings/sight.route.tsx'
import { timesRoutes } from './settings/times.route.tsx'
import { changeRoutes } from './virtual-accounts/change.route.tsx'
import { moveRoutes } from './virtual-accounts/move.route.tsx'
import { treeRoutes } from './virtual-accounts/tree.route.tsx'
import { claimRoutes } from './vacancy/claims.route.tsx'
import { claimLinkRoutes } from './vacancy/link.route.tsx'

/** The pages of Access Management and of Manage Smart Account. */
export function routes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  for (const part of [
    backupApproversRoutes,
    calendarRoutes,
    claimLinkRoutes,
    claimRoutes,
    delegatesRoutes,
    existingAccessRoutes,
    ownAccountRoutes,
    manageRoutes,
    propertiesRoutes,
    contactOfAccountRoutes,
    changeRoutes,
    moveRoutes,
    treeRoutes,
    sightRoutes,
    timesRoutes,
  ])
    app.route('/', part(platform))
  return app
}
