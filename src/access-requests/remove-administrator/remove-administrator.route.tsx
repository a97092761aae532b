import { Hono } from 'hono'
import type { Outcome } from '../../kernel/outcome.ts'
import { accountUsersPath, removalPath, takeBackPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { askForPassword, frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { type Tx, transact } from '../../platform/db/index.ts'
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
import { isAttempt, type Refusal } from '../domain/refusals.ts'
import { answerTo } from '../refusal-answers.ts'
import { recordGrantAttempt, type WhichGrant } from '../take-back/take-back.ts'
import { type RemovalForm, removalForm } from './remove-administrator.form.ts'
import { RemovalPage } from './remove-administrator.page.tsx'
import { loadRemoval, type RemovalView } from './remove-administrator.query.ts'
import {
  confirmProposedRemoval,
  proposeToRemove,
  type RemovalStep,
  refuseProposedRemoval,
  withdrawProposedRemoval,
} from './remove-administrator.ts'

type Shown = { typed?: Typed; errors?: FieldErrors; problem?: string; proposed?: boolean }

/** Removing an administrator: the page that shows where it stands, and its four steps. */
export function removeAdministratorRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = removalPath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const view = await viewOf(c, platform, viewer)
  if (view instanceof Response) return view
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  const proposed = c.req.query('done') === 'proposed'
  return show(c, platform, viewer, { view, status: 200, proposed, ...(held ? { typed: held } : {}) })
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const read = readForm(c, removalForm)
  const view = await viewOf(c, platform, viewer)
  if (view instanceof Response) return view
  const { typed } = read
  if (!read.ok) return show(c, platform, viewer, { view, status: 422, typed, errors: read.errors })
  const { account, grant } = view.seen
  const which = { accountId: account.id, id: grant.id }
  const outcome = await transact(platform.db, (tx) => step(tx, viewer, which, read.value))
  if (!outcome.ok) return refused(c, platform, viewer, { which, refusal: outcome.refusal, typed })
  platform.wake()
  return seeOther(c, afterStep(view, read.value.what))
}

function step(
  tx: Tx,
  viewer: Viewer,
  which: WhichGrant,
  form: RemovalForm,
): Promise<Outcome<RemovalStep, Refusal>> {
  if (form.what === 'propose') return proposeToRemove(tx, viewer, which, form)
  const removal = { ...which, removalId: form.removal }
  if (form.what === 'refuse') return refuseProposedRemoval(tx, viewer, { ...removal, answer: form.answer })
  const act = form.what === 'confirm' ? confirmProposedRemoval : withdrawProposedRemoval
  return act(tx, viewer, removal)
}

const flashes = {
  confirm: 'taken-back',
  refuse: 'removal-refused',
  withdraw: 'removal-withdrawn',
} as const

function afterStep({ seen }: RemovalView, what: RemovalForm['what']): string {
  const { identifier } = seen.account
  return what === 'propose'
    ? withQuery(removalPath.to(identifier, seen.grant.id), { done: 'proposed' })
    : withQuery(accountUsersPath.to(identifier), { done: flashes[what] })
}

async function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { which, refusal, typed }: { which: WhichGrant; refusal: Refusal; typed: Typed },
): Promise<Response> {
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  if (isAttempt(refusal)) {
    await transact(platform.db, (tx) => recordGrantAttempt(tx, viewer, which, refusal))
  }
  const view = await viewOf(c, platform, viewer)
  if (view instanceof Response) return view
  const { status, text } = answerTo(refusal, viewer.reader)
  return show(c, platform, viewer, { view, status, typed, problem: text })
}

/** What the viewer is shown of the removal of this path, or the answer that leads them on. */
async function viewOf(c: Ctx, platform: Platform, viewer: Viewer): Promise<RemovalView | Response> {
  const named = { identifier: c.req.param('identifier') ?? '', id: c.req.param('id') ?? '' }
  const view = await loadRemoval(platform.db, viewer, named)
  if (view === undefined) return c.notFound()
  return view === 'elsewhere' ? seeOther(c, takeBackPath.to(named.identifier, named.id)) : view
}

function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { view, status, ...shown }: Shown & { view: RemovalView; status: number },
): Response | Promise<Response> {
  const frame = frameOf(c, platform, viewer)
  return html(c, <RemovalPage frame={frame} view={view} {...shown} />, status as 200)
}
