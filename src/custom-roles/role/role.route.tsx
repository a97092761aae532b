import { Hono } from 'hono'
import type { SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import {
  accountRolesPath,
  bringBackRolePath,
  retireRolePath,
  rolePath,
  roleVersionsPath,
} from '../../paths/custom-roles.ts'
import { frameOf, type Viewer } from '../../people/index.ts'
import { type Tx, transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { type ListedRole, roleSeen } from '../custom-roles.store.ts'
import type { RoleRefusal } from '../domain/wanted-role.ts'
import { words } from '../messages/index.ts'
import { bringBackRole } from '../retire-role/bring-back-role.ts'
import { RetireRolePage } from '../retire-role/retire.page.tsx'
import { retireRole } from '../retire-role/retire-role.ts'
import { sayRefusal } from '../say.ts'
import { mayWriteRole, placesSeen, seeingRoles, writes, writingRoles } from '../seeing.ts'
import { RolePage } from './role.page.tsx'
import { firstHolders, stillGiving, versionsOf } from './role.query.ts'
import { RoleVersionsPage } from './versions.page.tsx'

const mostNamed = 3
const versionsAPage = 30
// Above every version there is.
const newest = 2_147_483_647

/** A role, and who looks at it. */
export type OneRole = { readonly viewer: Viewer; readonly seen: SeenAccount; readonly role: ListedRole }

/** One role: what it may do, what it was before, and its end. */
export function roleRoutes(platform: Platform): Hono<Env> {
  const seeing = (then: (c: Ctx, about: OneRole) => Promise<Response>) =>
    seeingRoles(platform, (c, viewer, seen) => withRole(c, platform, { viewer, seen }, then))
  const writing = (then: (c: Ctx, about: OneRole) => Promise<Response>) =>
    writingRoles(platform, (c, viewer, seen) => withRole(c, platform, { viewer, seen }, then))
  return new Hono<Env>()
    .get(
      rolePath.pattern,
      seeing((c, about) => show(c, platform, about)),
    )
    .get(
      roleVersionsPath.pattern,
      seeing((c, about) => showVersions(c, platform, about)),
    )
    .get(
      retireRolePath.pattern,
      writing((c, about) => askToRetire(c, platform, about)),
    )
    .post(
      retireRolePath.pattern,
      writing((c, about) => retire(c, platform, about)),
    )
    .post(
      bringBackRolePath.pattern,
      writing((c, about) => bringBack(c, platform, about)),
    )
}

async function withRole(
  c: Ctx,
  { db }: Platform,
  { viewer, seen }: Omit<OneRole, 'role'>,
  then: (c: Ctx, about: OneRole) => Promise<Response>,
): Promise<Response> {
  const role = await roleIn(c, db, seen)
  return role ? then(c, { viewer, seen, role }) : c.notFound()
}

/** The role in the address, with how many hold it of those whom the viewer sees. */
export async function roleIn(c: Ctx, db: Platform['db'], seen: SeenAccount): Promise<ListedRole | undefined> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? roleSeen(db, { accountId: seen.account.id, id }, placesSeen(seen)) : undefined
}

/** The first of those who hold a role, and what still gives it, as the viewer sees them. */
export async function lookAtRole(db: Platform['db'], { seen, role }: OneRole) {
  const which = { accountId: seen.account.id, id: role.id }
  const holders = await firstHolders(db, { ...which, within: placesSeen(seen), most: mostNamed })
  return { holders, giving: await stillGiving(db, which) }
}

async function show(
  c: Ctx,
  platform: Platform,
  about: OneRole,
  {
    problem,
    status = 200,
  }: { readonly problem?: string; readonly status?: 200 | 403 | 404 | 409 | 422 } = {},
): Promise<Response> {
  const { viewer, seen, role } = about
  return html(
    c,
    <RolePage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      role={role}
      {...(await lookAtRole(platform.db, about))}
      mayWrite={mayWriteRole(seen, viewer, role)}
      mayMake={writes(seen).length > 0}
      flash={problem === undefined ? flashIn(c, viewer) : undefined}
      problem={problem}
    />,
    status,
  )
}

function flashIn(c: Ctx, viewer: Viewer): Flash | undefined {
  const t = words.for(viewer.reader)
  const n = Math.min(Number(c.req.query('n')) || 0, 100_000)
  const texts: Partial<Record<string, string>> = {
    made: t('done.made'),
    changed: n > 0 ? t('done.changed', { n }) : t('done.saved'),
    'brought-back': t('done.brought-back'),
  }
  const text = texts[c.req.query('done') ?? '']
  return text === undefined ? undefined : { kind: 'success', text }
}

async function showVersions(c: Ctx, platform: Platform, { viewer, seen, role }: OneRole): Promise<Response> {
  const bound = { person: viewer.personId, filter: `role-versions:${role.id}`, now: viewer.now }
  const [before] = platform.cursors.open(c.req.query('after') ?? '', bound) ?? []
  const versions = await versionsOf(platform.db, {
    accountId: seen.account.id,
    id: role.id,
    before: Number(before) || newest,
    most: versionsAPage + 1,
  })
  const last = versions.length > versionsAPage ? versions[versionsAPage - 1] : undefined
  return html(
    c,
    <RoleVersionsPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      role={role}
      versions={versions.slice(0, versionsAPage)}
      next={last && platform.cursors.seal([String(last.version)], bound)}
    />,
  )
}

async function askToRetire(
  c: Ctx,
  platform: Platform,
  about: OneRole,
  {
    problem,
    status = 200,
  }: { readonly problem?: string; readonly status?: 200 | 403 | 404 | 409 | 422 } = {},
): Promise<Response> {
  const { viewer, seen, role } = about
  if (role.retiredAt !== null) return seeOther(c, rolePath.to(seen.account.identifier, role.id))
  const frame = frameOf(c, platform, viewer)
  const looked = await lookAtRole(platform.db, about)
  return html(
    c,
    <RetireRolePage frame={frame} seen={seen} role={role} {...looked} problem={problem} />,
    status,
  )
}

async function retire(c: Ctx, platform: Platform, about: OneRole): Promise<Response> {
  const { viewer, seen, role } = about
  const which = { accountId: seen.account.id, id: role.id }
  const outcome = await act(platform, (tx) => retireRole(tx, viewer, which))
  if (outcome.ok) return seeOther(c, `${accountRolesPath.to(seen.account.identifier)}?done=retired`)
  const { text, status } = sayRefusal(viewer.reader, outcome.refusal)
  return askToRetire(c, platform, about, { problem: text, status })
}

async function bringBack(c: Ctx, platform: Platform, about: OneRole): Promise<Response> {
  const { viewer, seen, role } = about
  const which = { accountId: seen.account.id, id: role.id }
  const outcome = await act(platform, (tx) => bringBackRole(tx, viewer, which))
  if (outcome.ok) return seeOther(c, `${rolePath.to(seen.account.identifier, role.id)}?done=brought-back`)
  const { text, status } = sayRefusal(viewer.reader, outcome.refusal)
  return show(c, platform, about, { problem: text, status })
}

async function act<Value>(
  platform: Platform,
  run: (tx: Tx) => Promise<Outcome<Value, RoleRefusal>>,
): Promise<Outcome<Value, RoleRefusal>> {
  const outcome = await transact(platform.db, run)
  if (outcome.ok) platform.wake()
  return outcome
}
