import { Hono } from 'hono'
import { accountPath, accountsPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { may } from '../domain/rights.ts'
import { type Action, reachOf } from '../domain/roles.ts'
import { managedAccount, type SeenAccount } from '../sight.ts'
import { noticedClaim } from '../vacancy/claims.query.ts'
import { AccountPage, ManagePage } from './manage.page.tsx'
import { accountsManagedBy, administratorNames, holdersByPlace } from './manage.query.ts'

/** Manage Smart Account: the list, and the overview of one account. */
export function manageRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(
      accountsPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const accounts = await accountsManagedBy(platform.db, viewer.personId)
          return html(c, <ManagePage frame={frameOf(c, platform, viewer)} accounts={accounts} />)
        },
      }),
    )
    .get(
      accountPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
          return seen ? showAccount(c, platform, viewer, seen) : c.notFound()
        },
      }),
    )
}

async function showAccount(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  const { id } = seen.account
  const [managed, administrators, holders, noticed] = await Promise.all([
    accountsManagedBy(platform.db, viewer.personId),
    administratorNames(platform.db, id),
    holdersByPlace(platform.db, id),
    noticedClaim(platform.db, id),
  ])
  const opens = (action: Action) =>
    seen.byOffice || seen.rights.held.some(({ role }) => reachOf(role, action) !== 'nowhere')
  return html(
    c,
    <AccountPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      waiting={managed.find((one) => one.id === id)?.waiting ?? 0}
      administrators={administrators}
      holders={holders}
      noticed={noticed}
      opens={{
        requests: opens('see-requests'),
        events: opens('see-event-log'),
        texts: may(seen.rights, 'change-rules', { kind: 'ACCOUNT' }),
        settings: may(seen.rights, 'change-settings', { kind: 'ACCOUNT' }),
      }}
    />,
  )
}
