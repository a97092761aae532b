import { Hono } from 'hono'
import { findGrant, type StoredGrant, treeOf } from '../../accounts/index.ts'
import { type GrantId, isId, type PersonId } from '../../kernel/id.ts'
import { accountReviewsPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { reactivatePath } from '../../paths/reviews.ts'
import { askForPassword, frameOf, signedIn, type Viewer } from '../../people/index.ts'
import { approverOf } from '../../access-requests/index.ts'
import { grantsOf } from '../../accounts/index.ts'
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
import { mayReview } from '../domain/answering.ts'
import { words } from '../messages/index.ts'
import { type Reviewing, reviewingIn } from '../sight.ts'
import { nameOfHolder } from './holder.query.ts'
import { reactivateAccess } from './reactivate-access.ts'
import { ReactivatePage } from './reactivate.page.tsx'

type Found = Reviewing & { readonly grant: StoredGrant; readonly name: string }

/** Letting suspended access work again: the page that asks, and the act. */
export function reactivateRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const { pattern } = reactivatePath
  return new Hono<Env>()
    .get(pattern, page({ who, show: (c, viewer) => ask(c, platform, viewer) }))
    .post(pattern, page({ who, show: (c, viewer) => act(c, platform, viewer) }))
}

/** The suspended grant of a path, for whoever could let it work again; for others there is no such page. */
async function find(c: Ctx, { db }: Platform, viewer: Viewer): Promise<Found | undefined> {
  const reviewing = await reviewingIn(db, viewer, c.req.param('identifier') ?? '')
  const id = c.req.param('id') ?? ''
  if (!reviewing || !isId(id)) return undefined
  const accountId = reviewing.seen.account.id
  const grant = await findGrant(db, { accountId, id: id as GrantId })
  if (!grant || grant.suspendedAt === null || !(await isTheirs(db, viewer, grant))) return undefined
  return { ...reviewing, grant, name: await nameOfHolder(db, grant.personId) }
}

async function isTheirs(db: Platform['db'], viewer: Viewer, grant: StoredGrant): Promise<boolean> {
  const whose = { accountId: grant.accountId, personId: viewer.personId as PersonId }
  const by = approverOf(viewer, await grantsOf(db, whose), await treeOf(db, grant.accountId))
  return mayReview(grant, by).ok
}

async function ask(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const found = await find(c, platform, viewer)
  return found ? show(c, platform, viewer, { found }) : c.notFound()
}

async function act(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const found = await find(c, platform, viewer)
  if (!found) return c.notFound()
  const which = { accountId: found.grant.accountId, id: found.grant.id }
  const outcome = await transact(platform.db, (tx) => reactivateAccess(tx, viewer, which))
  if (outcome.ok) {
    platform.wake()
    return seeOther(
      c,
      withQuery(accountReviewsPath.to(found.seen.account.identifier), { done: 'reactivated' }),
    )
  }
  if (outcome.refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  return show(c, platform, viewer, {
    found,
    problem: words.for(viewer.reader)(`refused.${outcome.refusal.code}`),
  })
}

function show(
  c: Ctx,
  platform: Platform,
  viewer: Viewer,
  { found, problem }: { found: Found; problem?: string },
): Response | Promise<Response> {
  const frame = frameOf(c, platform, viewer)
  const status = problem === undefined ? 200 : 409
  return html(c, <ReactivatePage frame={frame} {...found} problem={problem} />, status)
}
