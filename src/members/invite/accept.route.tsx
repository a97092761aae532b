import { Hono } from 'hono'
import { z } from 'zod'
import { accountOf, accountWords, treeOf } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { done, type Outcome } from '../../kernel/outcome.ts'
import { withQuery } from '../../paths/decisions.ts'
import {
  answerInvitationPath,
  invitationLinkPath,
  invitationPath,
  invitationsPath,
} from '../../paths/members.ts'
import { anyone, frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Database, type Tx, transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  readCookie,
  readForm,
  seeOther,
  writeCookie,
} from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Refusal } from '../domain/refusals.ts'
import { partiesOf } from '../people.store.ts'
import { answerTo } from '../refusal-answers.ts'
import { sayGiven } from '../say.ts'
import {
  type AnswerDone,
  answersDone,
  InvitationPage,
  OwnInvitationsPage,
  type ShownInvitation,
} from './accept.page.tsx'
import { acceptInvitation, declineInvitation } from './invitation-steps.ts'
import { hasAccepted, type Invitation, invitationByLink, invitationsTo } from './invitations.store.ts'

const shape = /^[A-Za-z0-9_-]{43}$/
const cookie = 'invitation'
const minutes = 30
const answerForm = z.strictObject({ what: z.enum(['accept', 'decline']) })

/** The link of an invitation, the page behind it, the invitations to oneself, and the answer. */
export function acceptRoutes(platform: Platform): Hono<Env> {
  const { db } = platform
  return new Hono<Env>()
    .get(
      invitationLinkPath.pattern,
      page({
        who: anyone(platform),
        async show(c, viewer) {
          const token = c.req.query('t') ?? ''
          const found = shape.test(token) ? await invitationByLink(db, token) : undefined
          if (!found) return showOne(c, platform, viewer, undefined)
          writeCookie(c, platform.cookies, { name: cookie, value: token, seconds: minutes * 60 })
          return seeOther(c, invitationPath.to())
        },
      }),
    )
    .get(
      invitationPath.pattern,
      page({
        who: anyone(platform),
        async show(c, viewer) {
          const token = readCookie(c, platform.cookies, cookie)
          const found = token && shape.test(token) ? await invitationByLink(db, token) : undefined
          return showOne(c, platform, viewer, found)
        },
      }),
    )
    .get(
      invitationsPath.pattern,
      page({ who: signedIn(platform), show: (c, viewer) => showOwn(c, platform, viewer) }),
    )
    .post(
      answerInvitationPath.pattern,
      page({ who: signedIn(platform), show: (c, viewer) => answer(c, platform, viewer) }),
    )
}

async function showOne(
  c: Ctx,
  platform: Platform,
  viewer: Viewer | null,
  found: Invitation | undefined,
): Promise<Response> {
  const known = frameOf(c, platform, viewer)
  // Whoever is not signed in has no clock of their own here; that of the account is the one in the mail.
  const { timeZone } = viewer || !found ? known.reader : await accountOf(platform.db, found.accountId)
  const frame = { ...known, reader: { ...known.reader, timeZone } }
  const invitation = found && (await shownOf(platform.db, frame.reader, found))
  const own = viewer?.verified ? viewer.address : (viewer?.address ?? null)
  return html(c, <InvitationPage frame={frame} invitation={invitation} own={own} />, invitation ? 200 : 410)
}

async function shownOf(
  db: Database,
  reader: Reader,
  { accountId, id, address, given, invitedBy, lapsesAt }: Invitation,
): Promise<ShownInvitation> {
  const account = await accountOf(db, accountId)
  const tree = await treeOf(db, accountId)
  const by = (await partiesOf(db, [invitedBy])).get(invitedBy)
  return {
    id,
    address,
    accountName: account.name,
    identifier: account.identifier,
    type: accountWords.for(reader)(`type.${account.type}`),
    by: by?.name ?? account.name,
    gives: sayGiven(reader, given, tree),
    lapsesAt,
  }
}

async function showOwn(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { problem, status = 200 }: { problem?: string; status?: number } = {},
): Promise<Response> {
  const { db } = platform
  const found = viewer.verified ? await invitationsTo(db, viewer.address) : []
  const invitations: ShownInvitation[] = []
  for (const one of found) invitations.push(await shownOf(db, viewer.reader, one))
  return html(
    c,
    <OwnInvitationsPage
      frame={frameOf(c, platform, viewer)}
      invitations={invitations}
      done={answersDone.find((one) => one === c.req.query('done')) ?? null}
      problem={problem}
    />,
    status as 200,
  )
}

async function answer(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const form = readForm(c, answerForm)
  if (!form.ok) throw new MalformedForm('what')
  const id = c.req.param('id') ?? ''
  if (!isId(id)) return c.notFound()
  const isYes = form.value.what === 'accept'
  const outcome = await transact(platform.db, (tx) => settle(tx, viewer, { id, isYes }))
  if (!outcome.ok) {
    if (isYes && (await hasAccepted(platform.db, id, viewer.personId)))
      return seeOther(c, withQuery(invitationsPath.to(), { done: 'accepted' satisfies AnswerDone }))
    const { status, text } = answerTo(outcome.refusal, viewer.reader)
    return showOwn(c, platform, viewer, { problem: text, status })
  }
  platform.wake()
  return seeOther(c, withQuery(invitationsPath.to(), { done: outcome.value }))
}

async function settle(
  tx: Tx,
  viewer: Viewer,
  { id, isYes }: { readonly id: string; readonly isYes: boolean },
): Promise<Outcome<AnswerDone, Refusal>> {
  if (!isYes) {
    const declined = await declineInvitation(tx, viewer, { id })
    return declined.ok ? done('declined') : declined
  }
  const accepted = await acceptInvitation(tx, viewer, { id })
  if (!accepted.ok) return accepted
  return done(accepted.value.how === 'PROPOSED' ? 'proposed' : 'accepted')
}
