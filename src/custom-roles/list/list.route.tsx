import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { accountRolesPath } from '../../paths/custom-roles.ts'
import { withQuery } from '../../paths/decisions.ts'
import { frameOf, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, keyAndId } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { rolesOf } from '../custom-roles.store.ts'
import { words } from '../messages/index.ts'
import { placesSeen, seeingRoles, writes } from '../seeing.ts'
import { RolesPage } from './roles.page.tsx'

const rowsAPage = 50

/** The roles of an account. */
export function listRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    accountRolesPath.pattern,
    seeingRoles(platform, (c, viewer, seen) => show(c, platform, viewer, seen)),
  )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  const accountId = seen.account.id
  const retired = c.req.query('show') === 'retired'
  const bound = { person: viewer.personId, filter: `roles:${accountId}:${retired}`, now: viewer.now }
  const roles = await rolesOf(platform.db, {
    accountId,
    retired,
    within: placesSeen(seen),
    after: keyAndId(platform.cursors.open(c.req.query('after') ?? '', bound)) ?? null,
    most: rowsAPage + 1,
  })
  const last = roles.length > rowsAPage ? roles[rowsAPage - 1] : undefined
  const after = last && platform.cursors.seal([last.name.toLowerCase(), last.id], bound)
  const done = c.req.query('done') === 'retired'
  return html(
    c,
    <RolesPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      roles={roles.slice(0, rowsAPage)}
      retired={retired}
      mayMake={writes(seen).length > 0}
      next={
        after &&
        withQuery(accountRolesPath.to(seen.account.identifier), {
          show: retired ? 'retired' : undefined,
          after,
        })
      }
      flash={done ? { kind: 'success', text: words.for(viewer.reader)('done.retired') } : undefined}
    />,
  )
}
