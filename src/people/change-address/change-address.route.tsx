import { Hono } from 'hono'
import { changeAddressPath, settingsPath, verifyAgainPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { tooMany } from '../answers.tsx'
import { countMail } from '../attempts.store.ts'
import type { Again } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { takeHeld } from '../held.store.ts'
import type { Viewer } from '../viewer.query.ts'
import { askForPassword, signedIn, typedPasswordRecently } from '../who.ts'
import { askForAddress, askToProveAgain, askToVerify } from './change-address.ts'
import { changeAddressForm } from './change-address.form.ts'
import { ChangeAddressPage } from './change-address.page.tsx'

/** Asking to use another mail address. */
export function changeAddressRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  const show = (c: Ctx, viewer: Viewer, typed: Again = {}) =>
    html(c, <ChangeAddressPage frame={frameOf(c, platform, viewer)} {...typed} />, typed.errors ? 422 : 200)

  async function ask(c: Ctx, viewer: Viewer): Promise<Response> {
    if (viewer.ownedFields.address) return seeOther(c, settingsPath.to())
    if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
    const form = readForm(c, changeAddressForm)
    if (!form.ok) return show(c, viewer, form)
    const { address } = form.value
    const seconds = await countMail(c, platform, address)
    if (seconds > 0) return tooMany(c, platform, { viewer, seconds })
    const outcome = await transact(platform.db, (tx) => askForAddress(tx, viewer, address))
    if (!outcome.ok) return show(c, viewer, { typed: form.typed, errors: { address: 'error.address.same' } })
    platform.wake()
    return seeOther(c, `${settingsPath.to()}?done=address-asked`)
  }

  async function again(c: Ctx, viewer: Viewer): Promise<Response> {
    const seconds = await countMail(c, platform, viewer.address)
    if (seconds > 0) return tooMany(c, platform, { viewer, seconds })
    if (!viewer.verified) await transact(platform.db, (tx) => askToVerify(tx, viewer))
    else if (viewer.mailBouncedAt) await transact(platform.db, (tx) => askToProveAgain(tx, viewer))
    platform.wake()
    return seeOther(c, `${settingsPath.to()}?done=verify-sent`)
  }

  return new Hono<Env>()
    .get(
      changeAddressPath.pattern,
      page({
        who,
        show: async (c, viewer) => {
          if (viewer.ownedFields.address) return seeOther(c, settingsPath.to())
          if (!typedPasswordRecently(viewer)) return askForPassword(c, platform, viewer)
          return show(c, viewer, {
            typed: await takeHeld(platform.db, viewer.personId, changeAddressPath.to()),
          })
        },
      }),
    )
    .post(changeAddressPath.pattern, page({ who, show: ask }))
    .get(verifyAgainPath.pattern, page({ who, show: (c) => seeOther(c, settingsPath.to()) }))
    .post(verifyAgainPath.pattern, page({ who, show: again }))
}
