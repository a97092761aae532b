import { weightOf } from '../preview.query.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { Hono } from 'hono'
import { accountChangePath, openChangesPath } from '../../paths/account-changes.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changesOf, openChanges } from '../changes.store.ts'
import { changeKinds } from '../domain/change.ts'
import { actorOf, changeable, flashOf, isOffered } from '../looking.ts'
import { OpenChangesPage } from './open.page.tsx'
import { OverviewPage } from './overview.page.tsx'

const mostShown = 50

/** What can be done with a whole account, and the list of what waits in all of them. */
export function overviewRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(openChangesPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .get(accountChangePath.pattern, page({ who, show: (c, viewer) => overview(c, platform, viewer) }))
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (!viewer.isSupport && !viewer.isOperator) return c.notFound()
  const bound = { person: viewer.personId, filter: 'account-changes', now: viewer.now }
  const [after = null] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const rows = await openChanges(platform.db, after, mostShown + 1)
  const last = rows.length > mostShown ? rows[mostShown - 1] : undefined
  const next = last && platform.cursors.seal([last.id], bound)
  const frame = frameOf(c, platform, viewer)
  const { isOperator } = viewer
  const shown = rows.slice(0, mostShown)
  return html(c, <OpenChangesPage frame={frame} rows={shown} after={next} isOperator={isOperator} />)
}

async function overview(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const seen = await changeable(c, platform, viewer)
  if (!seen) return c.notFound()
  const [weight, changes, actor] = await Promise.all([
    weightOf(platform.db, seen.account.id),
    changesOf(platform.db, seen.account.id, mostShown),
    actorOf(platform, viewer, seen),
  ])
  const possible = changeKinds.filter((kind) => isOffered(kind, seen, actor))
  const frame = frameOf(c, platform, viewer)
  const props = { frame, seen, weight, changes, possible, now: viewer.now, flash: flashOf(c, viewer) }
  return html(c, <OverviewPage {...props} />)
}
