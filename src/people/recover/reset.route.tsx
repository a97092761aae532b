import { Hono } from 'hono'
import { profilePath, resetPasswordPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { linkGone } from '../answers.tsx'
import { hashPassword } from '../credentials/password-hash.ts'
import { readPassword, wordsAbout } from '../domain/password.ts'
import type { Again } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { dropLink, openedLink } from '../link-cookie.ts'
import { deviceOf, readSession, writeSession } from '../session-cookie.ts'
import { signIn } from '../sign-in/sign-in.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone } from '../who.ts'
import { resetPassword } from './recover.ts'
import { resetForm } from './recover.form.ts'
import { ResetPage } from './recover.page.tsx'

/** Choosing a new password behind the link that was mailed. */
export function resetRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)

  async function show(c: Ctx, viewer: Viewer | null, typed: Again = {}): Promise<Response> {
    const link = await openedLink(c, platform, 'RESET')
    if (!link?.address) return linkGone(c, platform, viewer)
    const frame = frameOf(c, platform, viewer)
    return html(c, <ResetPage frame={frame} address={link.address} {...typed} />, typed.errors ? 422 : 200)
  }

  async function reset(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const link = await openedLink(c, platform, 'RESET')
    if (!link?.address) return linkGone(c, platform, viewer)
    const form = readForm(c, resetForm)
    if (!form.ok) return show(c, viewer, form)
    const about = wordsAbout({ address: link.address, installation: platform.settings.name })
    const password = readPassword(form.value.password, about)
    if (!password.ok) return show(c, viewer, { errors: { password: `error.password.${password.refusal}` } })
    const by = { token: link.token, passwordHash: await hashPassword(password.value) }
    const entrance = { how: 'password', device: deviceOf(c), before: readSession(c, platform) } as const
    const outcome = await transact(platform.db, async (tx) => {
      const person = await resetPassword(tx, by)
      return person.ok ? signIn(tx, person.value, entrance) : person
    })
    if (!outcome.ok) return linkGone(c, platform, viewer)
    platform.wake()
    dropLink(c, platform)
    writeSession(c, platform, outcome.value)
    return seeOther(c, profilePath.to())
  }

  return new Hono<Env>()
    .get(resetPasswordPath.pattern, page({ who, show: (c, viewer) => show(c, viewer) }))
    .post(resetPasswordPath.pattern, page({ who, show: reset }))
}
