import { Hono } from 'hono'
import { managedAccount, type SeenAccount } from '../../accounts/index.ts'
import { accountUsersPath, smartAccountsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { removeUserPath } from '../../paths/members.ts'
import { nameOf } from '../../people/domain/viewer.ts'
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
import { findUser } from '../person/person.route.tsx'
import { answerTo } from '../refusal-answers.ts'
import { sayGrant } from '../say.ts'
import type { UserRow } from '../users/users.query.ts'
import { RemoveMemberPage } from './remove-member.page.tsx'
import { removeMember, whyNotRemoved } from './remove-member.ts'

type Found = { readonly viewer: Viewer; readonly seen: SeenAccount; readonly row: UserRow }

/** Ending all that somebody holds in an account: the page that asks, and the act. */
export function removeMemberRoutes(platform: Platform): Hono<Env> {
  const { pattern } = removeUserPath
  const found = (then: (c: Ctx, found: Found) => Response | Promise<Response>) =>
    page({
      who: signedIn(platform),
      async show(c, viewer) {
        const { db } = platform
        const seen = await managedAccount(db, viewer, c.req.param('identifier') ?? '')
        const row = seen && (await findUser(db, seen, c.req.param('id') ?? ''))
        return seen && row ? then(c, { viewer, seen, row }) : c.notFound()
      },
    })
  return new Hono<Env>()
    .get(
      pattern,
      found(async (c, one) => show(c, platform, one, await foreseen(platform, one))),
    )
    .post(
      pattern,
      found((c, one) => act(c, platform, one)),
    )
}

// Nobody is asked to press what would be refused.
async function foreseen({ db }: Platform, { viewer, seen, row }: Found): Promise<Shown> {
  const refusal = await whyNotRemoved(db, viewer, { accountId: seen.account.id, personId: row.personId })
  if (!refusal) return {}
  const { status, text } = answerTo(refusal, viewer.reader)
  return { problem: text, status }
}

type Shown = { readonly problem?: string; readonly status?: number }

function show(
  c: Ctx,
  platform: Platform,
  { viewer, seen, row }: Found,
  { problem, status = 200 }: Shown = {},
): Response {
  return html(
    c,
    <RemoveMemberPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      personId={row.personId}
      name={nameOf(row)}
      isOwn={row.personId === viewer.personId}
      held={row.grants.map((grant) => sayGrant(viewer.reader, grant, seen.tree))}
      problem={problem}
    />,
    status as 200,
  )
}

async function act(c: Ctx, platform: Platform, found: Found): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const { viewer, seen, row } = found
  const accountId = seen.account.id
  const whose = { accountId, personId: row.personId }
  const outcome = await transact(platform.db, (tx) => removeMember(tx, viewer, whose))
  if (outcome.ok) {
    platform.wake()
    const isOwn = row.personId === viewer.personId
    return seeOther(
      c,
      isOwn
        ? withQuery(smartAccountsPath.to(), { done: 'taken-back' })
        : withQuery(accountUsersPath.to(seen.account.identifier), { done: 'removed' }),
    )
  }
  const { refusal } = outcome
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  await recordAttempt(platform.db, { accountId, by: viewer.personId, refusal })
  const { status, text } = answerTo(refusal, viewer.reader)
  return show(c, platform, found, { problem: text, status })
}
