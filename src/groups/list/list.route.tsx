import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { accountGroupsPath } from '../../paths/accounts.ts'
import { frameOf, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, keyAndId } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { groupsOf } from '../groups.store.ts'
import { words } from '../messages/index.ts'
import { changingGroups, placesOfGroups } from '../seeing.ts'
import { GroupsPage } from './list.page.tsx'

const rowsAPage = 50

/** The groups of an account. */
export function listRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    accountGroupsPath.pattern,
    changingGroups(platform, (c, viewer, seen) => show(c, platform, viewer, seen)),
  )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  const accountId = seen.account.id
  const bound = { person: viewer.personId, filter: `groups:${accountId}`, now: viewer.now }
  const groups = await groupsOf(platform.db, {
    accountId,
    within: placesOfGroups(seen),
    after: keyAndId(platform.cursors.open(c.req.query('after') ?? '', bound)) ?? null,
    most: rowsAPage + 1,
  })
  const last = groups.length > rowsAPage ? groups[rowsAPage - 1] : undefined
  const after = last && platform.cursors.seal([last.name.toLowerCase(), last.id], bound)
  const closed = c.req.query('done') === 'closed'
  return html(
    c,
    <GroupsPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      groups={groups.slice(0, rowsAPage)}
      next={after && `${accountGroupsPath.to(seen.account.identifier)}?after=${after}`}
      flash={closed ? { kind: 'success', text: words.for(viewer.reader)('groups.closed-done') } : undefined}
    />,
  )
}
