import { Hono } from 'hono'
import { basicActions, completed, type RoleReach } from '../../accounts/domain/custom-role.ts'
import {
  type Action,
  actionsOf,
  type GrantedRole,
  isRole,
  isVirtualRole,
  reachOf,
} from '../../accounts/domain/roles.ts'
import { accountWords, type SeenAccount } from '../../accounts/index.ts'
import { isId } from '../../kernel/id.ts'
import { newRolePath, rolePath } from '../../paths/custom-roles.ts'
import { askForPassword, frameOf, takeHeld, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, readForm, seeOther, type Typed } from '../../platform/http/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Platform } from '../../platform/platform.ts'
import { type ListedRole, rolesOf } from '../custom-roles.store.ts'
import { addedTo, mostRoles } from '../domain/wanted-role.ts'
import { inOrder, saidErrors, saidMistakes, sayRefusal } from '../say.ts'
import { actionsToGive, placesSeen, writes, writingRoles } from '../seeing.ts'
import { RoleFormPage, type RoleFormProps } from './form.page.tsx'
import { makeRole } from './make-role.ts'
import { newRoleForm, roleLists } from './role.form.ts'

type About = { readonly viewer: Viewer; readonly seen: SeenAccount }

/** Making a role: the form, filled from another one where wanted, and what it sends. */
export function newRoleRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>()
    .get(
      newRolePath.pattern,
      writingRoles(platform, (c, viewer, seen) => show(c, platform, { viewer, seen })),
    )
    .post(
      newRolePath.pattern,
      writingRoles(platform, (c, viewer, seen) => act(c, platform, { viewer, seen })),
    )
}

function basesOf(platform: Platform, seen: SeenAccount): Promise<ListedRole[]> {
  const within = placesSeen(seen)
  return rolesOf(platform.db, {
    accountId: seen.account.id,
    retired: false,
    within,
    after: null,
    most: mostRoles,
  })
}

async function show(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const { viewer, seen } = about
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  if (held) return draw(c, platform, about, { typed: held })
  const bases = await basesOf(platform, seen)
  const from = c.req.query('from') ?? ''
  const role = isRole(from) ? from : isId(from) ? bases.find(({ id }) => id === from) : undefined
  if (!role) return draw(c, platform, about, { typed: {}, bases })
  const typed = { from, ...filledFrom(role, seen) }
  return draw(c, platform, about, { typed, bases, base: nameOf(viewer.reader, role) })
}

function nameOf(reader: Reader, role: Exclude<GrantedRole, object> | ListedRole): string {
  return typeof role === 'object' ? role.name : accountWords.for(reader)(`role.${role}`)
}

// As far as the author could put it into a role.
function filledFrom(role: GrantedRole, seen: SeenAccount): Typed {
  const reaches = writes(seen)
  const wanted: RoleReach = isVirtualRole(role) ? 'VIRTUAL' : 'ACCOUNT'
  const reach = reaches.includes(wanted) ? wanted : (reaches[0] ?? wanted)
  const possible = actionsToGive(seen, [reach])
  const action = actionsOf(role).filter(
    (one) => possible.includes(one) && completed([one]).every((needed) => holds(role, needed)),
  )
  return { reach, action }
}

function holds(role: GrantedRole, action: Action): boolean {
  return (basicActions as readonly Action[]).includes(action) || reachOf(role, action) !== 'nowhere'
}

type Shown = Pick<RoleFormProps, 'typed' | 'bases' | 'base' | 'problem' | 'added'> & {
  readonly errors?: RoleFormProps['errors']
  readonly status?: 200 | 403 | 404 | 409 | 422
}

async function draw(c: Ctx, platform: Platform, { viewer, seen }: About, shown: Shown): Promise<Response> {
  const { status = 200, errors = {}, ...rest } = shown
  const reaches = writes(seen)
  return html(
    c,
    <RoleFormPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      reaches={reaches}
      possible={actionsToGive(seen, reaches)}
      errors={errors}
      {...rest}
      bases={rest.bases ?? (await basesOf(platform, seen))}
    />,
    status,
  )
}

async function act(c: Ctx, platform: Platform, about: About): Promise<Response> {
  const { viewer, seen } = about
  const form = readForm(c, newRoleForm, roleLists)
  const { typed } = form
  const mistakes = saidMistakes(viewer.reader, typed)
  if (!form.ok || Object.keys(mistakes).length > 0) {
    const errors = { ...(form.ok ? {} : saidErrors(viewer.reader, form.errors)), ...mistakes }
    return draw(c, platform, about, { typed, errors: inOrder(errors), status: 422 })
  }
  const { action, ...rest } = form.value
  const added = addedTo(action)
  if (added.length > 0)
    return draw(c, platform, about, { typed: { ...typed, action: completed(action) }, added, status: 422 })
  const wanted = { ...rest, actions: action }
  const outcome = await transact(platform.db, (tx) =>
    makeRole(tx, viewer, { accountId: seen.account.id, wanted }),
  )
  if (outcome.ok) {
    platform.wake()
    return seeOther(c, `${rolePath.to(seen.account.identifier, outcome.value)}?done=made`)
  }
  if (outcome.refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  const { text, status, field } = sayRefusal(viewer.reader, outcome.refusal)
  return draw(c, platform, about, {
    typed,
    status,
    ...(field ? { errors: { [field]: text } } : { problem: text }),
  })
}
