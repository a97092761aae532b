import { Hono } from 'hono'
import { newId } from '../../kernel/id.ts'
import { askPath, askReasonPath, requestPath, requestSentPath } from '../../paths/access-requests.ts'
import { askForChangePath, extendPath } from '../../paths/access.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  type Ctx,
  type Env,
  fieldsOf,
  html,
  MalformedForm,
  page,
  readForm,
  seeOther,
  textOf,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../domain/refusals.ts'
import { words } from '../messages/index.ts'
import { answerTo } from '../refusal-answers.ts'
import { sayWishErrors } from '../submit/reason.route.tsx'
import { extendForm } from './extend.form.ts'
import { ExtendPage, type ExtendPageProps } from './extend.page.tsx'
import { extend, type ExtendRefusal, fillFormFrom, type OwnGrant, ownGrant, proposalFor } from './extend.ts'

/** Asking for a held role to go on, or for another one in its place. */
export function extendRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(extendPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .post(extendPath.pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
    .post(askForChangePath.pattern, page({ who, show: (c, viewer) => leadToForm(c, platform, viewer) }))
}

function ownIn(c: Ctx, { db }: Platform, viewer: Viewer): Promise<OwnGrant | undefined> {
  return ownGrant(db, viewer, { identifier: c.req.param('identifier') ?? '', id: c.req.param('id') ?? '' })
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const own = await ownIn(c, platform, viewer)
  if (!own || own.grant.endsAt === null) return c.notFound()
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  return form(c, platform, viewer, { own, typed: held ?? {} })
}

type Shown = Pick<ExtendPageProps, 'own' | 'errors' | 'refused'> & {
  readonly typed: Typed
  readonly status?: 403 | 404 | 409 | 422 | 429
}

function form(c: Ctx, platform: Platform, viewer: Viewer, { own, typed, status, ...shown }: Shown): Response {
  const fields = fieldsFor(viewer, own, typed)
  const frame = frameOf(c, platform, viewer)
  return html(c, <ExtendPage frame={frame} own={own} typed={fields} {...shown} />, status ?? 200)
}

// What was typed, else what is proposed.
function fieldsFor(viewer: Viewer, own: OwnGrant, typed: Typed): ExtendPageProps['typed'] {
  const proposed = proposalFor(viewer, own) ?? { end: { day: '', time: '' }, reason: '' }
  const day = textOf(typed, 'ends')
  const end = day === '' ? proposed.end : { day, time: textOf(typed, 'endsTime') }
  return {
    ...end,
    reason: textOf(typed, 'reason') || proposed.reason,
    key: textOf(typed, 'key') || newId<'form'>(),
  }
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const own = await ownIn(c, platform, viewer)
  if (!own) return c.notFound()
  const read = readForm(c, extendForm)
  if (!read.ok) {
    const errors = sayWishErrors(viewer, read.typed, read.errors)
    return form(c, platform, viewer, { own, typed: read.typed, errors, status: 422 })
  }
  const { key, ends, endsTime, reason } = read.value
  const outcome = await extend(platform.db, viewer, own, { key, day: ends, time: endsTime, reason })
  if (outcome.ok) {
    platform.wake()
    return seeOther(c, requestSentPath.to(outcome.value.id))
  }
  return refused(c, platform, viewer, { own, typed: read.typed, refusal: outcome.refusal })
}

type Why = { readonly own: OwnGrant; readonly typed: Typed; readonly refusal: ExtendRefusal }

function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { own, typed, refusal }: Why,
): Response | Promise<Response> {
  if (refusal.code === 'without-end') return c.notFound()
  if (refusal.code === 'too-many') return seeOther(c, askPath.to())
  if (refusal.code === 'sent-before') {
    const text = words.for(viewer.reader)('why.sent-before.text')
    return form(c, platform, viewer, { own, typed, refused: { text }, status: 409 })
  }
  if (refusal.code === 'duplicate-open-request') return seeOther(c, requestPath.to(refusal.id, 'duplicate'))
  const { status, text } = answerTo(refusal as Refusal, viewer.reader)
  if (refusal.code === 'end-out-of-range' || refusal.code === 'already-held')
    return form(c, platform, viewer, { own, typed, errors: { ends: text }, status })
  return form(c, platform, viewer, { own, typed, refused: { text }, status })
}

async function leadToForm(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const own = await ownIn(c, platform, viewer)
  if (!own) return c.notFound()
  const filled = await fillFormFrom(platform.db, viewer, own)
  return seeOther(c, filled.ok ? askReasonPath.to() : askPath.to(own.account.identifier))
}
