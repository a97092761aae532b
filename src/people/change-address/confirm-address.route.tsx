import { Hono } from 'hono'
import { changeAddressPath, confirmAddressPath, settingsPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { linkGone } from '../answers.tsx'
import { frameOf } from '../frame.ts'
import { dropLink, openedLink } from '../link-cookie.ts'
import type { Viewer } from '../viewer.query.ts'
import { signedIn } from '../who.ts'
import { takeAddress } from './change-address.ts'
import { ChangeAddressPage, ConfirmAddressPage } from './change-address.page.tsx'

/** Confirming another address, signed in as the one who asked for it. */
export function confirmAddressRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)

  async function mine(c: Ctx, viewer: Viewer) {
    const link = await openedLink(c, platform, 'CHANGE_ADDRESS')
    return link?.personId === viewer.personId && link.address !== null
      ? { token: link.token, address: link.address }
      : undefined
  }

  async function confirm(c: Ctx, viewer: Viewer): Promise<Response> {
    const link = await mine(c, viewer)
    if (!link) return linkGone(c, platform, viewer)
    const outcome = await transact(platform.db, (tx) => takeAddress(tx, viewer, link.token))
    if (!outcome.ok && outcome.refusal === 'address-taken') {
      const frame = { ...frameOf(c, platform, viewer), path: changeAddressPath.to() }
      const again = { typed: { address: link.address }, errors: { address: 'error.address.taken' } }
      return html(c, <ChangeAddressPage frame={frame} {...again} />, 409)
    }
    if (!outcome.ok) return linkGone(c, platform, viewer)
    platform.wake()
    dropLink(c, platform)
    const done = link.address === viewer.address ? 'address-confirmed' : 'address'
    return seeOther(c, `${settingsPath.to()}?done=${done}`)
  }

  return new Hono<Env>()
    .get(
      confirmAddressPath.pattern,
      page({
        who,
        show: async (c, viewer) => {
          const link = await mine(c, viewer)
          if (!link) return linkGone(c, platform, viewer)
          const { address } = link
          const shown = { frame: frameOf(c, platform, viewer), address, own: address === viewer.address }
          return html(c, <ConfirmAddressPage {...shown} />)
        },
      }),
    )
    .post(confirmAddressPath.pattern, page({ who, show: confirm }))
}
