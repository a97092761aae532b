import { Hono } from 'hono'
import { reviewCsvPath, reviewProofPath } from '../../paths/reviews.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, csv, type Env, html, page, send } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type ItemRow, itemsOf } from '../review/items.query.ts'
import { isId } from '../../kernel/id.ts'
import type { ReviewId } from '../domain/review.ts'
import { reviewIn, reviewingIn } from '../sight.ts'
import { proofTable } from './lines.ts'
import { ProofPage } from './proof.page.tsx'
import { provenBy } from './proof.query.ts'

const rowsOnAPage = 1_000
const rowsInAFile = 200_000

type Found = NonNullable<Awaited<ReturnType<typeof reviewIn>>>

/** The proof of a review, as a page to print and as a file. */
export function proofRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(reviewProofPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .get(reviewCsvPath.pattern, page({ who, show: (c, viewer) => give(c, platform, viewer) }))
}

function find(c: Ctx, platform: Platform, viewer: Viewer): Promise<Found | undefined> {
  const named = { identifier: c.req.param('identifier') ?? '', id: c.req.param('id') ?? '' }
  return reviewIn(platform.db, viewer, named)
}

function rowsOf(
  { db }: Platform,
  viewer: Viewer,
  { review, within }: Found,
  limit: number,
): Promise<ItemRow[]> {
  return itemsOf(db, review, { person: viewer.personId, within, show: 'all', after: 0, limit })
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const reviewing = isId(id)
    ? await reviewingIn(platform.db, viewer, c.req.param('identifier') ?? '')
    : undefined
  if (!reviewing) return c.notFound()
  const which = { accountId: reviewing.seen.account.id, id: id as ReviewId }
  const as = { person: viewer.personId, within: reviewing.within, limit: rowsOnAPage + 1 }
  const proven = await provenBy(platform.db, which, as)
  if (!proven) return c.notFound()
  return html(
    c,
    <ProofPage
      frame={frameOf(c, platform, viewer)}
      {...reviewing}
      {...proven}
      rows={proven.rows.slice(0, rowsOnAPage)}
      now={viewer.now}
      hasMore={proven.rows.length > rowsOnAPage}
    />,
  )
}

async function give(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  const rows = await rowsOf(platform, viewer, found, rowsInAFile)
  const day = (found.review.openedAt ?? found.review.opensAt).toISOString().slice(0, 10)
  c.header('Content-Disposition', `attachment; filename="review-${day}.csv"`)
  return send(c, csv(proofTable(viewer.reader, found.seen.tree, rows)), 'text/csv; charset=utf-8')
}
