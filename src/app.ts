import { Hono } from 'hono'
import { routes as changeRoutes } from './account-changes/routes.ts'
import { routes as accountRoutes } from './accounts/routes.ts'
import { routes as agreementRoutes } from './agreements/routes.ts'
import { routes as requestRoutes } from './access-requests/routes.ts'
import { operations as instanceOperations } from './instance/operations.ts'
import { errorAnswer, failure, notFound } from './instance/errors/errors.route.tsx'
import { alive, ready } from './instance/health/health.query.ts'
import { homeRoutes } from './instance/home/home.route.tsx'
import { roomForImports } from './instance/import/import.route.tsx'
import { live } from './instance/live/live.route.ts'
import { mailboxRoutes } from './instance/mailbox/mailbox.route.tsx'
import { routes as customRoleRoutes } from './custom-roles/routes.ts'
import { routes as directoryRoutes } from './directory/routes.ts'
import { routes as groupRoutes } from './groups/routes.ts'
import { routes as severalUsersRoutes } from './several-users/routes.ts'
import { routes as tagRoutes } from './tags/routes.ts'
import { routes as instanceRoutes } from './instance/routes.ts'
import { routes as integrationRoutes } from './integrations/routes.ts'
import { roomForLists } from './members/index.ts'
import { routes as memberRoutes } from './members/routes.ts'
import { routes as newAccountRoutes } from './new-accounts/routes.ts'
import { livePath } from './paths/instance.ts'
import { roomForFiles } from './support-cases/index.ts'
import { routes as reviewRoutes } from './reviews/routes.ts'
import { routes as caseRoutes } from './support-cases/routes.ts'
import { leadBack, rememberAccounts } from './people/index.ts'
import { routes as peopleRoutes } from './people/routes.ts'
import { type ClientAddress, type Env, entrance } from './platform/http/index.ts'
import type { Platform } from './platform/platform.ts'

/** What the application asks of whoever runs it. */
export type Running = {
  readonly addresses: ClientAddress
  /** True from the first sign of a stop: no new work, connections close after their answer. */
  readonly draining: () => boolean
  /** Aborted when a stop begins. */
  readonly stopping: AbortSignal
}

const turnedAway = { 'too-large': 413, 'foreign-origin': 403 } as const

/** The whole of Vestibule over HTTP. */
export function createApp(platform: Platform, running: Running): Hono<Env> {
  const app = new Hono<Env>()
  app.use(
    entrance(
      platform,
      running.addresses,
      (c, why) => errorAnswer(c, platform, turnedAway[why]),
      (c) => roomForFiles(c) ?? roomForLists(c) ?? roomForImports(c),
    ),
  )
  app.get('/healthz', alive)
  app.get('/readyz', ready(platform, running.draining))
  app.get('/assets/:name', (c) => platform.assets.serve(c, c.req.param('name')) ?? c.notFound())
  app.get(livePath.pattern, live(platform, running.stopping))
  app.use('/accounts/*', rememberAccounts(platform))
  for (const routes of [
    homeRoutes,
    mailboxRoutes,
    peopleRoutes,
    accountRoutes,
    memberRoutes,
    customRoleRoutes,
    groupRoutes,
    tagRoutes,
    severalUsersRoutes,
    agreementRoutes,
    caseRoutes,
    requestRoutes,
    reviewRoutes,
    changeRoutes,
    directoryRoutes,
    newAccountRoutes,
    instanceRoutes,
  ])
    app.route('/', routes(platform))
  app.route('/', integrationRoutes(platform, instanceOperations(platform)))
  leadBack(app)
  app.notFound((c) => notFound(c, platform))
  app.onError(failure(platform))
  return app
}
