import { Hono } from 'hono'
import { confirmPasswordPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { ownPathOr } from '../domain/next-path.ts'
import { type Again, typedIn } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { checkOwnPassword } from '../own-password.ts'
import { writeSession } from '../session-cookie.ts'
import type { Viewer } from '../viewer.query.ts'
import { signedIn } from '../who.ts'
import { confirmPassword } from './confirm-password.ts'
import { confirmPasswordForm } from './confirm-password.form.ts'
import { ConfirmPasswordPage } from './confirm-password.page.tsx'

/** Typing the password again, before a step that asks for a recent one. */
export function confirmPasswordRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)

  function show(c: Ctx, viewer: Viewer, parts: { next: string } & Again): Response {
    const frame = frameOf(c, platform, viewer)
    const status = parts.errors ? 422 : 200
    return html(c, <ConfirmPasswordPage frame={frame} address={viewer.address} {...parts} />, status)
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
