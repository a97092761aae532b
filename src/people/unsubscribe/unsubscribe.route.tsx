import { Hono } from 'hono'
import { unsubscribePath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { linkGone } from '../answers.tsx'
import { frameOf } from '../frame.ts'
import { chooseNotifications } from '../notifications/choose-notifications.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone } from '../who.ts'
import { readUnsubscribeToken } from './token.ts'
import { UnsubscribedPage, UnsubscribePage } from './unsubscribe.page.tsx'

/**
 * Unsubscribing from reminders or the daily mail. A mail program posts here by itself (RFC 8058), with no session and
 * from no page of ours: the token alone says whose mail it is and which, and it can change nothing else. Opening the
 * address changes nothing.
 */
export function unsubscribeRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)

  function ask(c: Ctx, viewer: Viewer | null): Response {
    const token = c.req.query('t') ?? ''
    const asked = readUnsubscribeToken(platform, token)
    if (!asked) return linkGone(c, platform, viewer)
    return html(c, <UnsubscribePage frame={frameOf(c, platform, viewer)} token={token} what={asked.what} />)
  }

  async function end(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const asked = readUnsubscribeToken(platform, c.req.query('t') ?? '')
    if (!asked) return linkGone(c, platform, viewer)
    const { personId, what } = asked
    await transact(platform.db, (tx) => chooseNotifications(tx, personId, { [what]: 'OFF' }))
    return html(c, <UnsubscribedPage frame={frameOf(c, platform, viewer)} what={what} />)
  }

  return new Hono<Env>()
    .get(unsubscribePath.pattern, page({ who, show: ask }))
    .post(unsubscribePath.pattern, page({ who, show: end }))
}
