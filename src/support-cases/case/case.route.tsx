import { type CaseId, isId } from '../../kernel/id.ts'
import type { CaseNotice } from '../../paths/support-cases.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { type Ctx, html, isGuess, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { findCase, type SeenCase } from '../case.store.ts'
import { recordLook } from '../look/look.store.ts'
import { words } from '../messages/index.ts'
import type { CaseAnswer } from '../refusal-answers.ts'
import { CasePage, type CasePageProps } from './case.page.tsx'
import type { Mistake } from './mistake.ts'
import { readThread } from './thread.query.ts'

/** The page of one case; there is none for whoever may not see it. An agent's look is recorded before anything is shown. */
export function showCase(platform: Platform): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const one = await caseIn(c, platform, viewer)
      if (!one) return c.notFound()
      // An agent's look leaves a trace, so nothing is shown to a browser that only guesses.
      if (one.seat === 'SUPPORT' && isGuess(c)) return c.body(null, 503)
      return html(c, <CasePage {...(await propsOf(c, platform, viewer, one))} flash={noticeIn(c, viewer)} />)
    },
  })
}

/** What is shown after something was not done: what was typed where it was typed, or the reason on top. */
export type NotDone = {
  readonly status: CaseAnswer['status'] | 422
  readonly mistake?: Mistake
  /** Why it was not done, when that belongs to no field. */
  readonly refused?: string
}

/** The page of the case again, as it stands now, with why something was not done. */
export async function showNotDone(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { status, mistake, refused }: NotDone,
): Promise<Response> {
  const one = await caseIn(c, platform, viewer)
  if (!one || status === 404) return c.notFound()
  const title = words.for(viewer.reader)('notice.refused')
  const flash: Flash | undefined =
    refused === undefined ? undefined : { kind: 'danger', title, text: refused }
  const props = await propsOf(c, platform, viewer, one)
  return html(c, <CasePage {...props} mistake={mistake} flash={flash} />, status)
}

/** The id that the address names; undefined when it has not the shape of one. */
export function caseIdIn(c: Ctx): CaseId | undefined {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (id as CaseId) : undefined
}

/** The case that the address names, when the viewer may see it. */
export async function caseIn(c: Ctx, platform: Platform, viewer: Viewer): Promise<SeenCase | undefined> {
  const id = caseIdIn(c)
  return id && findCase(platform.db, viewer, id)
}

async function propsOf(c: Ctx, platform: Platform, viewer: Viewer, one: SeenCase): Promise<CasePageProps> {
  if (one.seat === 'SUPPORT' && c.req.method !== 'HEAD') {
    const { accountId, requestId, id: caseId } = one
    if (await recordLook(platform.db, viewer.personId, { accountId, requestId, caseId })) platform.wake()
  }
  return {
    frame: frameOf(c, platform, viewer),
    viewerId: viewer.personId,
    isAgent: viewer.isSupport,
    now: viewer.now,
    one,
    thread: await readThread(platform.db, one),
    mayDecide: platform.settings.supportMayDecide,
  }
}

const notices = [
  'opened',
  'escalated',
  'written',
  'noted',
  'solved',
  'reopened',
  'assigned',
  'released',
  'proof',
  'handed-back',
  'proposed',
  'dropped',
  'decided',
] as const satisfies readonly CaseNotice[]

function noticeIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const notice = notices.find((name) => name === c.req.query('notice'))
  return notice && { kind: 'success', text: words.for(viewer.reader)(`notice.${notice}`) }
}
