import { Hono } from 'hono'
import { customRolesOf, placesNamed } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import { withQuery } from '../../paths/decisions.ts'
import { newReviewPath, reviewPath } from '../../paths/reviews.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Selection } from '../domain/review.ts'
import { words } from '../messages/index.ts'
import { type Reviewing, reviewingIn } from '../sight.ts'
import { startForm, type WrittenPlace } from './start.form.ts'
import { StartPage, type StartPageProps } from './start.page.tsx'
import { isKnownRole, startReview } from './start-review.ts'

/** Starting a review by hand. */
export function startRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = newReviewPath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

function find(c: Ctx, platform: Platform, viewer: Viewer): Promise<Reviewing | undefined> {
  return reviewingIn(platform.db, viewer, c.req.param('identifier') ?? '')
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  return show(c, platform, viewer, { ...found, ...(held ? { typed: held } : {}) })
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const read = readForm(c, startForm)
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  const { typed } = read
  if (!read.ok) return show(c, platform, viewer, { ...found, typed, errors: read.errors, status: 422 })
  const { account, tree } = found.seen
  const selection = selectionIn(read.value, found)
  if (
    !selection ||
    (selection.kind === 'PLACE' && !tree.virtualAccounts.some(({ id }) => id === selection.virtualAccountId))
  )
    return show(c, platform, viewer, { ...found, typed, errors: { place: 'start.error.place' }, status: 422 })
  if (!(await isKnownRole(platform.db, account.id, selection)))
    return show(c, platform, viewer, { ...found, typed, errors: { role: 'start.error.role' }, status: 422 })
  const outcome = await transact(platform.db, (tx) => startReview(tx, viewer, account.id, selection))
  if (!outcome.ok) {
    const problem = words.for(viewer.reader)(`refused.${outcome.refusal.code}`)
    return show(c, platform, viewer, { ...found, typed, problem, status: 409 })
  }
  platform.wake()
  return seeOther(c, withQuery(reviewPath.to(account.identifier, outcome.value), { done: 'started' }))
}

function selectionIn(wanted: Selection | WrittenPlace, { seen, within }: Reviewing): Selection | undefined {
  if (!('written' in wanted)) return wanted
  const mine = (id: VirtualAccountId) => within === null || within.includes(id)
  const [id] = placesNamed(seen.tree, wanted.written, mine).ids
  return id && { kind: 'PLACE', virtualAccountId: id }
}

type Shown = Omit<StartPageProps, 'frame' | 'ownRoles'> & { readonly status?: 200 | 409 | 422 }

async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { status = 200, ...shown }: Shown,
): Promise<Response> {
  const ownRoles = shown.within === null ? await customRolesOf(platform.db, shown.seen.account.id) : []
  const frame = frameOf(c, platform, viewer)
  return html(c, <StartPage frame={frame} ownRoles={ownRoles} {...shown} />, status)
}
