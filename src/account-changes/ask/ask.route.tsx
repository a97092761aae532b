import { Hono } from 'hono'
import { accountOf, type SeenAccount, type StoredAccount } from '../../accounts/index.ts'
import { accountChangePath, askChangePath, oneChangePath } from '../../paths/account-changes.ts'
import { withQuery } from '../../paths/decisions.ts'
import { askForPassword, frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { askForm } from '../change.form.ts'
import { type Actor, type ChangeKind, isPossible, kindIn, takesTwo } from '../domain/change.ts'
import { actorOf, changeable, isOffered } from '../looking.ts'
import { weightOf } from '../preview.query.ts'
import { type NotTaken, sayRefusal, statusOf } from '../say.ts'
import { pauseAccount } from '../suspend/suspend.ts'
import { askForChange, readWish } from './ask.ts'
import { AskPage } from './ask.page.tsx'

/** Asking for one kind of change: what would happen, and the act. */
export function askRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(askChangePath.pattern, page({ who, show: (c, viewer) => showAsk(c, platform, viewer) }))
    .post(askChangePath.pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
}

type Asking = { readonly seen: SeenAccount; readonly kind: ChangeKind; readonly actor: Actor }

async function askingIn(c: Ctx, platform: Platform, viewer: Viewer): Promise<Asking | undefined> {
  const kind = kindIn(c.req.param('kind') ?? '')
  const seen = kind && (await changeable(c, platform, viewer))
  if (!seen) return undefined
  const actor = await actorOf(platform, viewer, seen)
  return takesTwo(kind) || actor.isOperator ? { seen, kind, actor } : undefined
}

async function showAsk(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const asking = await askingIn(c, platform, viewer)
  if (!asking) return c.notFound()
  if (!isOffered(asking.kind, asking.seen, asking.actor))
    return seeOther(c, accountChangePath.to(asking.seen.account.identifier))
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  const identifier = c.req.query('identifier')
  return showAskPage(c, platform, viewer, { ...asking, typed: held ?? (identifier ? { identifier } : {}) })
}

type Typing = Asking & { readonly typed: Typed; readonly notTaken?: NotTaken }

async function showAskPage(c: Ctx, platform: Platform, viewer: Viewer, asking: Typing): Promise<Response> {
  const { seen, kind, typed } = asking
  const { account } = seen
  const { other, wrong } = await otherIn(platform, viewer, asking)
  const notTaken = asking.notTaken ?? wrong
  const subject = { kind, account, weight: await weightOf(platform.db, account.id), other }
  const props = { frame: frameOf(c, platform, viewer), seen, subject, typed, notTaken }
  return html(c, <AskPage {...props} />, notTaken ? statusOf(notTaken) : 200)
}

type Other = { readonly other?: StoredAccount; readonly wrong?: NotTaken }

/** The other account of a merger, when what was typed names one that can be. */
async function otherIn(
  { db }: Platform,
  { reader }: Viewer,
  { seen, kind, actor, typed }: Typing,
): Promise<Other> {
  const { identifier } = typed
  if (kind !== 'MERGE' || typeof identifier !== 'string') return {}
  const { account } = seen
  const wish = await readWish(db, actor, { accountId: account.id, kind, identifier })
  if (!wish.ok) return { wrong: sayRefusal(reader, wish.refusal) }
  const possible = isPossible(account, wish.value)
  if (!possible.ok) return { wrong: sayRefusal(reader, possible.refusal) }
  return wish.value.kind === 'MERGE' ? { other: await accountOf(db, wish.value.into) } : {}
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const read = readForm(c, askForm)
  const asking = await askingIn(c, platform, viewer)
  if (!asking) return c.notFound()
  const { typed } = read
  if (!read.ok) return showAskPage(c, platform, viewer, { ...asking, typed, notTaken: { status: 422 } })
  const { seen, kind } = asking
  const accountId = seen.account.id
  const { reason, identifier, type } = read.value
  const sent = {
    accountId,
    reason,
    ...(identifier === undefined ? {} : { identifier }),
    ...(type === undefined ? {} : { type }),
  }
  const outcome = await transact(platform.db, (tx) =>
    takesTwo(kind)
      ? askForChange(tx, viewer, { ...sent, kind })
      : pauseAccount(tx, viewer, { accountId, kind: kind as 'SUSPEND', reason }),
  )
  if (outcome.ok) {
    platform.wake()
    return seeOther(c, afterAsking(seen, kind, outcome.value))
  }
  const { refusal } = outcome
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  const notTaken = sayRefusal(viewer.reader, refusal)
  return notTaken.status === 404
    ? c.notFound()
    : showAskPage(c, platform, viewer, { ...asking, typed, notTaken })
}

function afterAsking({ account }: SeenAccount, kind: ChangeKind, id: string): string {
  if (takesTwo(kind)) return withQuery(oneChangePath.to(account.identifier, id), { done: 'asked' })
  const done = kind === 'SUSPEND' ? 'suspended' : 'resumed'
  return withQuery(accountChangePath.to(account.identifier), { done })
}
