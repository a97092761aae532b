import { Hono } from 'hono'
import { changePasswordPath, settingsPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { passwordHashOf } from '../credentials/credentials.store.ts'
import { hashPassword } from '../credentials/password-hash.ts'
import { readPassword, wordsAbout } from '../domain/password.ts'
import type { Again } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { checkOwnPassword } from '../own-password.ts'
import { writeSession } from '../session-cookie.ts'
import type { Viewer } from '../viewer.query.ts'
import { signedIn } from '../who.ts'
import { changePassword } from './change-password.ts'
import { changePasswordForm } from './change-password.form.ts'
import { ChangePasswordPage, NoPasswordPage } from './change-password.page.tsx'

/** Choosing another password while signed in. */
export function changePasswordRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const show = (c: Ctx, viewer: Viewer, typed: Again = {}) =>
    html(c, <ChangePasswordPage frame={frameOf(c, platform, viewer)} {...typed} />, typed.errors ? 422 : 200)

  async function open(c: Ctx, viewer: Viewer): Promise<Response> {
    const hash = await passwordHashOf(platform.db, viewer.personId)
    return hash ? show(c, viewer) : html(c, <NoPasswordPage frame={frameOf(c, platform, viewer)} />)
  }

  async function change(c: Ctx, viewer: Viewer): Promise<Response> {
    const form = readForm(c, changePasswordForm)
    if (!form.ok) return show(c, viewer, { errors: form.errors })
    const { address, firstName, lastName } = viewer
    const about = wordsAbout({ address, names: [firstName, lastName], installation: platform.settings.name })
    const password = readPassword(form.value.password, about)
    if (!password.ok) return show(c, viewer, { errors: { password: `error.password.${password.refusal}` } })
    const checked = await checkOwnPassword(c, platform, { viewer, password: form.value.currentPassword })
    if (checked.kind === 'too-many') return tooMany(c, platform, { viewer, seconds: checked.seconds })
    if (checked.kind === 'wrong')
      return show(c, viewer, { errors: { currentPassword: 'error.password.wrong' } })
    const hash = await hashPassword(password.value)
    const outcome = await transact(platform.db, (tx) => changePassword(tx, viewer, hash))
    platform.wake()
    if (outcome.ok) writeSession(c, platform, outcome.value)
    return seeOther(c, `${settingsPath.to()}?done=password`)
  }

  return new Hono<Env>()
    .get(changePasswordPath.pattern, page({ who, show: open }))
    .post(changePasswordPath.pattern, page({ who, show: change }))
}
