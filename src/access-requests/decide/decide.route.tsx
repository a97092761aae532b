import { Hono } from 'hono'
import type { z } from 'zod'
import type { Given } from '../../accounts/domain/rights.ts'
import { isId, type RequestId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { declineFillPath } from '../../paths/conversation.ts'
import { approvePath, decidedPath, declinePath } from '../../paths/decisions.ts'
import { askForPassword, frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  type FieldErrors,
  html,
  page,
  pageAfterAll,
  pageless,
  readForm,
  seeOther,
  textOf,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { offersFor } from '../canned-reasons/offer.query.ts'
import { putIn } from '../domain/prepared-text.ts'
import { isAttempt } from '../domain/refusals.ts'
import { words } from '../messages/index.ts'
import { answerTo } from '../refusal-answers.ts'
import { findRequest, type SeenRequest } from '../requests.store.ts'
import { mostVirtualAccounts } from '../domain/request.ts'
import { placesWritten } from '../submit/written-places.ts'
import { elseSuspended } from '../suspended/suspended.route.tsx'
import { ApprovePage } from './approve.page.tsx'
import { recordAttempt } from './attempt.ts'
import { choicesOf } from './choices.ts'
import { ConfirmPage } from './confirm.page.tsx'
import { approveForm, declineFillForm, declineForm } from './decide.form.ts'
import { type DecisionView, deciderName, loadDecision } from './decide.query.ts'
import {
  type ApproveForm,
  approveRequest,
  type Decided,
  type DecideRefusal,
  declineRequest,
} from './decide.ts'
import { DecidedPage } from './decided.page.tsx'
import { loadDecided } from './decided.query.ts'
import { DeclinePage } from './decline.page.tsx'
import { RefusedPage } from './refused.page.tsx'

type Verb = 'approve' | 'decline'
type Shown = { typed?: Typed | undefined; errors?: FieldErrors | undefined; problem?: string | undefined }
type Refused = { refusal: DecideRefusal; typed: Typed }

const lists: Record<Verb, readonly string[]> = { approve: ['va'], decline: [] }

/** Deciding one request: the pages that ask, the acts, and what was decided. */
export function decideRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const app = new Hono<Env>()
  for (const verb of ['approve', 'decline'] as const) {
    const { pattern } = verb === 'approve' ? approvePath : declinePath
    app.get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer, verb) }))
    app.post(
      pattern,
      page<Viewer>({ who: pageless(who), show: (c, viewer) => act(c, platform, viewer, verb) }),
    )
  }
  app.post(declineFillPath.pattern, page({ who, show: (c, viewer) => fillDecline(c, platform, viewer) }))
  app.get(decidedPath.pattern, page({ who, show: (c, viewer) => showDecided(c, platform, viewer) }))
  return app
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer, verb: Verb): Promise<Response> {
  const view = await viewOf(c, platform, viewer)
  if (view instanceof Response) return view
  const typed = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  return form(c, platform, viewer, { verb, view, typed: typed ?? undefined, status: 200 })
}

// Nothing is sent: the form comes back with a prepared text in it.
async function fillDecline(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const { typed } = readForm(c, declineFillForm)
  const view = await viewOf(c, platform, viewer)
  if (view instanceof Response) return view
  const offers = await offersFor(platform.db, viewer.reader, view.request, 'DECLINE')
  const offer = offers.find(({ id }) => id === typed['prepared'])
  const text = typeof typed['text'] === 'string' ? typed['text'] : ''
  const filled = offer ? { ...typed, text: putIn(text, offer.text) } : typed
  return form(c, platform, viewer, { verb: 'decline', view, typed: filled, status: 200 })
}

