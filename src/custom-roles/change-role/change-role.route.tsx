import { Hono } from 'hono'
import { completed } from '../../accounts/domain/custom-role.ts'
import { changeRolePath, rolePath } from '../../paths/custom-roles.ts'
import { askForPassword, frameOf, takeHeld } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  html,
  readForm,
  seeOther,
  textOf,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { StoredRole } from '../custom-roles.store.ts'
import { addedTo, type RoleEffects, type RoleRefusal } from '../domain/wanted-role.ts'
import { lookAtRole, type OneRole, roleIn } from '../role/role.route.tsx'
import { inOrder, saidErrors, saidMistakes, sayRefusal } from '../say.ts'
import { actionsToGive, mayWriteRole, writes, writingRoles } from '../seeing.ts'
import { changeRole } from './change-role.ts'
import { RoleFormPage, type RoleFormProps } from './form.page.tsx'
import { RolePreviewPage } from './preview.page.tsx'
import { changeRoleForm, roleLists } from './role.form.ts'

/** Making another thing of a role: the form, what it would change for whom, and the act. */
export function changeRoleRoutes(platform: Platform): Hono<Env> {
  const changing = (then: (c: Ctx, about: OneRole) => Promise<Response>) =>
    writingRoles(platform, async (c, viewer, seen) => {
      const role = await roleIn(c, platform.db, seen)
      if (!role || !mayWriteRole(seen, viewer, role)) return c.notFound()
      return role.retiredAt === null
        ? then(c, { viewer, seen, role })
        : seeOther(c, rolePath.to(seen.account.identifier, role.id))
    })
  return new Hono<Env>()
    .get(
      changeRolePath.pattern,
      changing((c, about) => show(c, platform, about)),
    )
    .post(
      changeRolePath.pattern,
      changing((c, about) => act(c, platform, about)),
    )
}

async function show(c: Ctx, platform: Platform, about: OneRole): Promise<Response> {
  const { viewer, role } = about
  const held = await takeHeld(platform.db, viewer.personId, new URL(c.req.url).pathname)
  return draw(c, platform, about, held ? again(role, held) : { typed: typedFrom(role) })
}

// What was typed about another version is looked at once more.
function again({ version }: StoredRole, typed: Typed): Shown {
  return textOf(typed, 'version') === String(version) ? { typed } : { typed, isStale: true, status: 409 }
}

function typedFrom({ name, description, actions }: StoredRole): Typed {
  return { name, description, action: [...actions] }
}

type Shown = Pick<RoleFormProps, 'typed' | 'problem' | 'added' | 'isStale'> & {
  readonly errors?: RoleFormProps['errors']
  readonly status?: 200 | 403 | 404 | 409 | 422
}

function draw(c: Ctx, platform: Platform, about: OneRole, shown: Shown): Response {
  const { viewer, seen, role } = about
  const { status = 200, errors = {}, ...rest } = shown
  return html(
    c,
    <RoleFormPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      role={role}
      reaches={writes(seen)}
      possible={actionsToGive(seen, [role.reach])}
      errors={errors}
      {...rest}
    />,
    status,
  )
}

async function act(c: Ctx, platform: Platform, about: OneRole): Promise<Response> {
  const { viewer, seen, role } = about
  const form = readForm(c, changeRoleForm, roleLists)
  const { typed } = form
  const isBack = form.ok && form.value.step === 'back'
  const mistakes = isBack ? {} : saidMistakes(viewer.reader, typed)
  if (!form.ok || Object.keys(mistakes).length > 0) {
    const errors = { ...(form.ok ? {} : saidErrors(viewer.reader, form.errors)), ...mistakes }
    return draw(c, platform, about, { typed, errors: inOrder(errors), status: 422 })
  }
  const { action, name, description, version, mark, step } = form.value
  if (step === 'back') return draw(c, platform, about, again(role, typed))
  const added = addedTo(action)
  if (added.length > 0)
    return draw(c, platform, about, { typed: { ...typed, action: completed(action) }, added, status: 422 })
  const content = { name, description, actions: action }
  const change = { accountId: seen.account.id, id: role.id, content, version, mark }
  const outcome = await transact(platform.db, (tx) => changeRole(tx, viewer, change))
  if (!outcome.ok) return refused(c, platform, about, { refusal: outcome.refusal, typed })
  platform.wake()
  const { people } = outcome.value
  return seeOther(c, `${rolePath.to(seen.account.identifier, role.id)}?done=changed&n=${people.length}`)
}

type Refused = { readonly refusal: RoleRefusal; readonly typed: Typed }

async function refused(
  c: Ctx,
  platform: Platform,
  about: OneRole,
  { refusal, typed }: Refused,
): Promise<Response> {
  const { viewer, seen, role } = about
  if (refusal.code === 'recent-sign-in-needed') return askForPassword(c, platform, viewer)
  if (refusal.code === 'to-confirm') return preview(c, platform, about, { effects: refusal.effects, typed })
  if (refusal.code === 'stale-version') {
    const now = await roleIn(c, platform.db, seen)
    return draw(c, platform, { ...about, role: now ?? role }, { typed, isStale: true, status: 409 })
  }
  const { text, status, field } = sayRefusal(viewer.reader, refusal)
  return draw(c, platform, about, {
    typed,
    status,
    ...(field ? { errors: { [field]: text } } : { problem: text }),
  })
}

async function preview(
  c: Ctx,
  platform: Platform,
  about: OneRole,
  { effects, typed }: { readonly effects: RoleEffects; readonly typed: Typed },
): Promise<Response> {
  const { viewer, seen, role } = about
  const { holders } = await lookAtRole(platform.db, about)
  const hasChanged = typeof typed['mark'] === 'string' && typed['mark'] !== ''
  const frame = frameOf(c, platform, viewer)
  return html(
    c,
    <RolePreviewPage {...{ frame, seen, role, typed, effects, holders, hasChanged }} />,
    hasChanged ? 409 : 200,
  )
}
