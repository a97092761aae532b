import { Hono } from 'hono'
import {
  applicationLinkPath,
  applicationPath,
  confirmApplicationDomainPath,
  nominationPath,
} from '../../paths/new-accounts.ts'
import { anyone, frameOf, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  html,
  page,
  readCookie,
  readForm,
  seeOther,
  writeCookie,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { buttonForm } from '../application/application.form.ts'
import { findApplication } from '../applications.store.ts'
import { isNominee } from '../domain/application.ts'
import { confirmDomain } from '../prove/prove.ts'
import { partyOf } from '../told.store.ts'
import { ConfirmPage, LinkDonePage, NominationPage } from './link.pages.tsx'
import { type ApplicationLinkPurpose, findApplicationLink } from './links.store.ts'

const shape = /^[A-Za-z0-9_-]{43}$/
const cookie = 'application-link'
// Long enough to sign up, with a mail of its own.
const seconds = 4 * 3_600

const pages = { NOMINEE: nominationPath, CONFIRM_DOMAIN: confirmApplicationDomainPath } as const

function said(c: Ctx, platform: Platform, viewer: Viewer | null, what: 'confirmed' | 'gone') {
  const status = what === 'gone' ? 410 : 200
  return html(c, <LinkDonePage frame={frameOf(c, platform, viewer)} what={what} />, status)
}

async function linkIn(c: Ctx, platform: Platform, purpose: ApplicationLinkPurpose) {
  const token = readCookie(c, platform.cookies, cookie)
  const link =
    token !== undefined && shape.test(token) ? await findApplicationLink(platform.db, token) : undefined
  const application = link?.purpose === purpose && (await findApplication(platform.db, link.applicationId))
  return link && application && token !== undefined ? { token, link, application } : undefined
}

// Says that there is something only to whoever holds the link, and what only to the one it was mailed to.
async function nomination(c: Ctx, platform: Platform, viewer: Viewer | null) {
  const found = await linkIn(c, platform, 'NOMINEE')
  const isTheirs =
    found?.application.status === 'AWAITING_NOMINEE' && found.link.round === found.application.nomineeRound
  if (!found || !isTheirs) return said(c, platform, viewer, 'gone')
  if (viewer && isNominee(found.application, viewer))
    return seeOther(c, applicationPath.to(found.application.id))
  const frame = frameOf(c, platform, viewer)
  return html(c, <NominationPage frame={frame} isOther={viewer !== null} />)
}

async function confirmation(c: Ctx, platform: Platform, viewer: Viewer | null) {
  const found = await linkIn(c, platform, 'CONFIRM_DOMAIN')
  const requester = found && (await partyOf(platform.db, found.application.requesterId))
  if (!found || !requester || found.application.proof !== null) return said(c, platform, viewer, 'gone')
  const frame = frameOf(c, platform, viewer)
  return html(c, <ConfirmPage frame={frame} application={found.application} requester={requester} />)
}

async function confirm(c: Ctx, platform: Platform, viewer: Viewer | null) {
  const found = await linkIn(c, platform, 'CONFIRM_DOMAIN')
  if (!found || !readForm(c, buttonForm).ok) return said(c, platform, viewer, 'gone')
  const outcome = await transact(platform.db, (tx) => confirmDomain(tx, found.token))
  if (!outcome.ok) return said(c, platform, viewer, 'gone')
  platform.wake()
  writeCookie(c, platform.cookies, { name: cookie, value: '' })
  return said(c, platform, viewer, 'confirmed')
}

/** The pages behind the links of mails about applications: opening one changes nothing. */
export function applicationLinkRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  return new Hono<Env>()
    .get(
      applicationLinkPath.pattern,
      page({
        who,
        async show(c, viewer) {
          const token = c.req.query('t') ?? ''
          const link = shape.test(token) ? await findApplicationLink(platform.db, token) : undefined
          if (!link) return said(c, platform, viewer, 'gone')
          writeCookie(c, platform.cookies, { name: cookie, value: token, seconds })
          return seeOther(c, pages[link.purpose].to())
        },
      }),
    )
    .get(nominationPath.pattern, page({ who, show: (c, viewer) => nomination(c, platform, viewer) }))
    .get(
      confirmApplicationDomainPath.pattern,
      page({ who, show: (c, viewer) => confirmation(c, platform, viewer) }),
    )
    .post(
      confirmApplicationDomainPath.pattern,
      page({ who, show: (c, viewer) => confirm(c, platform, viewer) }),
    )
}