async function act(c: Ctx, platform: Platform, viewer: Viewer, verb: Verb): Promise<Response> {
  const id = idIn(c)
  if (!id) return pageAfterAll(c, signedIn(platform), () => c.notFound())
  const schema = verb === 'approve' ? approveForm : declineForm
  const read = readForm(c, schema, lists[verb])
  if (!read.ok) {
    const { typed, errors } = read
    return again(c, platform, (seen, view) =>
      form(c, platform, seen, { verb, view, typed, errors, status: 422 }),
    )
  }
  const sent = 'code' in read.value ? read.value : await withWritten(c, platform, viewer, read.value)
  if (sent === undefined) {
    const errors = { places: 'decide.error.places' }
    return again(c, platform, (seen, view) =>
      form(c, platform, seen, { verb, view, typed: read.typed, errors, status: 422 }),
    )
  }
  const outcome = await transact(
    platform.db,
    (tx): Promise<Outcome<Decided, DecideRefusal>> =>
      'code' in sent ? declineRequest(tx, viewer, id, sent) : approveRequest(tx, viewer, id, sent),
  )
  if (!outcome.ok) return refused(c, platform, viewer, { verb, refusal: outcome.refusal, typed: read.typed })
  platform.wake()
  return seeOther(c, decidedPath.to(id))
}

// Names stand for what this approver can choose, and for nothing else; undefined when one stands for nothing.
async function withWritten(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { places, ...sent }: z.output<typeof approveForm>,
): Promise<ApproveForm | undefined> {
  if (places.trim() === '' || sent.scope.kind !== 'VIRTUAL') return sent
  const view = await viewOf(c, platform, viewer)
  // Whoever cannot decide it is told so by the act itself.
  if (view instanceof Response) return sent
  const offered = new Set(choicesOf(view).virtualAccounts.map(({ id }) => id))
  const { ids, unknown } = placesWritten(view.tree.virtualAccounts, places, offered)
  const all = [...new Set([...sent.scope.virtualAccountIds, ...ids])]
  const fits = unknown.length === 0 && all.length <= mostVirtualAccounts
  return fits ? { ...sent, scope: { kind: 'VIRTUAL', virtualAccountIds: all } } : undefined
}

async function refused(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { verb, refusal, typed }: Refused & { verb: Verb },
): Promise<Response> {
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  if (refusal.code === 'not-found') {
    const unsent = textOf(typed, verb === 'approve' ? 'note' : 'text')
    return pageAfterAll(c, signedIn(platform), (seen) => elseSuspended(c, platform, seen, unsent))
  }
  if (isSameAgain(refusal, verb, viewer)) return seeOther(c, decidedPath.to(idIn(c) ?? ''))
  await note(c, platform, viewer, refusal)
  return again(c, platform, (seen, view) => {
    if (refusal.code === 'confirmation-needed') return confirm(c, platform, seen, { view, typed, ...refusal })
    const { status, text, field } = answerOf(refusal, seen)
    const shown = field ? { errors: { [field.name]: field.key } } : { problem: text }
    return form(c, platform, seen, { verb, view, typed, ...shown, status })
  })
}

/** What was sent is answered with a page: with what one needs to decide, or what says why this person cannot. */
function again(
  c: Ctx,
  platform: Platform,
  show: (viewer: Viewer, view: DecisionView) => Response | Promise<Response>,
): Promise<Response> {
  return pageAfterAll(c, signedIn(platform), async (viewer) => {
    const view = await viewOf(c, platform, viewer)
    return view instanceof Response ? view : show(viewer, view)
  })
}

// Pressed twice, or sent again after a lost answer: it is done, and by this person.
function isSameAgain(refusal: DecideRefusal, verb: Verb, viewer: Viewer): boolean {
  if (refusal.code !== 'already-settled' || refusal.decidedBy !== viewer.personId) return false
  return refusal.status === (verb === 'approve' ? 'APPROVED' : 'DECLINED')
}

// Reaching for more than one has is kept, in a transaction of its own.
async function note(c: Ctx, platform: Platform, viewer: Viewer, refusal: DecideRefusal): Promise<void> {
  const id = idIn(c)
  if (!id || refusal.code === 'confirmation-needed' || refusal.code === 'nothing-to-give') return
  if (isAttempt(refusal)) await transact(platform.db, (tx) => recordAttempt(tx, viewer, id, refusal))
}

