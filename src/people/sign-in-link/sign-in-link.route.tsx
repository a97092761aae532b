import { Hono } from 'hono'
import { signInLinkPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { linkGone } from '../answers.tsx'
import { frameOf } from '../frame.ts'
import { dropLink, openedLink } from '../link-cookie.ts'
import { deviceOf, readSession, writeSession } from '../session-cookie.ts'
import { signIn } from '../sign-in/sign-in.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone } from '../who.ts'
import { useSignInLink } from './sign-in-link.ts'
import { SignInLinkPage } from './sign-in-link.page.tsx'

/** Signing in with a link that the operator gave. */
export function signInLinkRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)

  async function enter(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const link = await openedLink(c, platform, 'SIGN_IN')
    if (!link) return linkGone(c, platform, viewer)
    const entrance = { how: 'link', device: deviceOf(c), before: readSession(c, platform) } as const
    const outcome = await transact(platform.db, async (tx) => {
      const person = await useSignInLink(tx, link.token)
      return person.ok ? signIn(tx, person.value, entrance) : person
    })
    if (!outcome.ok) return linkGone(c, platform, viewer)
    dropLink(c, platform)
    writeSession(c, platform, outcome.value)
    return seeOther(c, '/')
  }

  return new Hono<Env>()
    .get(
      signInLinkPath.pattern,
      page({
        who,
        show: async (c, viewer) => {
          const link = await openedLink(c, platform, 'SIGN_IN')
          if (!link?.address) return linkGone(c, platform, viewer)
          return html(c, <SignInLinkPage frame={frameOf(c, platform, viewer)} address={link.address} />)
        },
      }),
    )
    .post(signInLinkPath.pattern, page({ who, show: enter }))
}
