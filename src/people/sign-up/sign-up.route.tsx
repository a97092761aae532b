import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { signUpPath, signUpSentPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { countMail } from '../attempts.store.ts'
import { hashPassword } from '../credentials/password-hash.ts'
import { readPassword, wordsAbout } from '../domain/password.ts'
import type { Again } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { browserHash, keepBrowser } from '../link-cookie.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone } from '../who.ts'
import { signUp } from './sign-up.ts'
import { signUpForm } from './sign-up.form.ts'
import { SignUpPage, SignUpSentPage } from './sign-up.page.tsx'

/** Asking for an account of one's own. */
export function signUpRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  const show = (c: Ctx, viewer: Viewer | null, typed: Again = {}) =>
    html(c, <SignUpPage frame={frameOf(c, platform, viewer)} {...typed} />, typed.errors ? 422 : 200)

  async function send(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const form = readForm(c, signUpForm)
    if (!form.ok) return show(c, viewer, form)
    const { address, firstName, lastName, password: typed, timeZone } = form.value
    const about = wordsAbout({ address, names: [firstName, lastName], installation: platform.settings.name })
    const password = readPassword(typed, about)
    if (!password.ok) {
      return show(c, viewer, {
        typed: form.typed,
        errors: { password: `error.password.${password.refusal}` },
      })
    }
    const seconds = await countMail(c, platform, address)
    if (seconds > 0) return tooMany(c, platform, { viewer, seconds })
    const passwordHash = await hashPassword(password.value)
    const secret = randomBytes(32).toString('base64url')
    const by = {
      address,
      firstName,
      lastName,
      passwordHash,
      browser: browserHash(secret),
      reader: { ...c.get('reader'), ...(timeZone && { timeZone }) },
    }
    await transact(platform.db, (tx) => signUp(tx, by))
    platform.wake()
    keepBrowser(c, platform, secret)
    return seeOther(c, signUpSentPath.to())
  }

  return new Hono<Env>()
    .get(
      signUpPath.pattern,
      page({ who, show: (c, viewer) => (viewer ? seeOther(c, '/') : show(c, viewer)) }),
    )
    .post(signUpPath.pattern, page({ who, show: send }))
    .get(
      signUpSentPath.pattern,
      page({ who, show: (c, viewer) => html(c, <SignUpSentPage frame={frameOf(c, platform, viewer)} />) }),
    )
}
