import { Hono } from 'hono'
import { notificationsPath } from '../../paths/people.ts'
import { command, type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Chosen } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { frameOf } from '../frame.ts'
import { words } from '../messages/index.ts'
import type { Viewer } from '../viewer.query.ts'
import { signedIn } from '../who.ts'
import { chooseNotifications } from './choose-notifications.ts'
import { notificationsForm } from './notifications.form.ts'
import { NotificationsPage } from './notifications.page.tsx'
import { chosenBy } from './notifications.store.ts'

/** Choosing how mails come: at once, once a day, or not at all where that is allowed. */
export function notificationsRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const back = (c: Ctx) => seeOther(c, notificationsPath.to())
  return new Hono<Env>()
    .get(notificationsPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer) }))
    .post(
      notificationsPath.pattern,
      command(platform, {
        who,
        form: notificationsForm,
        run: (tx, viewer, wishes) => {
          const given = Object.entries(wishes).filter(([, choice]) => choice !== undefined)
          return chooseNotifications(tx, viewer.personId, Object.fromEntries(given))
        },
        invalid: back,
        refused: back,
        done: (c) => seeOther(c, `${notificationsPath.to()}?done=saved`),
      }),
    )
}

async function show(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const text = words.for(viewer.reader)('settings.saved')
  return html(
    c,
    <NotificationsPage
      frame={frameOf(c, platform, viewer)}
      kinds={kindsFor(viewer)}
      chosen={await chosenBy(platform.db, viewer.personId)}
      flash={c.req.query('done') === 'saved' ? { kind: 'success', text } : undefined}
    />,
  )
}

/** The kinds of mail that can come to this person. */
function kindsFor(viewer: Viewer): Chosen[] {
  const { canDecide } = viewer.counters
  return [
    ...(canDecide ? (['decision-needed', 'reminder'] as const) : []),
    'own-request',
    'conversation',
    'access',
    ...(viewer.isSupport ? (['support'] as const) : []),
    ...(viewer.isOperator ? (['operator'] as const) : []),
    'digest',
  ]
}
