import { Hono } from 'hono'
import { type HeldIn, heldIn } from '../../accounts/index.ts'
import { leavePath } from '../../paths/access.ts'
import { smartAccountsPath } from '../../paths/accounts.ts'
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
import { recordAttempt } from '../attempt.ts'
import { answerTo } from '../refusal-answers.ts'
import { leave, whyNotRemoved } from '../remove-member/remove-member.ts'
import { sayGrant } from '../say.ts'
import { LeavePage } from './leave.page.tsx'

type Then = (c: Ctx, viewer: Viewer, own: HeldIn) => Response | Promise<Response>

/** Leaving an account: the page that asks, and the act; for whoever holds nothing there, as if there were none. */
export function leaveRoutes(platform: Platform): Hono<Env> {
  const own = (then: Then) =>
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const found = await heldIn(platform.db, viewer, c.req.param('identifier') ?? '')
        return found && found.held.length > 0 ? then(c, viewer, found) : c.notFound()
      },
    })
  return new Hono<Env>()
    .get(
      leavePath.pattern,
      own(async (c, viewer, found) => {
        const accountId = found.account.id
        const refusal = await whyNotRemoved(platform.db, viewer, { accountId, personId: viewer.personId })
        if (!refusal) return show(c, platform, viewer, { found })
        const { status, text } = answerTo(refusal, viewer.reader)
        return show(c, platform, viewer, { found, problem: text, status })
      }),
    )
    .post(
      leavePath.pattern,
      own((c, viewer, found) => act(c, platform, viewer, found)),
    )
}

type Shown = {
  readonly found: HeldIn
  readonly problem?: string
  readonly status?: 403 | 404 | 409 | 422 | 429
}

function show(c: Ctx, platform: Platform, viewer: Viewer, { found, problem, status }: Shown): Response {
  const { account, held, tree } = found
  const said = held.map((grant) => sayGrant(viewer.reader, grant, tree))
  const frame = frameOf(c, platform, viewer)
  return html(c, <LeavePage frame={frame} account={account} held={said} problem={problem} />, status ?? 200)
}

async function act(c: Ctx, platform: Platform, viewer: Viewer, found: HeldIn): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const accountId = found.account.id
  const outcome = await transact(platform.db, (tx) => leave(tx, viewer, { accountId }))
  if (outcome.ok) {
    platform.wake()
    return seeOther(c, withQuery(smartAccountsPath.to(), { done: 'left' }))
  }
  const { refusal } = outcome
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  await recordAttempt(platform.db, { accountId, by: viewer.personId, refusal })
  const { status, text } = answerTo(refusal, viewer.reader)
  return show(c, platform, viewer, { found, problem: text, status })
}
