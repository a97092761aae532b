import { Hono } from 'hono'
import type { Env } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import { openChangesRoutes } from './account-changes/open-changes.route.tsx'
import { operatorApplicationsRoutes } from './new-accounts/applications.route.tsx'
import { operatorAgreementsRoutes } from './agreements/agreements.route.tsx'
import { bellRoutes } from './bell/bell.route.tsx'
import { checkRoutes } from './event-log/checks.route.tsx'
import { eventLogRoutes } from './event-log/event-log.route.tsx'
import { insightsRoutes } from './insights/insights.route.tsx'
import { generalRoutes } from './general/general.route.tsx'
import { importRoutes } from './import/import.route.tsx'
import { mailServerRoutes } from './mail-server/mail-server.route.tsx'
import { learnRoutes } from './learn/learn.route.tsx'
import { accountsRoutes } from './operator/accounts.route.tsx'
import { healthRoutes } from './operator/health.route.tsx'
import { mailsRoutes } from './operator/mails.route.tsx'
import { peopleRoutes } from './operator/people.route.tsx'
import { personRoutes } from './operator/person.route.tsx'
import { providersRoutes } from './providers/providers.route.tsx'
import { operatorSettingsRoutes } from './operator/settings.route.tsx'

/** What the installation shows of itself: its event logs, and its operator's pages. */
export function routes(platform: Platform): Hono<Env> {
  const all = new Hono<Env>()
  for (const some of [
    bellRoutes,
    mailsRoutes,
    eventLogRoutes,
    checkRoutes,
    insightsRoutes,
    learnRoutes,
    importRoutes,
    generalRoutes,
    mailServerRoutes,
    accountsRoutes,
    openChangesRoutes,
    healthRoutes,
    operatorAgreementsRoutes,
    operatorApplicationsRoutes,
    operatorSettingsRoutes,
    providersRoutes,
    peopleRoutes,
    personRoutes,
  ])
    all.route('/', some(platform))
  return all
}