type Answer = {
  status: 200 | 403 | 404 | 409 | 422 | 429
  text: string
  field?: { name: string; key: string }
}

const atField: Partial<Record<DecideRefusal['code'], { name: string; key: string }>> = {
  'note-required': { name: 'note', key: 'decide.error.note-required' },
  'role-scope-mismatch': { name: 'role', key: 'decide.error.mismatch' },
  'unknown-virtual-account': { name: 'va', key: 'decide.error.va' },
  'end-out-of-range': { name: 'ends', key: 'decide.error.range' },
}

function answerOf(refusal: Exclude<DecideRefusal, { code: 'confirmation-needed' }>, viewer: Viewer): Answer {
  if (refusal.code === 'nothing-to-give')
    return { status: 409, text: words.for(viewer.reader)('decide.nothing-to-give') }
  const field = atField[refusal.code]
  const answer = answerTo(refusal, viewer.reader)
  return field ? { ...answer, field } : answer
}

/** What the viewer needs to decide the request of this path, or the answer that says why they cannot. */
async function viewOf(c: Ctx, platform: Platform, viewer: Viewer): Promise<DecisionView | Response> {
  const id = idIn(c)
  const request = id && (await findRequest(platform.db, viewer, id))
  if (!request) return elseSuspended(c, platform, viewer)
  const view = await loadDecision(platform.db, viewer, request)
  if (view) return view
  return request.settledAt === null
    ? cannot(c, platform, viewer, request)
    : isOver(c, platform, viewer, { request, settledAt: request.settledAt })
}

function cannot(c: Ctx, platform: Platform, viewer: Viewer, request: SeenRequest): Response {
  const code = request.mine ? 'own-request' : 'not-an-approver'
  const { status, text } = answerTo({ code }, viewer.reader)
  return html(
    c,
    <RefusedPage frame={frameOf(c, platform, viewer)} request={request} text={text} />,
    status as 200,
  )
}

async function isOver(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { request, settledAt }: { readonly request: SeenRequest; readonly settledAt: Date },
): Promise<Response> {
  const isPost = c.req.method === 'POST'
  const { status, decidedAt, decidedBy } = request
  // The button back leads here after one's own decision.
  if (!isPost && decidedBy === viewer.personId) return seeOther(c, decidedPath.to(request.id))
  const settled = { code: 'already-settled', status, decidedAt: decidedAt ?? settledAt, decidedBy } as const
  const answer = answerTo(settled, viewer.reader, await deciderName(platform.db, decidedBy))
  return html(
    c,
    <RefusedPage frame={frameOf(c, platform, viewer)} request={request} text={answer.text} />,
    isPost ? (answer.status as 200) : 200,
  )
}

async function form(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { verb, view, status, ...shown }: Shown & { verb: Verb; view: DecisionView; status: Answer['status'] },
): Promise<Response> {
  const frame = frameOf(c, platform, viewer)
  if (verb === 'approve') {
    return html(c, <ApprovePage frame={frame} view={view} {...shown} />, status as 200)
  }
  const offers = await offersFor(platform.db, viewer.reader, view.request, 'DECLINE')
  return html(c, <DeclinePage frame={frame} view={view} offers={offers} {...shown} />, status as 200)
}

function confirm(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { view, typed, given, isFirst }: { view: DecisionView; typed: Typed; given: Given; isFirst: boolean },
): Response {
  const frame = frameOf(c, platform, viewer)
  return html(c, <ConfirmPage frame={frame} view={view} given={given} isFirst={isFirst} typed={typed} />)
}

async function showDecided(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const id = idIn(c)
  const decided = id && (await loadDecided(platform.db, viewer, id))
  if (!decided) return elseSuspended(c, platform, viewer)
  return html(
    c,
    <DecidedPage frame={frameOf(c, platform, viewer)} decided={decided} left={viewer.counters.toDecide} />,
  )
}

function idIn(c: Ctx): RequestId | undefined {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as RequestId) : undefined
}
