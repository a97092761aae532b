import { Hono } from 'hono'
import { accountOf, type SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { oneChangePath } from '../../paths/account-changes.ts'
import { withQuery } from '../../paths/decisions.ts'
import { askForPassword, frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Step, stepForm } from '../change.form.ts'
import { findChange, type StoredChange } from '../changes.store.ts'
import { type Actor, agree, type ChangeRefusal, mayRefuse, mayWithdraw } from '../domain/change.ts'
import type { Subject } from '../happens.tsx'
import { actorOf, changeable, flashes, flashOf } from '../looking.ts'
import { weightOf } from '../preview.query.ts'
import { type NotTaken, sayRefusal } from '../say.ts'
import { OneChangePage, type Stance } from './one.page.tsx'
import { agreeToChange, refuseChange, withdrawChange } from './settle.ts'

/** One change that was asked: how it stands, and the steps about it. */
export function oneRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(oneChangePath.pattern, page({ who, show: (c, viewer) => showOne(c, platform, viewer) }))
    .post(oneChangePath.pattern, page({ who, show: (c, viewer) => step(c, platform, viewer) }))
}

type One = { readonly seen: SeenAccount; readonly change: StoredChange; readonly actor: Actor }

async function oneIn(c: Ctx, platform: Platform, viewer: Viewer): Promise<One | undefined> {
  const id = c.req.param('id') ?? ''
  const seen = isId(id) ? await changeable(c, platform, viewer) : undefined
  const change = seen && (await findChange(platform.db, { accountId: seen.account.id, id }))
  return change && { seen, change, actor: await actorOf(platform, viewer, seen) }
}

async function showOne(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const one = await oneIn(c, platform, viewer)
  return one ? showOnePage(c, platform, viewer, one) : c.notFound()
}

async function showOnePage(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { seen, change, actor, typed, notTaken }: One & { typed?: Typed; notTaken?: NotTaken },
): Promise<Response> {
  const { account } = seen
  const into = change.kind === 'MERGE' ? change.what['into'] : undefined
  const other = into === undefined ? undefined : await accountOf(platform.db, into as typeof account.id)
  const weight = await weightOf(platform.db, account.id)
  const subject: Subject = { kind: change.kind, account, weight, other }
  const frame = frameOf(c, platform, viewer)
  const props = { frame, seen, change, subject, stance: stanceOf(change, actor, viewer.now), typed, notTaken }
  const status = notTaken && notTaken.status !== 404 ? notTaken.status : 200
  return html(c, <OneChangePage {...props} flash={flashOf(c, viewer)} />, status)
}

function stanceOf(change: StoredChange, actor: Actor, now: Date): Stance {
  const able = { ...actor, typedPasswordLately: true }
  const sent = { version: change.version, now }
  const agreed = agree(change, able, sent)
  return {
    agree: agreed.ok ? agreed.value : null,
    agreed: !agreed.ok && agreed.refusal.code === 'same-person',
    refuse: mayRefuse(change, able, sent).ok,
    withdraw: mayWithdraw(change, able, sent).ok,
  }
}

async function step(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const read = readForm(c, stepForm)
  // All but the answer is sent by buttons and hidden fields.
  if (!read.ok && read.errors['answer'] === undefined) throw new MalformedForm('step')
  const one = await oneIn(c, platform, viewer)
  if (!one) return c.notFound()
  if (!read.ok)
    return showOnePage(c, platform, viewer, { ...one, typed: read.typed, notTaken: { status: 422 } })
  const outcome = await taking(platform, viewer, one, read.value)
  if (typeof outcome === 'string') {
    platform.wake()
    return seeOther(
      c,
      withQuery(oneChangePath.to(await identifierOf(platform, one), one.change.id), { done: outcome }),
    )
  }
  if (outcome.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  const notTaken = sayRefusal(viewer.reader, outcome)
  const now = await oneIn(c, platform, viewer)
  return notTaken.status === 404 || !now
    ? c.notFound()
    : showOnePage(c, platform, viewer, { ...now, typed: read.typed, notTaken })
}

/** Takes a step; gives what to say about it, or why it was not taken. */
async function taking(
  platform: Platform,
  viewer: Viewer,
  { seen, change }: One,
  sent: Step,
): Promise<(typeof flashes)[number] | ChangeRefusal> {
  const which = { accountId: seen.account.id, id: change.id, version: sent.version }
  if (sent.what === 'agree') {
    const outcome = await transact(platform.db, (tx) => agreeToChange(tx, viewer, which))
    if (!outcome.ok) return outcome.refusal
    return outcome.value === 'DONE' ? 'done' : 'agreed'
  }
  const outcome = await transact(platform.db, (tx) =>
    sent.what === 'refuse'
      ? refuseChange(tx, viewer, { ...which, answer: sent.answer })
      : withdrawChange(tx, viewer, which),
  )
  if (!outcome.ok) return outcome.refusal
  return sent.what === 'refuse' ? 'refused' : 'withdrawn'
}

// The identifier may have been what was changed.
async function identifierOf({ db }: Platform, { seen }: One): Promise<string> {
  return (await accountOf(db, seen.account.id)).identifier
}
