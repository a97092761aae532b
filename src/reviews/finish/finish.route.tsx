import { Hono } from 'hono'
import { accountReviewsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { finishReviewPath, reviewPath } from '../../paths/reviews.ts'
import { askForPassword, frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  fieldsOf,
  html,
  MalformedForm,
  page,
  seeOther,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { progressOf } from '../progress.query.ts'
import { itemsOf } from '../review/items.query.ts'
import { holderOf } from '../review/rows.tsx'
import { reviewIn } from '../sight.ts'
import { FinishPage } from './finish.page.tsx'
import { atOnce, type Finished, finishReview } from './finish-review.ts'

type Found = NonNullable<Awaited<ReturnType<typeof reviewIn>>>
type Again = { problem?: string; refused?: Finished['refused']; status?: 200 | 409 }

/** Confirming what was answered: the page that shows what takes effect, and the act. */
export function finishRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = finishReviewPath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

function find(c: Ctx, platform: Platform, viewer: Viewer): Promise<Found | undefined> {
  const named = { identifier: c.req.param('identifier') ?? '', id: c.req.param('id') ?? '' }
  return reviewIn(platform.db, viewer, named)
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  if (found.review.status !== 'OPEN')
    return seeOther(c, reviewPath.to(found.seen.account.identifier, found.review.id))
  return show(c, platform, viewer, { found, again: {} })
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  const { identifier, id: accountId } = found.seen.account
  const which = { accountId, id: found.review.id }
  const outcome = await transact(platform.db, (tx) => finishReview(tx, viewer, which))
  if (!outcome.ok) {
    if (outcome.refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
    const problem = words.for(viewer.reader)(`refused.${outcome.refusal.code}`)
    return show(c, platform, viewer, { found, again: { problem, status: 409 } })
  }
  platform.wake()
  const { closed, refused } = outcome.value
  if (closed) return seeOther(c, withQuery(accountReviewsPath.to(identifier), { done: 'closed' }))
  if (refused.length > 0) return show(c, platform, viewer, { found, again: { refused, status: 409 } })
  return seeOther(c, withQuery(reviewPath.to(identifier, which.id), { done: 'finished' }))
}

async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { found, again }: { found: Found; again: Again },
): Promise<Response> {
  const { seen, review, within } = found
  const { status = 200, problem, refused = [] } = again
  const as = { personId: viewer.personId, within }
  const what = { person: viewer.personId, within, show: 'decided', after: 0, limit: atOnce } as const
  const [progress, rows] = await Promise.all([
    progressOf(platform.db, review, as),
    itemsOf(platform.db, review, what),
  ])
  const t = words.for(viewer.reader)
  const said = refused.map(({ position, refusal }) => {
    const row = rows.find((one) => one.position === position)
    const name = row ? holderOf(viewer.reader, row) : '–'
    return t('flash.not-saved', { name, why: t(`refused.${refusal.code}`) })
  })
  return html(
    c,
    <FinishPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      review={review}
      progress={progress}
      rows={rows.filter(({ isTheirs, isOver }) => isTheirs && !isOver)}
      refused={said}
      problem={problem}
    />,
    status,
  )
}
