import { Hono } from 'hono'
import { record } from '../../event-log/index.ts'
import { done } from '../../kernel/outcome.ts'
import { contactOfAccountPath } from '../../paths/accounts.ts'
import { anyone, frameOf, linkGone, type Viewer } from '../../people/index.ts'
import { transact } from '../../platform/db/index.ts'
import { type Ctx, type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { accountInLink, isLinkFor } from './contact-link.ts'
import { ContactPage } from './contact.page.tsx'
import { type Contact, confirmContact, contactOf } from './edit.store.ts'

/** The page behind the link that asks a contact whether they are one: opening it changes nothing, its button does. */
export function contactOfAccountRoutes(platform: Platform): Hono<Env> {
  const who = anyone(platform)
  const { db } = platform

  async function asked(c: Ctx): Promise<Contact | undefined> {
    const token = c.req.query('t') ?? ''
    const account = accountInLink(token)
    const contact = account && (await contactOf(db, account))
    return contact && isLinkFor(platform, token, contact.address) ? contact : undefined
  }

  async function show(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const contact = await asked(c)
    if (!contact) return linkGone(c, platform, viewer)
    const token = c.req.query('t') ?? ''
    return html(c, <ContactPage frame={frameOf(c, platform, viewer)} contact={contact} token={token} />)
  }

  async function confirm(c: Ctx, viewer: Viewer | null): Promise<Response> {
    const contact = await asked(c)
    if (!contact) return linkGone(c, platform, viewer)
    const { accountId, address } = contact
    await transact(db, async (tx) => {
      if (!(await confirmContact(tx, accountId, address))) return done(null)
      await record(
        tx,
        { type: 'account.contact-confirmed', account: accountId, actor: null },
        { quiet: true },
      )
      return done(null)
    })
    const confirmed = { ...contact, confirmedAt: contact.confirmedAt ?? new Date() }
    return html(c, <ContactPage frame={frameOf(c, platform, viewer)} contact={confirmed} token="" />)
  }

  return new Hono<Env>()
    .get(contactOfAccountPath.pattern, page({ who, show }))
    .post(contactOfAccountPath.pattern, page({ who, show: confirm }))
}
