import { Hono } from 'hono'
import { accountReviewsPath } from '../../paths/accounts.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, keyAndId, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { words } from '../messages/index.ts'
import { type Reviewing, reviewingIn } from '../sight.ts'
import { OverviewPage } from './overview.page.tsx'
import { overviewOf } from './overview.query.ts'

const rowsAPage = 20

/** The reviews of an account. */
export function overviewRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    accountReviewsPath.pattern,
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const reviewing = await reviewingIn(platform.db, viewer, c.req.param('identifier') ?? '')
        return reviewing ? show(c, platform, viewer, reviewing) : c.notFound()
      },
    }),
  )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, reviewing: Reviewing): Promise<Response> {
  const { db, cursors } = platform
  const account = reviewing.seen.account.id
  const { within } = reviewing
  const bound = { person: viewer.personId, filter: `reviews:${account}`, now: viewer.now }
  const after = keyAndId(cursors.open(c.req.query('after') ?? '', bound)) ?? null
  const of = { account, person: viewer.personId, within, after, limit: rowsAPage + 1 }
  const { current, next, past } = await overviewOf(db, of)
  const last = past.length > rowsAPage ? past[rowsAPage - 1] : undefined
  return html(
    c,
    <OverviewPage
      frame={frameOf(c, platform, viewer)}
      {...reviewing}
      current={current}
      next={next}
      past={past.slice(0, rowsAPage)}
      after={last && cursors.seal([last.key, last.id], bound)}
      flash={flashIn(c, viewer)}
    />,
  )
}

function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const done = (['closed', 'reactivated'] as const).find((one) => one === c.req.query('done'))
  return done && { kind: 'success', text: words.for(viewer.reader)(`flash.${done}`) }
}
