import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { carryOutPath, chosenUsersPath } from '../../paths/members.ts'
import { askForPassword, typedPasswordRecently, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, fieldsOf, MalformedForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { findSelection } from '../selections.store.ts'
import { changingSeveral } from '../seeing.ts'
import { carryOutSome, mostAtOnce, startCarryingOut } from './carry-out.ts'

/** The press that carries out what was planned. */
export function carryOutRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().post(
    carryOutPath.pattern,
    changingSeveral(platform, (c, viewer, seen) => start(c, platform, viewer, seen)),
  )
}

async function start(c: Ctx, platform: Platform, viewer: Viewer, seen: SeenAccount): Promise<Response> {
  if (Object.keys(fieldsOf(c)).length > 0) throw new MalformedForm('unknown field')
  const { db } = platform
  const which = { by: viewer.personId, id: c.req.param('id') ?? '' }
  const selection = await findSelection(db, which)
  if (selection?.accountId !== seen.account.id) return c.notFound()
  const path = chosenUsersPath.to(seen.account.identifier, which.id)
  const isPowerful = selection.items.some((item) => item.problem === null && item.isPowerful)
  if (selection.startedAt === null && isPowerful && !typedPasswordRecently(viewer))
    return askForPassword(c, platform, viewer, path)
  const started = await transact(db, (tx) =>
    startCarryingOut(tx, which, { now: viewer.now, isSure: typedPasswordRecently(viewer) }),
  )
  // Pressed twice: the page shows how far the first press has come.
  if (!started.ok) return seeOther(c, path)
  const short = started.value.items.filter(({ problem }) => problem === null).length <= mostAtOnce
  if (short) await carryOutSome(db, viewer, which, mostAtOnce)
  platform.wake()
  return seeOther(c, path)
}
