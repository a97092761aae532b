import { Hono } from 'hono'
import {
  confirmAddressPath,
  firstOperatorPath,
  linkPath,
  resetPasswordPath,
  signInLinkPath,
  verifyAddressPath,
} from '../../paths/people.ts'
import { type Env, page, seeOther } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { linkGone } from '../answers.tsx'
import { isLinkToken, type LinkPurpose } from '../domain/link.ts'
import { keepLink } from '../link-cookie.ts'
import { findLink } from '../links.store.ts'
import { anyone } from '../who.ts'

const pages: Record<LinkPurpose, { to: () => string }> = {
  VERIFY: verifyAddressPath,
  RESET: resetPasswordPath,
  CHANGE_ADDRESS: confirmAddressPath,
  SIGN_IN: signInLinkPath,
  FIRST_OPERATOR: firstOperatorPath,
}

/** Opening a link of a mail: its token moves into a cookie and leaves the address. Opening uses nothing up. */
export function openLinkRoutes(platform: Platform): Hono<Env> {
  return new Hono<Env>().get(
    linkPath.pattern,
    page({
      who: anyone(platform),
      show: async (c, viewer) => {
        const token = c.req.query('t') ?? ''
        const link = isLinkToken(token) ? await findLink(platform.db, token) : undefined
        if (!link) return linkGone(c, platform, viewer)
        keepLink(c, platform, token)
        return seeOther(c, pages[link.purpose].to())
      },
    }),
  )
}
