import { Hono } from 'hono'
import { settingsPath } from '../../paths/people.ts'
import { type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Flash } from '../../ui/index.ts'
import { frameOf } from '../frame.ts'
import { words } from '../messages/index.ts'
import { providersOf } from '../providers/providers.store.ts'
import { signedIn } from '../who.ts'
import { SettingsPage } from './settings.page.tsx'

const said = {
  preferences: 'settings.saved',
  password: 'settings.password.changed',
  address: 'settings.address.changed',
  'address-confirmed': 'settings.address.confirmed',
  'address-asked': 'settings.address.asked',
  'verify-sent': 'settings.address.sent',
  unlinked: 'settings.unlinked',
} as const

function isSaid(what: string | undefined): what is keyof typeof said {
  return what !== undefined && Object.hasOwn(said, what)
}

/** The settings page; `done` says what was changed a moment ago. */
export function settingsRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    settingsPath.pattern,
    page({
      who: signedIn(platform),
      show: async (c, viewer) => {
        const what = c.req.query('done')
        const flash: Flash | undefined = isSaid(what)
          ? { kind: 'success', text: words.for(viewer.reader)(said[what]) }
          : undefined
        const linked = await providersOf(platform.db, viewer.personId)
        const props = { frame: frameOf(c, platform, viewer), person: viewer, linked, flash }
        return html(c, <SettingsPage {...props} />)
      },
    }),
  )
}
