import { Hono } from 'hono'
import { z } from 'zod'
import { isId, type RequestId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/outcome.ts'
import { requestPath } from '../../paths/access-requests.ts'
import { questionFillPath, questionPath } from '../../paths/conversation.ts'
import { frameOf, signedIn, takeHeld, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  html,
  page,
  readForm,
  seeOther,
  textOf,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { offersFor } from '../canned-reasons/offer.query.ts'
import { versionField } from '../decide/decide.form.ts'
import { loadDecision } from '../decide/decide.query.ts'
import { step } from '../domain/lifecycle.ts'
import { putIn } from '../domain/prepared-text.ts'
import type { Refusal } from '../domain/refusals.ts'
import { answerTo } from '../refusal-answers.ts'
import { readConversation } from '../request/conversation.query.ts'
import { requestIn, showUnsent } from '../request/request.route.tsx'
import { elseSuspended } from '../suspended/suspended.route.tsx'
import { askForInformation } from './ask-for-information.ts'
import { QuestionPage, type QuestionPageProps } from './question.page.tsx'

const form = z.strictObject({ version: versionField, prepared: z.string().optional(), question: z.string() })
const loose = z.strictObject({
  version: z.string().optional(),
  prepared: z.string().optional(),
  question: z.string().optional(),
})

type Shown = Pick<QuestionPageProps, 'typed' | 'error' | 'problem'> & {
  readonly status?: 200 | 409 | 422
}

/** Asking the requester something: the page, the act, and the form with a prepared text in it. */
export function questionRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(
      questionPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
          return show(c, platform, viewer, { typed: { text: textOf(held ?? {}, 'question') } })
        },
      }),
    )
    .post(questionPath.pattern, sendQuestion(platform))
    .post(questionFillPath.pattern, page({ who, show: (c, viewer) => fill(c, platform, viewer) }))
}

function sendQuestion(platform: Platform): (c: Ctx) => Promise<Response> {
  const id = (c: Ctx) => c.req.param('id') ?? ''
  return command(platform, {
    who: signedIn(platform),
    form,
    run: async (tx, viewer, { question: text, version }, c) =>
      isId(id(c))
        ? askForInformation(tx, viewer, { id: id(c) as RequestId, text, version })
        : refuse<Refusal>({ code: 'not-found' }),
    invalid: (c, viewer, { typed }) => {
      const problem = answerTo({ code: 'stale-version', version: 0 }, viewer.reader).text
      return show(c, platform, viewer, { typed: { text: textOf(typed, 'question') }, problem, status: 422 })
    },
    refused: (c, viewer, { refusal, typed }) => {
      const text = textOf(typed, 'question')
      const answer = answerTo(refusal, viewer.reader)
      if (refusal.code === 'text-unfit') {
        return show(c, platform, viewer, { typed: { text }, error: answer.text, status: 422 })
      }
      if (refusal.code === 'stale-version') {
        return show(c, platform, viewer, { typed: { text }, problem: answer.text, status: 409 })
      }
      return showUnsent(c, platform, viewer, { refusal, unsent: text })
    },
    done: (c, _, asked) => seeOther(c, requestPath.to(asked, 'asked')),
  })
}

async function fill(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const read = readForm(c, loose)
  const text = textOf(read.typed, 'question')
  const chosen = textOf(read.typed, 'prepared')
  const request = await requestIn(c, platform, viewer)
  if (!request) return elseSuspended(c, platform, viewer, text)
  const offers = await offersFor(platform.db, viewer.reader, request, 'QUESTION')
  const offer = offers.find(({ id }) => id === chosen)
  return show(c, platform, viewer, { typed: { text: offer ? putIn(text, offer.text) : text, chosen } })
}

/** The page, for whoever may ask; for others the request's page with the reason why not. */
async function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { status = 200, ...shown }: Shown,
): Promise<Response> {
  const unsent = shown.typed?.text
  const request = await requestIn(c, platform, viewer)
  if (!request) return elseSuspended(c, platform, viewer, unsent)
  const [view, offers, { questions }] = await Promise.all([
    loadDecision(platform.db, viewer, request),
    offersFor(platform.db, viewer.reader, request, 'QUESTION'),
    readConversation(platform.db, viewer, request),
  ])
  if (!view) return showUnsent(c, platform, viewer, { refusal: { code: 'not-an-approver' }, unsent })
  const next = step(request, 'ask-for-information')
  if (!next.ok) return showUnsent(c, platform, viewer, { refusal: next.refusal, unsent })
  const { informationRounds: max } = request.patience
  const left = max - questions.length
  if (left <= 0) {
    return showUnsent(c, platform, viewer, { refusal: { code: 'too-many-questions', max }, unsent })
  }
  const frame = frameOf(c, platform, viewer)
  return html(c, <QuestionPage frame={frame} view={view} offers={offers} left={left} {...shown} />, status)
}
