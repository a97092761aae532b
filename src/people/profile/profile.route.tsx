import { Hono } from 'hono'
import { profilePath } from '../../paths/people.ts'
import { type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { ownPathOr } from '../domain/next-path.ts'
import { frameOf } from '../frame.ts'
import { words } from '../messages/index.ts'
import { signedIn } from '../who.ts'
import { ProfilePage } from './profile.page.tsx'

/** Looking at one's own profile; `next` is where one came from. */
export function profileRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    profilePath.pattern,
    page({
      who: signedIn(platform),
      show: (c, viewer) => {
        const text = words.for(viewer.reader)('profile.saved')
        const flash = c.req.query('done') === 'saved' ? ({ kind: 'success', text } as const) : undefined
        const back = ownPathOr(c.req.query('next'), '') || undefined
        return html(
          c,
          <ProfilePage frame={frameOf(c, platform, viewer)} person={viewer} flash={flash} back={back} />,
        )
      },
    }),
  )
}
