import { Hono } from 'hono'
import { signInPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { countGuess, forgiveGuess } from '../attempts.store.ts'
import { credentialOf } from '../credentials/credentials.store.ts'
import { verifyPassword } from '../credentials/password-hash.ts'
import { ownPathOr } from '../domain/next-path.ts'
import { type Again, typedIn } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { offeredProviders } from '../providers/providers.store.ts'
import { deviceOf, readSession, writeSession } from '../session-cookie.ts'
import { anyone } from '../who.ts'
import { signIn, signInFailed } from './sign-in.ts'
import { signInForm } from './sign-in.form.ts'
import { SignInPage } from './sign-in.page.tsx'

/** Signing in with address and password. */
export function signInRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  async function show(c: Ctx, parts: { next: string; wrong?: true } & Again): Promise<Response> {
    const offered = await offeredProviders(platform.db)
    const status = parts.wrong || parts.errors ? 422 : 200
    return html(c, <SignInPage frame={frameOf(c, platform, null)} offered={offered} {...parts} />, status)
  }

  async function enter(c: Ctx): Promise<Response> {
    const form = readForm(c, signInForm)
    const next = ownPathOr(typedIn(form.typed, 'next'))
    if (!form.ok) return show(c, { next, typed: form.typed, errors: form.errors })
    const { address, password } = form.value
    const seconds = await countGuess(c, platform, address)
    if (seconds > 0) return tooMany(c, platform, { viewer: null, seconds })
    const credential = await credentialOf(platform.db, address)
    if (!(await verifyPassword(password.normalize('NFC'), credential?.hash)) || !credential) {
      await transact(platform.db, (tx) => signInFailed(tx, credential?.personId))
      return show(c, { next, typed: form.typed, wrong: true })
    }
    await forgiveGuess(c, platform, address)
    const entrance = { how: 'password', device: deviceOf(c), before: readSession(c, platform) } as const
    const outcome = await transact(platform.db, (tx) => signIn(tx, credential.personId, entrance))
    if (outcome.ok) writeSession(c, platform, outcome.value)
    return seeOther(c, next)
  }

  return new Hono<Env>()
    .get(
      signInPath.pattern,
      page({
        who,
        show: (c, viewer) => {
          const next = ownPathOr(c.req.query('next'))
          return viewer ? seeOther(c, next) : show(c, { next })
        },
      }),
    )
    .post(signInPath.pattern, page({ who, show: enter }))
}
