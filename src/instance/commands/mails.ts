import { record } from '../../event-log/index.ts'
import { installation, isId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { resend, retryDeadJobs } from '../../platform/mailer/index.ts'
import { findWholeMail, mailsBefore, shows } from '../operator/mails.query.ts'
import { recordResent } from '../operator/resent.ts'
import { acting, listing } from './as-operator.ts'
import type { Command } from './command.ts'

const mostShown = 200

const mailShow = listing(
  { name: 'mail show', about: 'about.mail-show', takes: ['ID'] },
  async (db, { terminal: { say }, given }) => {
    const [value = ''] = given.arguments
    const mail = isId(value) ? await findWholeMail(db, value) : undefined
    if (!mail) return refuse(say('refused.no-mail', { value }))
    const { address, kind, queuedAt, state, history } = mail
    return done({
      lines: [
        [address, kind, queuedAt.toISOString(), state].join('  '),
        ...history.map(({ at, outcome, response }) => `  ${at}  ${outcome}  ${response}`.trimEnd()),
      ],
      json: mail,
    })
  },
)

/** The commands about mails, and about work that was given up. */
export const mailCommands: readonly Command[] = [
  listing(
    {
      name: 'mail list',
      about: 'about.mail-list',
      options: { show: { value: 'WHICH', choices: shows }, find: { value: 'TEXT' } },
    },
    async (db, { given }) => {
      const show = shows.find((one) => one === given.text('show')) ?? 'all'
      const find = (given.text('find') ?? '').toLowerCase()
      const mails = await mailsBefore(db, { show, find, before: '', most: mostShown })
      return done({
        lines: mails.map(({ id, queuedAt, state, address, kind, response }) =>
          [id, queuedAt.toISOString(), state, address, kind, response ?? ''].join('  ').trimEnd(),
        ),
        json: mails,
      })
    },
  ),
  mailShow,
  acting({ name: 'mail test', about: 'about.mail-test' }, async (tx, { terminal: { say }, given }, by) => {
    await record(tx, { type: 'mail.tested', account: installation, actor: by })
    return done(say('done.mail-test', { value: given.text('by') ?? '' }))
  }),
  acting(
    {
      name: 'mail send-again',
      about: 'about.mail-send-again',
      options: { mail: { value: 'ID', multiple: true, required: true } },
    },
    async (tx, { terminal: { say }, given }, by) => {
      const ids = given.list('mail')
      const value = ids.find((id) => !isId(id))
      if (value !== undefined) return refuse(say('refused.no-mail', { value }))
      const n = await resend(tx, ids)
      await recordResent(tx, by, n)
      return done(say('done.mail-again', { n }))
    },
  ),
  acting({ name: 'job retry', about: 'about.job-retry' }, async (tx, { terminal: { say } }) =>
    done(say('done.job-retry', { n: await retryDeadJobs(tx) })),
  ),
]
