import { Hono } from 'hono'
import { signedOutPath, signOutPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { frameOf } from '../frame.ts'
import { dropSession, readSession } from '../session-cookie.ts'
import { tellSessionsEnded } from '../sessions-ended.ts'
import { anyone } from '../who.ts'
import { signOut } from './sign-out.ts'
import { SignedOutPage } from './signed-out.page.tsx'

/** Signing out, from any page. */
export function signOutRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  return new Hono<Env>()
    .post(
      signOutPath.pattern,
      page({
        who,
        show: async (c, viewer) => {
          const token = readSession(c, platform)
          if (token !== undefined) await transact(platform.db, (tx) => signOut(tx, token))
          if (viewer) tellSessionsEnded(platform, viewer.personId)
          dropSession(c, platform)
          c.header('Clear-Site-Data', '"cache", "storage"')
          return seeOther(c, signedOutPath.to())
        },
      }),
    )
    .get(
      signedOutPath.pattern,
      page({
        who,
        show: (c, viewer) =>
          viewer ? seeOther(c, '/') : html(c, <SignedOutPage frame={frameOf(c, platform, null)} />),
      }),
    )
}
