import { weightOf } from '../preview.query.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { Hono } from 'hono'
import { accountChangePath } from '../../paths/account-changes.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changesOf } from '../changes.store.ts'
import { changeKinds } from '../domain/change.ts'
import { actorOf, changeable, flashOf, isOffered } from '../looking.ts'
import { OverviewPage } from './overview.page.tsx'

const mostShown = 50

/** What can be done with a whole account, and what was asked. */
export function overviewRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const show = (c: Ctx, viewer: Viewer) => overview(c, platform, viewer)
  return new Hono<Env>().get(accountChangePath.pattern, page({ who, show }))
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
