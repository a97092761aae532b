import { Hono } from 'hono'
import { firstOperatorPath } from '../../paths/people.ts'
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
import { signUpForm } from '../sign-up/sign-up.form.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone } from '../who.ts'
import { becomeOperator } from './become-operator.ts'
import { BecomeOperatorPage } from './become-operator.page.tsx'

/** Making the first operator of a new installation. */
export function becomeOperatorRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)

  async function show(c: Ctx, viewer: Viewer | null, typed: Again = {}): Promise<Response> {
    if (!(await openedLink(c, platform, 'FIRST_OPERATOR'))) return linkGone(c, platform, viewer)
    const frame = frameOf(c, platform, viewer)
    return html(c, <BecomeOperatorPage frame={frame} {...typed} />, typed.errors ? 422 : 200)
  }

  async function become(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const link = await openedLink(c, platform, 'FIRST_OPERATOR')
    if (!link) return linkGone(c, platform, viewer)
    const form = readForm(c, signUpForm)
    if (!form.ok) return show(c, viewer, form)
    const { address, firstName, lastName, password: typed } = form.value
    const about = wordsAbout({ address, names: [firstName, lastName], installation: platform.settings.name })
    const password = readPassword(typed, about)
    const again = (errors: Record<string, string>) => show(c, viewer, { typed: form.typed, errors })
    if (!password.ok) return again({ password: `error.password.${password.refusal}` })
    const passwordHash = await hashPassword(password.value)
    const by = { token: link.token, address, firstName, lastName, passwordHash, reader: c.get('reader') }
    const entrance = { how: 'password', device: deviceOf(c), before: readSession(c, platform) } as const
    const outcome = await transact(platform.db, async (tx) => {
      const person = await becomeOperator(tx, by)
      return person.ok ? signIn(tx, person.value, entrance) : person
    })
    if (!outcome.ok) {
      return outcome.refusal === 'address-taken'
        ? again({ address: 'error.address.taken' })
        : linkGone(c, platform, viewer)
    }
    dropLink(c, platform)
    writeSession(c, platform, outcome.value)
    return seeOther(c, '/')
  }

  return new Hono<Env>()
    .get(firstOperatorPath.pattern, page({ who, show: (c, viewer) => show(c, viewer) }))
    .post(firstOperatorPath.pattern, page({ who, show: become }))
}
