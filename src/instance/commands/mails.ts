import { isId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { resend, retryDeadJobs } from '../../platform/mailer/index.ts'
import { mailsBefore, shows } from '../operator/mails.query.ts'
import { recordResent } from '../operator/resent.ts'
import { acting, listing } from './as-operator.ts'
import type { Command } from './command.ts'

const mostShown = 200

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
