import { Hono } from 'hono'
import { accountsPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, keyAndId, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ManagePage } from './manage.page.tsx'
import { accountsManagedBy } from './manage.query.ts'

const rowsAPage = 50

/** Manage Smart Account: the accounts one manages, found by name or identifier. */
export function manageRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    accountsPath.pattern,
    page({ who: signedIn(platform), show: (c, viewer) => show(c, platform, viewer) }),
  )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const { db, cursors } = platform
  const find = (c.req.query('find') ?? '').slice(0, 100).replaceAll('\u0000', '').trim()
  const bound = { person: viewer.personId, filter: `accounts:${find}`, now: viewer.now }
  const after = keyAndId(cursors.open(c.req.query('after') ?? '', bound)) ?? null
  const rows = await accountsManagedBy(db, {
    person: viewer.personId,
    find,
    after,
    limit: rowsAPage + 1,
  })
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  return html(
    c,
    <ManagePage
      frame={frameOf(c, platform, viewer)}
      accounts={rows.slice(0, rowsAPage)}
      find={find}
      after={last && cursors.seal([last.key, last.identifier], bound)}
      isFirst={after === null}
    />,
  )
}
