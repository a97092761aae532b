import { isId, type RequestId } from '../../kernel/id.ts'
import { type RequestNotice, requestPath } from '../../paths/access-requests.ts'
import { frameOf, nameOf, readNoticesOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, html, isGuess, page, seeOther, textOf } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { deciderName, loadDecision } from '../decide/decide.query.ts'
import { readDecision } from '../decide/decision.query.ts'
import type { Refusal } from '../domain/refusals.ts'
import { words } from '../messages/index.ts'
import { answerTo } from '../refusal-answers.ts'
import { escalationFor } from '../escalate/escalate.store.ts'
import { namedTree, placesEver } from '../places.query.ts'
import { approversOf, findContinuation, findRequest, type SeenRequest } from '../requests.store.ts'
import { shownDeciders } from '../submit/deciders.ts'
import { loadGiven } from '../take-back/given.query.ts'
import { readConversation } from './conversation.query.ts'
import { isByOffice, keepLook } from './look.ts'
import { elseSuspended } from '../suspended/suspended.route.tsx'
import { RequestPage, type RequestPageProps, type Typed } from './request.page.tsx'
import { readStory, type Story, seesBehind } from './request.query.ts'
import { view } from './view.ts'

/** The page of one request; there is none for whoever may not see it. */
export function showRequest(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const request = await requestIn(c, platform, viewer)
      if (!request) return elsewhere(c, platform, viewer)
      const props = await propsOf(c, platform, viewer, request)
      await keepView(c, platform, viewer, { request, story: props.story })
      return html(c, <RequestPage {...props} flash={noticeIn(c, viewer)} />)
    },
  })
}

/** The page of a request with what was typed into one of its fields before somebody had to sign in again. */
export function showTyped(platform: Platform, field: Typed['field']): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const request = await requestIn(c, platform, viewer)
      if (!request) return elseSuspended(c, platform, viewer)
      const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
      const props = await propsOf(c, platform, viewer, request)
      await keepView(c, platform, viewer, { request, story: props.story })
      return html(c, <RequestPage {...props} typed={{ field, text: textOf(held ?? {}, field) }} />)
    },
  })
}

/** The page of a request with a field as it was sent, and what is wrong with it. */
export async function showAgain(c: Ctx, platform: Platform, viewer: Viewer, typed: Typed): Promise<Response> {
  const request = await requestIn(c, platform, viewer)
  if (!request) return elseSuspended(c, platform, viewer, typed.text)
  const props = await propsOf(c, platform, viewer, request)
  return html(c, <RequestPage {...props} typed={typed} />, 422)
}

/** The page of a request after something was refused, with the reason on top and as it stands now. */
export function showRefused(c: Ctx, platform: Platform, viewer: Viewer, refusal: Refusal): Promise<Response> {
  return showUnsent(c, platform, viewer, { refusal, unsent: undefined })
}

/** The same, with what was typed and can no longer be sent from there. */
export async function showUnsent(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { refusal, unsent }: { readonly refusal: Refusal; readonly unsent: string | undefined },
): Promise<Response> {
  const request = await requestIn(c, platform, viewer)
  if (!request || refusal.code === 'not-found') return elseSuspended(c, platform, viewer, unsent)
  const isShown = !request.mine || request.showAdministrators === 'NAMES'
  const actor = refusal.code === 'claimed-already' ? refusal.by : request.decidedBy
  const decider = isShown ? await deciderName(platform.db, actor) : undefined
  const { status, text } = answerTo(refusal, viewer.reader, decider)
  const title = words.for(viewer.reader)('notice.refused')
  const props = await propsOf(c, platform, viewer, request)
  return html(c, <RequestPage {...props} flash={{ kind: 'danger', title, text }} unsent={unsent} />, status)
}

// A link of a mail outlives the account that it is about.
async function elsewhere(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const next = isId(id) ? await findContinuation(platform.db, viewer, id as RequestId) : undefined
  return next ? seeOther(c, requestPath.to(next)) : elseSuspended(c, platform, viewer)
}

/** The request that the address names, when the viewer may see it; a look by their office is kept. */
export async function requestIn(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
): Promise<SeenRequest | undefined> {
  const id = c.req.param('id') ?? ''
  const found = isId(id) ? await findRequest(platform.db, viewer, id as RequestId) : undefined
  if (!found || !isByOffice(found)) return found
  // A look by one's office leaves a trace, so a browser that only guesses what comes next is shown nothing.
  if (isGuess(c)) return undefined
  if (c.req.method !== 'HEAD' && (await keepLook(platform.db, viewer, found))) platform.wake()
  return found
}

async function propsOf(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  request: SeenRequest,
): Promise<RequestPageProps> {
  const [story, escalation, conversation, places, approvers, decision, given] = await Promise.all([
    readStory(platform.db, viewer, request),
    escalationFor(platform.db, viewer, request),
    readConversation(platform.db, viewer, request),
    placesEver(platform.db, request.accountId),
    approversOf(platform.db, { ...request, scope: request.ask.scope }),
    loadDecision(platform.db, viewer, request),
    loadGiven(platform.db, viewer, request),
  ])
  const behind = seesBehind(viewer, request)
  return {
    frame: frameOf(c, platform, viewer),
    viewerId: viewer.personId,
    isSupport: viewer.isSupport,
    now: viewer.now,
    request,
    story,
    conversation,
    tree: namedTree(viewer.reader, places, behind),
    seesBehind: behind,
    deciders: shownDeciders(approvers, behind ? 'NAMES' : request.showAdministrators),
    absent: approvers.filter(({ standIn }) => standIn === viewer.personId).map(nameOf),
    decision,
    given,
    escalation,
    blocked: await blockOf(platform, viewer, request),
  }
}

async function blockOf(
  { db }: Platform,
  viewer: Viewer,
  request: SeenRequest,
): Promise<RequestPageProps['blocked']> {
  if (!request.mine || request.status !== 'DECLINED') return null
  const decision = await readDecision(db, request)
  const until = decision?.blockedUntil ?? null
  return decision?.isBlocked && (until === null || viewer.now < until) ? { until } : null
}

/** A look counts when somebody who may decide opens the page; a browser's guess of what comes next does not. */
async function keepView(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { request, story }: { request: SeenRequest; story: Story },
): Promise<void> {
  if (c.req.method !== 'GET' || isGuess(c)) return
  if (viewer.counters.unread > 0) await readNoticesOf(platform.db, viewer.personId, request)
  if (!request.decidable) return
  if (story.viewed !== null && story.viewed >= request.version) return
  const kept = await transact(platform.db, (tx) => view(tx, viewer, request))
  if (kept.ok && kept.value) platform.wake()
}

const notices = [
  'reminded',
  'routed',
  'amended',
  'withdrawn',
  'duplicate',
  'asked',
  'answered',
  'commented',
  'claimed',
  'released',
] as const satisfies readonly RequestNotice[]

function noticeIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const asked = c.req.query('notice')
  const notice = notices.find((name) => name === asked)
  if (!notice) return undefined
  const kind = notice === 'duplicate' || notice === 'routed' ? 'info' : 'success'
  return { kind, text: words.for(viewer.reader)(`notice.${notice}`) }
}
