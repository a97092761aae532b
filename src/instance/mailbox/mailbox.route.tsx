import { isId } from '../../kernel/id.ts'
import { mailBodyPath, mailboxPath, mailPath } from '../../paths/instance.ts'
import { anyone, frameOf } from '../../people/index.ts'
import { type Env, html, page } from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Hono } from 'hono'
import { MailboxPage, MailPage } from './mailbox.page.tsx'
import { findMail, listMails } from './mailbox.query.ts'

const perPage = 50

/** The mailbox of the demo; on a real installation there is no such page. */
export function mailboxRoutes(platform: Platform): Hono<Env> {
  const routes = new Hono<Env>()
  if (!platform.config.demo) return routes
  const who = anyone(platform)

  routes.get(
    mailboxPath.pattern,
    page({
      who,
      show: async (c, visitor) => {
        const before = c.req.query('before') ?? null
        const mails = await listMails(platform.db, before && isId(before) ? before : null)
        const older = mails.length > perPage ? mails[perPage - 1]?.id : undefined
        return html(
          c,
          <MailboxPage frame={frameOf(c, platform, visitor)} mails={mails.slice(0, perPage)} older={older} />,
        )
      },
    }),
  )

  routes.get(
    mailPath.pattern,
    page({
      who,
      show: async (c, visitor) => {
        const mail = isId(c.req.param('id') ?? '')
          ? await findMail(platform.db, c.req.param('id') ?? '')
          : undefined
        if (!mail) return c.notFound()
        const links = [...mail.text.matchAll(/^https?:\/\/\S+$/gm)].map(([link]) =>
          link.replace(platform.publicUrl, ''),
        )
        return html(c, <MailPage frame={frameOf(c, platform, visitor)} mail={{ ...mail, links }} />)
      },
    }),
  )

  routes.get(
    mailBodyPath.pattern,
    page({
      who,
      show: async (c) => {
        const mail = isId(c.req.param('id') ?? '')
          ? await findMail(platform.db, c.req.param('id') ?? '')
          : undefined
        if (!mail) return c.notFound()
        // Mail programs know inline styles; this document alone may use them, and nothing else.
        c.header(
          'Content-Security-Policy',
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-same-origin allow-top-navigation-by-user-activation",
        )
        return html(c, mail.html)
      },
    }),
  )
  return routes
}
