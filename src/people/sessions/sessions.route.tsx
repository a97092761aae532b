import { Hono } from 'hono'
import { sessionsPath, signOutEverywherePath } from '../../paths/people.ts'
import { command, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { endOwnSessions } from '../end-sessions/end-sessions.ts'
import { endSessionsForm } from '../end-sessions/end-sessions.form.ts'
import { frameOf } from '../frame.ts'
import { words } from '../messages/index.ts'
import { tellSessionsEnded } from '../sessions-ended.ts'
import { sessionsOf } from '../sessions.store.ts'
import { signedIn } from '../who.ts'
import { SessionsPage } from './sessions.page.tsx'

/** One's own sessions, and ending them. */
export function sessionsRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(
      sessionsPath.pattern,
      page({
        who,
        show: async (c, viewer) => {
          const sessions = await sessionsOf(platform.db, viewer.personId)
          const text = words.for(viewer.reader)('sessions.ended')
          const flash = c.req.query('done') === 'ended' ? ({ kind: 'success', text } as const) : undefined
          const frame = frameOf(c, platform, viewer)
          return html(
            c,
            <SessionsPage frame={frame} sessions={sessions} current={viewer.sessionId} flash={flash} />,
          )
        },
      }),
    )
    .get(signOutEverywherePath.pattern, page({ who, show: (c) => seeOther(c, sessionsPath.to()) }))
    .post(
      signOutEverywherePath.pattern,
      command(platform, {
        who,
        form: endSessionsForm,
        run: (tx, viewer, form) => endOwnSessions(tx, viewer, form.which),
        invalid: (c) => seeOther(c, sessionsPath.to()),
        refused: (c) => seeOther(c, sessionsPath.to()),
        done: (c, viewer) => {
          tellSessionsEnded(platform, viewer.personId)
          return seeOther(c, `${sessionsPath.to()}?done=ended`)
        },
      }),
    )
}
