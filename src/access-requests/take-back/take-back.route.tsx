import { Hono } from 'hono'
import { accountUsersPath, removalPath, smartAccountsPath, takeBackPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
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
import { isAttempt, type Refusal } from '../domain/refusals.ts'
import { answerTo } from '../refusal-answers.ts'
import { TakeBackPage } from './take-back.page.tsx'
import { type GrantView, loadGrant } from './take-back.query.ts'
import { recordGrantAttempt, takeGrantBack } from './take-back.ts'

/** Taking a grant back: the page that asks, and the act. */
export function takeBackRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = takeBackPath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

function named(c: Ctx) {
  return { identifier: c.req.param('identifier') ?? '', id: c.req.param('id') ?? '' }
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const view = await loadGrant(platform.db, viewer, named(c))
  if (!view) return c.notFound()
  if (view.allowed.ok) return html(c, <TakeBackPage frame={frameOf(c, platform, viewer)} view={view} />)
  if (view.allowed.refusal.code === 'second-administrator-needed')
    return seeOther(c, removalPath.to(view.account.identifier, view.grant.id))
  return answer(c, platform, viewer, { view, refusal: view.allowed.refusal })
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const view = await loadGrant(platform.db, viewer, named(c))
  if (!view) return c.notFound()
  const which = { accountId: view.account.id, id: view.grant.id }
  const outcome = await transact(platform.db, (tx) => takeGrantBack(tx, viewer, which))
  if (outcome.ok) {
    platform.wake()
    const { identifier } = view.account
    const list = view.isOwn ? smartAccountsPath.to() : accountUsersPath.to(identifier)
    return seeOther(c, withQuery(list, { done: 'taken-back' }))
  }
  const { refusal } = outcome
  if (isAttempt(refusal)) {
    await transact(platform.db, (tx) => recordGrantAttempt(tx, viewer, which, refusal))
  }
  return answer(c, platform, viewer, { view, refusal })
}

function answer(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { view, refusal }: { view: GrantView; refusal: Refusal },
): Response | Promise<Response> {
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  const { status, text } = answerTo(refusal, viewer.reader)
  const frame = frameOf(c, platform, viewer)
  return html(c, <TakeBackPage frame={frame} view={view} refused={text} />, status)
}
