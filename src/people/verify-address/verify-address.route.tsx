import { Hono } from 'hono'
import { profilePath, verifyAddressPath } from '../../paths/people.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page, readForm, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { linkGone } from '../answers.tsx'
import { hashPassword } from '../credentials/password-hash.ts'
import { readPassword, wordsAbout } from '../domain/password.ts'
import type { Again } from '../form-fields.ts'
import { frameOf } from '../frame.ts'
import { dropBrowser, dropLink, openedLink, readBrowser } from '../link-cookie.ts'
import type { Link } from '../links.store.ts'
import { deviceOf, readSession, writeSession } from '../session-cookie.ts'
import { signIn } from '../sign-in/sign-in.ts'
import type { Viewer } from '../viewer.query.ts'
import { anyone } from '../who.ts'
import { type ChosenAnew, isSameBrowser, verifyAddress } from './verify-address.ts'
import { verifyAnewForm, verifyForm } from './verify-address.form.ts'
import { VerifyAddressPage } from './verify-address.page.tsx'

type Chosen = { ok: true; value: ChosenAnew | null } | ({ ok: false } & Again)

async function chosenIn(c: Ctx, platform: Platform, link: Link & { address: string }): Promise<Chosen> {
  if (isSameBrowser(link, readBrowser(c, platform))) {
    readForm(c, verifyForm)
    return { ok: true, value: null }
  }
  const form = readForm(c, verifyAnewForm)
  if (!form.ok) return form
  const { firstName, lastName, password: typed } = form.value
  const names = [firstName, lastName]
  const about = wordsAbout({ address: link.address, names, installation: platform.settings.name })
  const password = readPassword(typed, about)
  if (!password.ok)
    return { ok: false, typed: form.typed, errors: { password: `error.password.${password.refusal}` } }
  return { ok: true, value: { firstName, lastName, passwordHash: await hashPassword(password.value) } }
}

/** Confirming the address of a sign-up, by a button behind the link. */
export function verifyAddressRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)

  async function show(c: Ctx, viewer: Viewer | null, typed: Again = {}): Promise<Response> {
    const link = await openedLink(c, platform, 'VERIFY')
    if (!link?.address) return linkGone(c, platform, viewer)
    const { firstName = '', lastName = '' } = link.payload
    const known = isSameBrowser(link, readBrowser(c, platform)) ? null : { firstName, lastName }
    const frame = frameOf(c, platform, viewer)
    const status = typed.errors ? 422 : 200
    return html(
      c,
      <VerifyAddressPage frame={frame} address={link.address} known={known} {...typed} />,
      status,
    )
  }

  async function verify(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const link = await openedLink(c, platform, 'VERIFY')
    if (!link?.address) return linkGone(c, platform, viewer)
    const chosen = await chosenIn(c, platform, { ...link, address: link.address })
    if (!chosen.ok) return show(c, viewer, chosen)
    const by = { token: link.token, browser: readBrowser(c, platform), anew: chosen.value }
    const entrance = { how: 'password', device: deviceOf(c), before: readSession(c, platform) } as const
    const outcome = await transact(platform.db, async (tx) => {
      const person = await verifyAddress(tx, by)
      return person.ok ? signIn(tx, person.value, entrance) : person
    })
    if (!outcome.ok) return linkGone(c, platform, viewer)
    dropLink(c, platform)
    dropBrowser(c, platform)
    writeSession(c, platform, outcome.value)
    return seeOther(c, profilePath.to())
  }

  return new Hono<Env>()
    .get(verifyAddressPath.pattern, page({ who, show: (c, viewer) => show(c, viewer) }))
    .post(verifyAddressPath.pattern, page({ who, show: verify }))
}
