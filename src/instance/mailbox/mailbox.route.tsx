import { Hono } from 'hono'
import { isId } from '../../kernel/id.ts'
import { mailBodyPath, mailboxPath, mailPath } from '../../paths/instance.ts'
import { anyone, frameOf, type Viewer } from '../../people/index.ts'
import { type Ctx, type Env, html, page, send } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { MailboxPage, MailPage } from './mailbox.page.tsx'
import { findMail, listMails, type OpenMail } from './mailbox.query.ts'

const perPage = 50

// Mail programs know inline styles; the document of a mail alone may use them, and nothing else.
const policyOfMail =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-same-origin allow-top-navigation-by-user-activation"

/** The mailbox of the demo; a real installation, or one with a mail server, has no such page. */
export function mailboxRoutes(platform: Platform): Hono<Env> {
  const routes = new Hono<Env>()
  if (!platform.config.demo || platform.config.smtpUrl !== null) return routes
  const who = anyone(platform)
  return routes
    .get(mailboxPath.pattern, page({ who, show: (c, visitor) => list(c, platform, visitor) }))
    .get(mailPath.pattern, page({ who, show: (c, visitor) => open(c, platform, visitor) }))
    .get(mailBodyPath.pattern, page({ who, show: (c) => showBody(c, platform) }))
}

async function list(c: Ctx, platform: Platform, visitor: Viewer | null): Promise<Response> {
  const before = c.req.query('before') ?? null
  const mails = await listMails(platform.db, before && isId(before) ? before : null)
  const older = mails.length > perPage ? mails[perPage - 1]?.id : undefined
  return html(
    c,
    <MailboxPage frame={frameOf(c, platform, visitor)} mails={mails.slice(0, perPage)} older={older} />,
  )
}

async function mailIn(c: Ctx, { db }: Platform): Promise<OpenMail | undefined> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? findMail(db, id) : undefined
}

async function open(c: Ctx, platform: Platform, visitor: Viewer | null): Promise<Response> {
  const mail = await mailIn(c, platform)
  if (!mail) return c.notFound()
  const links = [...mail.text.matchAll(/^https?:\/\/\S+$/gm)].map(([link]) =>
    link.replace(platform.publicUrl, ''),
  )
  return html(c, <MailPage frame={frameOf(c, platform, visitor)} mail={{ ...mail, links }} />)
}

async function showBody(c: Ctx, platform: Platform): Promise<Response> {
  const mail = await mailIn(c, platform)
  if (!mail) return c.notFound()
  c.header('Content-Security-Policy', policyOfMail)
  return send(c, mail.html, 'text/html; charset=utf-8')
}
