import { Hono } from 'hono'
import { confirmPasswordPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { passwordHashOf } from '../credentials/credentials.store.ts'
import { ownPathOr } from '../domain/next-path.ts'
import { type Again, typedIn } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { checkOwnPassword } from '../own-password.ts'
import { providersOf } from '../providers/providers.store.ts'
import { writeSession } from '../session-cookie.ts'
import type { Viewer } from '../viewer.query.ts'
import { signedIn } from '../who.ts'
import { confirmPassword } from './confirm-password.ts'
import { confirmPasswordForm } from './confirm-password.form.ts'
import { ConfirmPasswordPage, ConfirmWithPage } from './confirm-password.page.tsx'

/** Typing the password again, before a step that asks for a recent one. */
export function confirmPasswordRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)

  async function show(c: Ctx, viewer: Viewer, parts: { next: string } & Again): Promise<Response> {
    const frame = frameOf(c, platform, viewer)
    const linked = await providersOf(platform.db, viewer.personId)
    const providers = linked.filter(({ isOn }) => isOn)
    if (providers.length > 0 && (await passwordHashOf(platform.db, viewer.personId)) === undefined)
      return html(c, <ConfirmWithPage frame={frame} next={parts.next} providers={providers} />)
    const props = { frame, address: viewer.address, providers, ...parts }
    return html(c, <ConfirmPasswordPage {...props} />, parts.errors ? 422 : 200)
  }

  async function confirm(c: Ctx, viewer: Viewer): Promise<Response> {
    const form = readForm(c, confirmPasswordForm)
    const next = ownPathOr(typedIn(form.typed, 'next'))
    if (!form.ok) return show(c, viewer, { next, errors: form.errors })
    const checked = await checkOwnPassword(c, platform, { viewer, password: form.value.password })
    if (checked.kind === 'too-many') return tooMany(c, platform, { viewer, seconds: checked.seconds })
    if (checked.kind === 'wrong')
      return show(c, viewer, { next, errors: { password: 'error.password.wrong' } })
    const outcome = await transact(platform.db, (tx) => confirmPassword(tx, viewer.sessionId))
    if (outcome.ok) writeSession(c, platform, outcome.value)
    return seeOther(c, next)
  }

  return new Hono<Env>()
    .get(
      confirmPasswordPath.pattern,
      page({ who, show: (c, viewer) => show(c, viewer, { next: ownPathOr(c.req.query('next')) }) }),
    )
    .post(confirmPasswordPath.pattern, page({ who, show: confirm }))
}
