import { Hono } from 'hono'
import { endMomentOf, readEnd, typedEnd } from '../../accounts/domain/end-moment.ts'
import { isRole, keyOf } from '../../accounts/domain/roles.ts'
import { withQuery } from '../../paths/decisions.ts'
import { changeItemPath, reviewPath } from '../../paths/reviews.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  type FieldErrors,
  html,
  page,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { answerItems } from '../answer/answer-items.ts'
import type { Lesser } from '../domain/review.ts'
import { words } from '../messages/index.ts'
import { type ItemRow, itemsOf } from '../review/items.query.ts'
import { reviewIn } from '../sight.ts'
import { changeForm } from './change.form.ts'
import { ChangePage } from './change.page.tsx'

type Found = NonNullable<Awaited<ReturnType<typeof reviewIn>>> & { readonly row: ItemRow }
type Again = { typed?: Typed; errors?: FieldErrors; problem?: string; status?: 200 | 409 | 422 }

/** Wording a change of one grant in a review. */
export function changeRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = changeItemPath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

async function found(c: Ctx, platform: Platform, viewer: Viewer): Promise<Found | undefined> {
  const named = { identifier: c.req.param('identifier') ?? '', id: c.req.param('id') ?? '' }
  const review = await reviewIn(platform.db, viewer, named)
  if (review?.review.status !== 'OPEN') return undefined
  const only = [positionIn(c)]
  const what = { person: viewer.personId, within: review.within, show: 'all', after: 0, limit: 1 } as const
  const [row] = await itemsOf(platform.db, review.review, { ...what, only })
  return row && isAnswerable(row) ? { ...review, row } : undefined
}

// 0 is no place in any list.
function positionIn(c: Ctx): number {
  const text = c.req.param('position') ?? ''
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 0
}

function isAnswerable({ isTheirs, outcome, isOver }: ItemRow): boolean {
  return isTheirs && outcome === null && !isOver
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const one = await found(c, platform, viewer)
  if (!one) return c.notFound()
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  return show(c, platform, viewer, { one, again: held ? { typed: held } : {} })
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const read = readForm(c, changeForm)
  const one = await found(c, platform, viewer)
  if (!one) return c.notFound()
  const { typed } = read
  const again = (errors: FieldErrors) =>
    show(c, platform, viewer, { one, again: { typed, errors, status: 422 } })
  if (!read.ok) return again(read.errors)
  const to = lesserIn(one, read.value)
  if (!to) return again({ ends: 'change.error.day' })
  const which = { accountId: one.seen.account.id, id: one.review.id }
  const given = {
    position: one.row.position,
    seen: Number(read.value.seen),
    answered: { answer: 'CHANGE', to } as const,
  }
  const outcome = await transact(platform.db, (tx) => answerItems(tx, viewer, which, [given]))
  const refusal = outcome.ok ? outcome.value.refused[0]?.refusal : outcome.refusal
  if (refusal?.code === 'not-less') return again({ role: 'change.error.not-less' })
  if (refusal) {
    const problem = words.for(viewer.reader)(`refused.${refusal.code}`)
    return show(c, platform, viewer, { one, again: { typed, problem, status: 409 } })
  }
  platform.wake()
  return seeOther(
    c,
    withQuery(reviewPath.to(one.seen.account.identifier, which.id), { done: 'saved', n: '1' }),
  )
}

/** What the form leaves: an empty end is the one that holds now. Undefined when the day cannot be read. */
function lesserIn(
  { seen, row }: Found,
  { role: chosen, ends, endsTime }: { role: string; ends: string; endsTime: string },
): Lesser | undefined {
  const role = isRole(chosen) ? chosen : row.role
  const end = readEnd({ day: ends, time: endsTime })
  if (end === null) return { role, endsAt: row.endsAt }
  const endsAt = end === undefined ? undefined : endMomentOf(end, seen.account.timeZone)
  return endsAt && { role, endsAt }
}

function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { one, again }: { one: Found; again: Again },
): Response | Promise<Response> {
  const { seen, review, row } = one
  const { typed = typedFrom(one), status = 200, ...said } = again
  const frame = frameOf(c, platform, viewer)
  return html(
    c,
    <ChangePage frame={frame} seen={seen} review={review} row={row} typed={typed} {...said} />,
    status,
  )
}

function typedFrom({ seen, row }: Found): Typed {
  const isOwnEnd = row.toRole === null || row.toEndsAt?.getTime() === row.endsAt?.getTime()
  const { day, time } = typedEnd(isOwnEnd ? null : row.toEndsAt, seen.account.timeZone)
  return { role: row.toRole ?? keyOf(row.role), ends: day, endsTime: time }
}
