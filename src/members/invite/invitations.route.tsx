import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { withQuery } from '../../paths/decisions.ts'
import { inviteAgainPath, invitationsOfPath, withdrawInvitationPath } from '../../paths/members.ts'
import { frameOf, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, fieldsOf, html, MalformedForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changing } from '../add-members/add-members.route.tsx'
import { answerTo } from '../refusal-answers.ts'
import { placesSeen } from '../seeing.ts'
import { inviteAgain, withdrawInvitation } from './invitation-steps.ts'
import { InvitationsPage, invitationsDone } from './invitations.page.tsx'
import { invitedTo } from './invited.query.ts'

const rowsAPage = 50

type By = { readonly viewer: Viewer; readonly seen: SeenAccount }

/** The open invitations of an account, sending one again, and withdrawing one. */
export function invitationsRoutes(platform: Platform): Hono<Env> {
  const step = (act: typeof inviteAgain, flash: string) =>
    changing(platform, async (c, viewer, seen) => {
      if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
      const id = c.req.param('id') ?? ''
      if (!isId(id)) return c.notFound()
      const which = { accountId: seen.account.id, id }
      const outcome = await transact(platform.db, (tx) => act(tx, viewer, which))
      if (!outcome.ok) {
        const { status, text } = answerTo(outcome.refusal, viewer.reader)
        return show(c, platform, { viewer, seen }, { problem: text, status })
      }
      platform.wake()
      return seeOther(c, withQuery(invitationsOfPath.to(seen.account.identifier), { done: flash }))
    })
  return new Hono<Env>()
    .get(
      invitationsOfPath.pattern,
      changing(platform, (c, viewer, seen) => show(c, platform, { viewer, seen })),
    )
    .post(inviteAgainPath.pattern, step(inviteAgain, 'again'))
    .post(withdrawInvitationPath.pattern, step(withdrawInvitation, 'withdrawn'))
}

async function show(
  c: Ctx,
  platform: Platform,
  { viewer, seen }: By,
  { problem, status = 200 }: { problem?: string; status?: number } = {},
): Promise<Response> {
  const { db, cursors } = platform
  const bound = { person: viewer.personId, filter: `invitations:${seen.account.id}`, now: viewer.now }
  const [after = null] = cursors.open(c.req.query('after') ?? '', bound) ?? []
  const page = { within: placesSeen(seen), after, limit: rowsAPage + 1 }
  const rows = await invitedTo(db, seen.account.id, page)
  const last = rows.length > rowsAPage ? rows[rowsAPage - 1] : undefined
  const path = invitationsOfPath.to(seen.account.identifier)
  return html(
    c,
    <InvitationsPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      rows={rows.slice(0, rowsAPage)}
      next={last && withQuery(path, { after: cursors.seal([last.id], bound) })}
      done={invitationsDone.find((one) => one === c.req.query('done')) ?? null}
      problem={problem}
    />,
    status as 200,
  )
}
