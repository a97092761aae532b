import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { PersonId } from '../../kernel/id.ts'
import {
  answerApplication,
  approveApplication,
  newAccountWords,
  queuedApplications,
  queueFilters,
} from '../../new-accounts/index.ts'
import type { Tx } from '../../platform/db/index.ts'
import { acting, type AtHand, listing } from './as-operator.ts'
import type { Command } from './command.ts'
import { readerAt } from './in-account.ts'
import { applicationNamed, operatorAs } from './new-accounts.query.ts'

const note = { value: 'TEXT', required: true } as const

type Refusal = Extract<Awaited<ReturnType<typeof approveApplication>>, { ok: false }>['refusal']

function refused({ terminal, given }: AtHand, { code }: Refusal): Outcome<never, string> {
  if (code === 'not-found')
    return refuse(terminal.say('refused.no-application', { value: given.arguments[0] ?? '' }))
  const why = newAccountWords.for(readerAt(terminal))(
    `application.refused.${code}` as 'application.refused.over',
  )
  return refuse(terminal.say('refused.nothing-done', { why }))
}

/** A step about the application whose reference was typed. */
async function step(
  tx: Tx,
  hand: AtHand,
  by: PersonId,
  what: 'approve' | 'ask' | 'decline',
): Promise<Outcome<string, string>> {
  const { terminal, given } = hand
  const application = await applicationNamed(tx, given.arguments[0] ?? '')
  if (!application) return refused(hand, { code: 'not-found' })
  const text = given.text('note')?.trim() ?? ''
  if (what !== 'approve' && (text.length < 10 || text.length > 1_000))
    return refuse(terminal.say('refused.note'))
  const viewer = await operatorAs(tx, by)
  const outcome =
    what === 'approve'
      ? await approveApplication(tx, viewer, application)
      : await answerApplication(tx, viewer, { ...application, step: what, note: text })
  return outcome.ok ? done(terminal.say(`done.application-${what}`)) : refused(hand, outcome.refusal)
}

/** The commands about accounts that somebody asked for. */
export const newAccountCommands: readonly Command[] = [
  listing(
    {
      name: 'new-account list',
      about: 'about.new-account-list',
      options: { show: { value: 'WHICH', choices: queueFilters } },
    },
    async (db, { given }) => {
      const filter = queueFilters.find((one) => one === given.text('show')) ?? 'check'
      const { applications } = await queuedApplications(db, { filter, after: null })
      return done({
        lines: applications.map(({ reference, identifier, name, status, checks }) =>
          [reference, identifier, name, status, checks.join(',')].join('  ').trimEnd(),
        ),
        json: applications,
      })
    },
  ),
  acting(
    { name: 'new-account approve', about: 'about.new-account-approve', takes: ['REFERENCE'] },
    (tx, hand, by) => step(tx, hand, by, 'approve'),
  ),
  acting(
    { name: 'new-account ask', about: 'about.new-account-ask', takes: ['REFERENCE'], options: { note } },
    (tx, hand, by) => step(tx, hand, by, 'ask'),
  ),
  acting(
    {
      name: 'new-account decline',
      about: 'about.new-account-decline',
      takes: ['REFERENCE'],
      options: { note },
    },
    (tx, hand, by) => step(tx, hand, by, 'decline'),
  ),
]
