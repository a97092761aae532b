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
import { isId } from '../../kernel/id.ts'
import type { ReviewId } from '../domain/review.ts'
import { type LookedAt, lookAtReview } from '../review/looked-at.query.ts'
import { holderOf } from '../review/rows.tsx'
import { type Reviewing, reviewingIn } from '../sight.ts'
import { FinishPage } from './finish.page.tsx'
import { atOnce, type Finished, finishReview } from './finish-review.ts'

type Found = Reviewing & { readonly looked: LookedAt }
type Again = { problem?: string; refused?: Finished['refused']; status?: 200 | 409 }

/** Confirming what was answered: the page that shows what takes effect, and the act. */
export function finishRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = finishReviewPath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

async function find(c: Ctx, platform: Platform, viewer: Viewer): Promise<Found | undefined> {
  const id = c.req.param('id') ?? ''
  const reviewing = isId(id)
    ? await reviewingIn(platform.db, viewer, c.req.param('identifier') ?? '')
    : undefined
  if (!reviewing) return undefined
  const which = { accountId: reviewing.seen.account.id, id: id as ReviewId }
  const as = { person: viewer.personId, within: reviewing.within }
  const looked = await lookAtReview(platform.db, which, { ...as, show: 'decided', after: 0, limit: atOnce })
  return looked && { ...reviewing, looked }
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  const { review } = found.looked
  if (review.status !== 'OPEN') return seeOther(c, reviewPath.to(found.seen.account.identifier, review.id))
  return show(c, platform, viewer, { found, again: {} })
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  const { identifier, id: accountId } = found.seen.account
  const which = { accountId, id: found.looked.review.id }
  const outcome = await transact(platform.db, (tx) => finishReview(tx, viewer, which))
  if (!outcome.ok) {
    if (outcome.refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
    const problem = words.for(viewer.reader)(`refused.${outcome.refusal.code}`)
    return again(c, platform, viewer, { problem, status: 409 })
  }
  platform.wake()
  const { closed, refused } = outcome.value
  if (closed) return seeOther(c, withQuery(accountReviewsPath.to(identifier), { done: 'closed' }))
  if (refused.length > 0) return again(c, platform, viewer, { refused, status: 409 })
  return seeOther(c, withQuery(reviewPath.to(identifier, which.id), { done: 'finished' }))
}

// What is left after some of it was done is looked at anew.
async function again(c: Ctx, platform: Platform, viewer: Viewer, said: Again): Promise<Response> {
  const found = await find(c, platform, viewer)
  return found ? show(c, platform, viewer, { found, again: said }) : c.notFound()
}

function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { found, again }: { found: Found; again: Again },
): Response {
  const { seen, looked } = found
  const { review, progress, rows } = looked
  const { status = 200, problem, refused = [] } = again
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
