import { handBack, sayRequestRefusal } from '../../access-requests/index.ts'
import { deskClaims, deskFilters } from '../../accounts/index.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { deskCases, sayCaseRefusal, shownCases, write } from '../../support-cases/index.ts'
import { readCaseText } from '../../support-cases/domain/writing.ts'
import { acting, listing } from './as-operator.ts'
import type { Command } from './command.ts'
import { readerAt } from './in-account.ts'
import { caseNamed, requestNamed } from './support.query.ts'

const mostShown = 200
// Nobody's own: an operator at the machine looks after no case.
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId
const shows = shownCases.filter((name) => name !== 'mine')
const operator = (personId: PersonId) => ({ personId, isOperator: true, isSupport: false })

/** The commands of the support desk: what takes a password or two people is done in the portal. */
export const supportCommands: readonly Command[] = [
  listing(
    { name: 'case list', about: 'about.case-list', options: { show: { value: 'WHICH', choices: shows } } },
    async (db, { given }) => {
      const show = shows.find((one) => one === given.text('show')) ?? 'open'
      const cases = await deskCases(db, show, { agent: nobody, cause: null, after: null, limit: mostShown })
      return done({
        lines: cases.map(({ reference, status, cause, answerDueAt, identifier, requestReference }) =>
          [reference, status, cause, answerDueAt.toISOString(), identifier ?? '', requestReference ?? '']
            .join('  ')
            .trimEnd(),
        ),
        json: cases,
      })
    },
  ),
  acting(
    {
      name: 'case note',
      about: 'about.case-note',
      takes: ['REFERENCE'],
      options: { text: { value: 'TEXT', required: true } },
    },
    async (tx, { terminal, given }, by) => {
      const [value = ''] = given.arguments
      const { say } = terminal
      const id = await caseNamed(tx, value)
      if (!id) return refuse(say('refused.no-case', { value }))
      const text = readCaseText(given.text('text') ?? '')
      if (!text.ok) return refuse(say('refused.case-text'))
      const saying = { room: 'INTERNAL', text: text.value, resolves: false, seen: null } as const
      const written = await write(tx, { ...operator(by), now: new Date() }, id, saying)
      if (written.ok) return done(say('done.case-note', { value: value.toUpperCase() }))
      const why = sayCaseRefusal(written.refusal, readerAt(terminal)).text
      return refuse(say('refused.nothing-done', { why }))
    },
  ),
  listing(
    {
      name: 'claim list',
      about: 'about.claim-list',
      options: { show: { value: 'WHICH', choices: deskFilters } },
    },
    async (db, { given }) => {
      const filter = deskFilters.find((one) => one === given.text('show')) ?? 'decide'
      const { claims } = await deskClaims(db, nobody, { filter, after: null })
      return done({
        lines: claims.map(({ reference, identifier, status, openedAt }) =>
          [reference, identifier, status, openedAt.toISOString()].join('  '),
        ),
        json: claims,
      })
    },
  ),
  acting(
    { name: 'request hand-back', about: 'about.request-hand-back', takes: ['REFERENCE'] },
    async (tx, { terminal, given }, by) => {
      const [value = ''] = given.arguments
      const { say } = terminal
      const id = await requestNamed(tx, value)
      if (!id) return refuse(say('refused.no-request', { value }))
      const outcome = await handBack(tx, operator(by), id)
      if (outcome.ok) return done(say('done.request-hand-back', { value: value.toUpperCase() }))
      const why = sayRequestRefusal(outcome.refusal, readerAt(terminal)).text
      return refuse(say('refused.nothing-done', { why }))
    },
  ),
]
