import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { withQuery } from '../../paths/decisions.ts'
import { changeItemPath, reviewPath } from '../../paths/reviews.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, fieldsOf, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { answerItems, type SavedAnswers } from '../answer/answer-items.ts'
import { hasSay } from '../domain/period.ts'
import { words } from '../messages/index.ts'
import type { ReviewId } from '../domain/review.ts'
import { reviewIn, type Reviewing, reviewingIn } from '../sight.ts'
import { type Choice, givenIn, readAnswers, type SentAnswers } from './answers.form.ts'
import { itemsOf, type Show, shows } from './items.query.ts'
import { KeepPage } from './keep.page.tsx'
import { type LookedAt, lookAtReview } from './looked-at.query.ts'
import { ReviewPage, type ReviewPageProps } from './review.page.tsx'
import { holderOf } from './rows.tsx'

const rowsAPage = 25

type Found = NonNullable<Awaited<ReturnType<typeof reviewIn>>>
type Again = Pick<ReviewPageProps, 'flash' | 'problem'> & {
  readonly status?: 200 | 409
  readonly sent?: SentAnswers
  readonly refused?: SavedAnswers['refused']
}

/** One review: its list, and the answers. */
export function reviewRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = reviewPath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

function named(c: Ctx) {
  return { identifier: c.req.param('identifier') ?? '', id: c.req.param('id') ?? '' }
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await reviewingIn(platform.db, viewer, named(c).identifier)
  if (!found) return c.notFound()
  return show(c, platform, viewer, { found, again: { flash: flashIn(c, viewer) } })
}

function flashIn(c: Ctx, viewer: Viewer) {
  const t = words.for(viewer.reader)
  const done = c.req.query('done')
  if (done === 'saved') {
    const n = Number(c.req.query('n')) || 0
    return { kind: 'success', text: t('flash.saved', { n }) } as const
  }
  const said = (['started', 'finished'] as const).find((one) => one === done)
  return said && ({ kind: 'success', text: t(`flash.${said}`) } as const)
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const sent = readAnswers(fieldsOf(c))
  const found = await reviewIn(platform.db, viewer, named(c))
  if (!found) return c.notFound()
  if (sent.keepAll) return askToKeep(c, platform, viewer, { found, sent })
  const { identifier } = found.seen.account
  const which = { accountId: found.seen.account.id, id: found.review.id }
  const outcome = await transact(platform.db, (tx) => answerItems(tx, viewer, which, givenIn(sent)))
  if (!outcome.ok) {
    const problem = words.for(viewer.reader)(`refused.${outcome.refusal.code}`)
    return show(c, platform, viewer, { found, again: { status: 409, sent, problem } })
  }
  platform.wake()
  const { saved, refused } = outcome.value
  if (refused.length > 0) return show(c, platform, viewer, { found, again: { status: 409, sent, refused } })
  if (sent.change !== null) return seeOther(c, changeItemPath.to(identifier, which.id, sent.change))
  return seeOther(
    c,
    withQuery(reviewPath.to(identifier, which.id), { ...placeIn(c), done: 'saved', n: String(saved) }),
  )
}

/** Where in the list the page stands, as its address says it. */
function placeIn(c: Ctx) {
  return { show: c.req.query('show'), after: c.req.query('after') }
}

function showIn(c: Ctx): Show {
  return shows.find((one) => one === c.req.query('show')) ?? 'all'
}

async function askToKeep(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { found, sent }: { found: Found; sent: SentAnswers },
): Promise<Response> {
  const { seen, review, within } = found
  const open = sent.rows.filter(({ choice, was }) => choice === 'LATER' && was === 'LATER')
  const only = open.map(({ position }) => position)
  const what = { person: viewer.personId, within, show: 'open', after: 0, limit: rowsAPage, only } as const
  const rows = await itemsOf(platform.db, review, what)
  const kept = rows.filter(({ isTheirs, role }) => isTheirs && !hasSay(role))
  const action = withQuery(reviewPath.to(seen.account.identifier, review.id), placeIn(c))
  const frame = frameOf(c, platform, viewer)
  return html(
    c,
    <KeepPage frame={frame} seen={seen} review={review} rows={kept} sent={sent.rows} action={action} />,
  )
}

async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { found, again }: { found: Reviewing; again: Again },
): Promise<Response> {
  const { db, cursors } = platform
  const { seen, within } = found
  const { id } = named(c)
  const narrowed = showIn(c)
  const bound = { person: viewer.personId, filter: `review:${id}:${narrowed}`, now: viewer.now }
  const from = c.req.query('after')
  const after = startOf(cursors.open(from ?? '', bound))
  const which = { accountId: seen.account.id, id: id as ReviewId }
  const as = { person: viewer.personId, within, show: narrowed, after, limit: rowsAPage + 1 }
  const looked = isId(id) ? await lookAtReview(db, which, as) : undefined
  if (!looked) return c.notFound()
  const { review, progress, rows, administrators } = looked
  const last = rows[rowsAPage] && rows[rowsAPage - 1]
  const frame = frameOf(c, platform, viewer)
  const shown = rows.slice(0, rowsAPage)
  const { sent, refused, status = 200, ...said } = again
  const unsaved = refused && sayRefused(viewer, shown, refused)
  return html(
    c,
    <ReviewPage
      frame={frame}
      reader={frame.reader}
      seen={seen}
      review={review}
      viewer={viewer.personId}
      now={viewer.now}
      {...amongst(administrators, seen.account)}
      typed={typedIn(sent, refused)}
      progress={progress}
      rows={shown}
      show={narrowed}
      from={after > 0 ? from : undefined}
      after={last && cursors.seal([String(last.position)], bound)}
      unsaved={unsaved}
      {...said}
    />,
    status,
  )
}

function startOf(keys: readonly string[] | null | undefined): number {
  return Number(keys?.[0] ?? 0)
}

/** What the number of administrators means for answers about them. */
function amongst({ n, viewer }: LookedAt['administrators'], { twoForAdministrator }: SeenAccount['account']) {
  return { takesTwo: twoForAdministrator ?? n >= 2, alone: n === 1 && viewer }
}

function sayRefused(
  viewer: Viewer,
  rows: Parameters<typeof holderOf>[1][],
  refused: SavedAnswers['refused'],
): string[] {
  const t = words.for(viewer.reader)
  return refused.map(({ position, refusal }) => {
    const row = rows.find((one) => one.position === position)
    const name = row ? holderOf(viewer.reader, row) : '–'
    return t('flash.not-saved', { name, why: t(`refused.${refusal.code}`) })
  })
}

// What was saved is shown as it is stored; what was not, as it is too, so that nobody saves over it unseen.
function typedIn(
  sent: SentAnswers | undefined,
  refused: SavedAnswers['refused'] | undefined,
): ReadonlyMap<number, Choice> {
  if (!sent || refused) return new Map()
  return new Map(sent.rows.map(({ position, choice }) => [position, choice]))
}
