import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import {
  operatedMailPath,
  operatorMailsPath,
  operatorTroublePath,
  resendMailsPath,
  retryJobsPath,
} from '../../paths/operator.ts'
import { frameOf, operator, type Viewer } from '../../people/index.ts'
import { command, type Ctx, type Env, html, page, seeOther } from '../../platform/http/index.ts'
import { resend, retryDeadJobs } from '../../platform/mailer/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { words } from '../messages/index.ts'
import { OperatedMailPage } from './mail.page.tsx'
import { MailsPage } from './mails.page.tsx'
import { findWholeMail, mailsBefore, type Show, shows } from './mails.query.ts'
import { pressForm } from './operator.form.ts'
import { listed } from './paging.ts'
import { recordResent } from './resent.ts'

const mostAtOnce = 100
const resendForm = z.strictObject({ mail: z.array(z.string()).max(mostAtOnce) })

/** The operator's pages about mails. */
export function mailsRoutes(platform: Platform): Hono<Env> {
  const who = operator(platform)
  const back = (c: Ctx) => seeOther(c, operatorMailsPath.to())
  return new Hono<Env>()
    .get(operatorMailsPath.pattern, page({ who, show: (c, viewer) => list(c, platform, viewer) }))
    .post(
      resendMailsPath.pattern,
      command(platform, {
        who,
        form: resendForm,
        lists: ['mail'],
        async run(tx, viewer, { mail }) {
          const ids = mail.filter(isId)
          const n = await resend(tx, ids)
          await recordResent(tx, viewer.personId, n)
          return done(n)
        },
        invalid: back,
        refused: back,
        done: (c, _, n) => seeOther(c, `${operatorMailsPath.to()}?resent=${n}`),
      }),
    )
    .post(
      retryJobsPath.pattern,
      command(platform, {
        who,
        form: pressForm,
        run: async (tx) => done(await retryDeadJobs(tx)),
        invalid: back,
        refused: back,
        done: (c) => seeOther(c, operatorTroublePath.to()),
      }),
    )
    .get(operatedMailPath.pattern, page({ who, show: (c, viewer) => one(c, platform, viewer) }))
}

function showIn(c: Ctx): Show {
  const asked = c.req.query('show')
  return shows.find((one) => one === asked) ?? 'all'
}

async function list(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const show = showIn(c)
  const shown = await listed(c, platform, viewer, {
    name: `mails:${show}`,
    read: (db, { find, after: before, most }) =>
      mailsBefore(db, { show, find: find.toLowerCase(), before, most }),
    keyOf: ({ id }) => id,
  })
  const n = Number(c.req.query('resent') ?? Number.NaN)
  const text = Number.isSafeInteger(n) ? words.for(viewer.reader)('mails.resent', { n }) : undefined
  const flash = text === undefined ? undefined : ({ kind: 'success', text } as const)
  return html(c, <MailsPage {...shown} show={show} flash={flash} />)
}

async function one(c: Ctx, platform: Platform, viewer: Viewer): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const mail = isId(id) ? await findWholeMail(platform.db, id) : undefined
  return mail ? html(c, <OperatedMailPage frame={frameOf(c, platform, viewer)} mail={mail} />) : c.notFound()
}
