import { Hono } from 'hono'
import { may } from '../../accounts/domain/rights.ts'
import { accountOf, seenAccount, type SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import {
  accountChangePath,
  askChangePath,
  oneChangePath,
  openChangesPath,
} from '../../paths/account-changes.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  askForPassword,
  frameOf,
  signedIn,
  takeHeld,
  typedPasswordRecently,
  type Viewer,
} from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { askForChange, readWish } from '../ask/ask.ts'
import { AskPage } from '../ask/ask.page.tsx'
import { askForm, type Step, stepForm } from '../change.form.ts'
import { changesOf, findChange, identitiesOf, openChanges, type StoredChange } from '../changes.store.ts'
import {
  type Actor,
  agree,
  changeKinds,
  type ChangeKind,
  type ChangeRefusal,
  isPossible,
  kindIn,
  mayPause,
  mayRefuse,
  mayWithdraw,
  takesTwo,
  type Wish,
} from '../domain/change.ts'
import type { Subject } from '../happens.tsx'
import { words } from '../messages/index.ts'
import { weightOf } from '../preview.query.ts'
import { type NotTaken, sayRefusal } from '../say.ts'
import { agreeToChange, refuseChange, withdrawChange } from '../settle/settle.ts'
import { OneChangePage, type Stance } from '../settle/one.page.tsx'
import { pauseAccount } from '../suspend/suspend.ts'
import { OpenChangesPage } from './open.page.tsx'
import { OverviewPage } from './overview.page.tsx'

const mostShown = 50

/** Changes of whole accounts: what can be asked, asking, agreeing, and the list of what waits. */
export function changeRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const shown = (show: (c: Ctx, platform: Platform, viewer: Viewer) => Promise<Response>) =>
    page({ who, show: (c, viewer) => show(c, platform, viewer) })
  return new Hono<Env>()
    .get(openChangesPath.pattern, shown(list))
    .get(accountChangePath.pattern, shown(overview))
    .get(askChangePath.pattern, shown(showAsk))
    .post(askChangePath.pattern, shown(ask))
    .get(oneChangePath.pattern, shown(showOne))
    .post(oneChangePath.pattern, shown(step))
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (!viewer.isSupport && !viewer.isOperator) return c.notFound()
  const bound = { person: viewer.personId, filter: 'account-changes', now: viewer.now }
  const [after = null] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const rows = await openChanges(platform.db, after, mostShown + 1)
  const last = rows.length > mostShown ? rows[mostShown - 1] : undefined
  const next = last && platform.cursors.seal([last.id], bound)
  const frame = frameOf(c, platform, viewer)
  return html(c, <OpenChangesPage frame={frame} rows={rows.slice(0, mostShown)} after={next} />)
}

/** The account for whoever may ask for a change of it, by office or as its administrator. */
async function changeable(c: Ctx, platform: Platform, viewer: Viewer): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(platform.db, viewer, c.req.param('identifier') ?? '')
  const asks = seen && may(seen.rights, 'ask-to-change-account', { kind: 'ACCOUNT' })
  return seen && (seen.byOffice || asks) ? seen : undefined
}

async function actorOf(platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Actor> {
  return {
    personId: viewer.personId,
    countsAs: await identitiesOf(platform.db, viewer.personId),
    isOffice: viewer.isSupport || viewer.isOperator,
    isOperator: viewer.isOperator,
    isAdministrator: may(seen.rights, 'ask-to-change-account', { kind: 'ACCOUNT' }),
    typedPasswordLately: typedPasswordRecently(viewer),
  }
}

function isOffered(kind: ChangeKind, { account }: SeenAccount, actor: Actor): boolean {
  const able = { ...actor, typedPasswordLately: true }
  if (!takesTwo(kind)) return mayPause(account, able, kind).ok
  // Whether it is so already shows only once it is known what is wanted.
  const open = isPossible(account, { kind } as Wish)
  return open.ok || (open.refusal.code === 'as-it-is' && kind !== 'LIST')
}

async function overview(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const seen = await changeable(c, platform, viewer)
  if (!seen) return c.notFound()
  const [weight, changes, actor] = await Promise.all([
    weightOf(platform.db, seen.account.id),
    changesOf(platform.db, seen.account.id, mostShown),
    actorOf(platform, viewer, seen),
  ])
  const possible = changeKinds.filter((kind) => isOffered(kind, seen, actor))
  const frame = frameOf(c, platform, viewer)
  const props = { frame, seen, weight, changes, possible, now: viewer.now, flash: flashOf(c, viewer) }
  return html(c, <OverviewPage {...props} />)
}

const flashes = ['asked', 'agreed', 'done', 'refused', 'withdrawn', 'suspended', 'resumed'] as const

function flashOf(c: Ctx, viewer: Viewer): Flash | undefined {
  const what = flashes.find((one) => one === c.req.query('done'))
  return what && { kind: 'success', text: words.for(viewer.reader)(`flash.${what}`) }
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

async function showAskPage(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { seen, kind, actor, typed, notTaken }: Asking & { typed: Typed; notTaken?: NotTaken },
): Promise<Response> {
  const { db } = platform
  const { account } = seen
  const identifier = typed['identifier']
  const wish =
    kind === 'MERGE' && typeof identifier === 'string'
      ? await readWish(db, actor, { accountId: account.id, kind, identifier })
      : undefined
  const other = wish?.ok && wish.value.kind === 'MERGE' ? await accountOf(db, wish.value.into) : undefined
  const possible = wish?.ok ? isPossible(account, wish.value) : wish
  const wrong =
    notTaken ?? (possible && !possible.ok ? sayRefusal(viewer.reader, possible.refusal) : undefined)
  const subject = { kind, account, weight: await weightOf(db, account.id), other: wrong ? undefined : other }
  // A reason that is too short does not take the preview away.
  if (notTaken?.errors?.['reason']) subject.other = other
  const frame = frameOf(c, platform, viewer)
  const status = wrong && wrong.status !== 404 ? wrong.status : 200
  return html(
    c,
    <AskPage frame={frame} seen={seen} subject={subject} typed={typed} notTaken={wrong} />,
    status,
  )
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
