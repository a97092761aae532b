import { Hono } from 'hono'
import { claimLinkPath, confirmDomainPath, stopByLinkPath } from '../../paths/claims.ts'
import { anyone, frameOf, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import {
  type Ctx,
  type Env,
  html,
  page,
  readCookie,
  seeOther,
  writeCookie,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { isClaimOpen } from '../domain/claim.ts'
import { findClaim } from './claims.store.ts'
import { stopByLink } from './decide-claim.ts'
import { LinkDonePage, LinkPage } from './link.pages.tsx'
import { type ClaimLinkPurpose, findClaimLink } from './links.store.ts'
import { confirmDomain } from './prove-claim.ts'
import { partyOf } from './told.store.ts'

const shape = /^[A-Za-z0-9_-]{43}$/
const cookie = 'claim-link'
const minutes = 30

const pages: Readonly<Record<ClaimLinkPurpose, { readonly pattern: string; readonly to: () => string }>> = {
  STOP: stopByLinkPath,
  CONFIRM_DOMAIN: confirmDomainPath,
}

const statuses = { stopped: 200, confirmed: 200, gone: 410, later: 409 } as const

function said(c: Ctx, platform: Platform, viewer: Viewer | null, what: keyof typeof statuses) {
  return html(c, <LinkDonePage frame={frameOf(c, platform, viewer)} what={what} />, statuses[what])
}

function tokenIn(c: Ctx, platform: Platform): string | undefined {
  const token = readCookie(c, platform.cookies, cookie)
  return token !== undefined && shape.test(token) ? token : undefined
}

async function show(c: Ctx, platform: Platform, viewer: Viewer | null, purpose: ClaimLinkPurpose) {
  const token = tokenIn(c, platform)
  const link = token && (await findClaimLink(platform.db, token))
  const claim = link && link.purpose === purpose ? await findClaim(platform.db, link.claimId) : undefined
  if (!link || !claim || !isClaimOpen(claim.status)) return said(c, platform, viewer, 'gone')
  const claimant = await partyOf(platform.db, claim.claimantId)
  if (!claimant) return said(c, platform, viewer, 'gone')
  const frame = frameOf(c, platform, viewer)
  return html(c, <LinkPage frame={frame} claim={claim} claimant={claimant} domain={link.domain} />)
}

async function press(c: Ctx, platform: Platform, viewer: Viewer | null, purpose: ClaimLinkPurpose) {
  const token = tokenIn(c, platform)
  if (token === undefined) return said(c, platform, viewer, 'gone')
  const act = purpose === 'STOP' ? stopByLink : confirmDomain
  const outcome = await transact(platform.db, (tx) => act(tx, token))
  if (!outcome.ok)
    return said(c, platform, viewer, outcome.refusal.code === 'another-noticed' ? 'later' : 'gone')
  platform.wake()
  writeCookie(c, platform.cookies, { name: cookie, value: '' })
  return said(c, platform, viewer, purpose === 'STOP' ? 'stopped' : 'confirmed')
}

/** The pages behind the links of mails about claims: opening one changes nothing, a button does. */
export function claimLinkRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  const app = new Hono<Env>().get(
    claimLinkPath.pattern,
    page({
      who,
      async show(c, viewer) {
        const token = c.req.query('t') ?? ''
        const link = shape.test(token) ? await findClaimLink(platform.db, token) : undefined
        if (!link) return said(c, platform, viewer, 'gone')
        writeCookie(c, platform.cookies, { name: cookie, value: token, seconds: minutes * 60 })
        return seeOther(c, pages[link.purpose].to())
      },
    }),
  )
  for (const [purpose, { pattern }] of Object.entries(pages) as [
    ClaimLinkPurpose,
    (typeof pages)['STOP'],
  ][]) {
    app.get(pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, purpose) }))
    app.post(pattern, page({ who, show: (c, viewer) => press(c, platform, viewer, purpose) }))
  }
  return app
}
