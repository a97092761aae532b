import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { blockRoutes } from './blocks/blocks.route.tsx'
import { closeVirtualAccountRoutes } from './close-virtual-account/close-virtual-account.route.tsx'
import { decideRoutes } from './decide/decide.route.tsx'
import { decideManyRoutes } from './decide-many/decide-many.route.tsx'
import { inboxRoutes } from './inbox/inbox.route.tsx'
import { removeAdministratorRoutes } from './remove-administrator/remove-administrator.route.tsx'
import { ruleRoutes } from './rules/rules.route.tsx'
import { takeBackRoutes } from './take-back/take-back.route.tsx'

/** The pages and commands of whoever decides. */
export function deciderRoutes(platform: Platform): Hono<Env> {
  const app = new Hono<Env>()
  for (const routes of [
    inboxRoutes,
    decideManyRoutes,
    decideRoutes,
    closeVirtualAccountRoutes,
    takeBackRoutes,
    blockRoutes,
    ruleRoutes,
    removeAdministratorRoutes,
  ])
    app.route('/', routes(platform))
  return app
}
