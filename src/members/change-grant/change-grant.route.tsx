import { Hono } from 'hono'
import { endMomentOf, typedEnd } from '../../accounts/domain/end-moment.ts'
import { coverage, type Scope } from '../../accounts/domain/rights.ts'
import { customRolesOf, findGrant, placesNamed, type SeenAccount } from '../../accounts/index.ts'
import { type GrantId, isId, type VirtualAccountId } from '../../kernel/id.ts'
import { accountUsersPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { changeGrantPath } from '../../paths/members.ts'
import { nameOf } from '../../people/domain/viewer.ts'
import { askForPassword, frameOf, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  type FieldErrors,
  html,
  readForm,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { changing } from '../add-members/add-members.route.tsx'
import { recordAttempt } from '../attempt.ts'
import { answerTo } from '../refusal-answers.ts'
import { findUser } from '../person/person.route.tsx'
import type { UserGrant, UserRow } from '../users/users.query.ts'
import { changeForm } from './change-grant.form.ts'
import { ChangeGrantPage } from './change-grant.page.tsx'
import { changeGrant } from './change-grant.ts'

type Found = {
  readonly viewer: Viewer
  readonly seen: SeenAccount
  readonly row: UserRow
  readonly grant: UserGrant
}

/** Changing one grant: the page, and the act. */
export function changeGrantRoutes(platform: Platform): Hono<Env> {
  const { pattern } = changeGrantPath
  const found = (then: (c: Ctx, found: Found) => Response | Promise<Response>) =>
    changing(platform, async (c, viewer, seen) => {
      const one = await findIn(c, platform, seen)
      return one ? then(c, { viewer, seen, ...one }) : c.notFound()
    })
  return new Hono<Env>()
    .get(
      pattern,
      found(async (c, one) => {
        const path = new URL(c.req.url).pathname
        const typed = await takeHeld(platform.db, one.viewer.personId, path)
        return show(c, platform, one, typed ? { typed } : {})
      }),
    )
    .post(
      pattern,
      found((c, one) => act(c, platform, one)),
    )
}

async function findIn(c: Ctx, { db }: Platform, seen: SeenAccount) {
  const id = c.req.param('id') ?? ''
  const accountId = seen.account.id
  const stored = isId(id) ? await findGrant(db, { accountId, id: id as GrantId }) : undefined
  const row = stored && (await findUser(db, seen, stored.personId))
  const grant = row?.grants.find((one) => one.id === id)
  return row && grant ? { row, grant } : undefined
}

async function show(
  c: Ctx,
  platform: Platform,
  { viewer, seen, row, grant }: Found,
  again: { typed?: Typed; errors?: FieldErrors; problem?: string; status?: number } = {},
): Promise<Response> {
  const { typed, errors, problem, status = 200 } = again
  return html(
    c,
    <ChangeGrantPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      ownRoles={await customRolesOf(platform.db, seen.account.id)}
      personId={row.personId}
      name={nameOf(row)}
      grant={grant}
      end={typedEnd(grant.endsAt, seen.account.timeZone)}
      typed={typed}
      errors={errors}
      problem={problem}
    />,
    status as 200,
  )
}

// A virtual account is named by its id, or written as “Paris / Paris Lab” where there are many.
function scopeIn({ tree, rights }: SeenAccount, place: string | null): Scope | undefined {
  if (place === null) return { kind: 'ACCOUNT' }
  const mine = (id: VirtualAccountId) =>
    coverage(rights, 'VV', { kind: 'VIRTUAL', virtualAccountIds: [id] }).covered
  const [id] = isId(place) ? [place as VirtualAccountId] : placesNamed(tree, place, mine).ids
  return id && { kind: 'VIRTUAL', virtualAccountIds: [id] }
}

async function act(c: Ctx, platform: Platform, found: Found): Promise<Response> {
  const { viewer, seen, grant } = found
  const form = readForm(c, changeForm)
  const { typed } = form
  if (!form.ok) return show(c, platform, found, { typed, errors: form.errors, status: 422 })
  const { role, end } = form.value
  const scope = scopeIn(seen, form.value.place)
  if (!scope)
    return show(c, platform, found, { typed, errors: { place: 'change.error.place-unknown' }, status: 422 })
  const endsAt = end === null ? null : (endMomentOf(end, seen.account.timeZone) ?? new Date(Number.NaN))
  const accountId = seen.account.id
  const to = { role, scope, endsAt }
  const outcome = await transact(platform.db, (tx) =>
    changeGrant(tx, viewer, { accountId, id: grant.id, to }),
  )
  if (outcome.ok) {
    platform.wake()
    return seeOther(c, withQuery(accountUsersPath.to(seen.account.identifier), { done: 'changed' }))
  }
  const { refusal } = outcome
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  await recordAttempt(platform.db, { accountId, by: viewer.personId, refusal })
  const { status, text } = answerTo(refusal, viewer.reader)
  return show(c, platform, found, { typed, problem: text, status })
}
