import { openChanges, shownChange } from '../../account-changes/index.ts'
import { done } from '../../kernel/outcome.ts'
import { nameOf } from '../../people/index.ts'
import { accountHealth, healthFilters } from '../operator/health.query.ts'
import { accountsAfter, deadJobs, peopleAfter, peopleFilters } from '../operator/operator.query.ts'
import { listing } from './as-operator.ts'
import type { Command } from './command.ts'

const mostShown = 100_000
const statuses = ['PENDING', 'ACTIVE', 'SUSPENDED', 'CLOSED'] as const
const page = { after: '', most: mostShown }
const line = (...parts: readonly string[]) => parts.join('  ').trimEnd()

const accountFind = listing(
  {
    name: 'account find',
    about: 'about.account-find',
    options: { find: { value: 'TEXT' }, status: { value: 'STATUS', choices: statuses } },
  },
  async (db, { given }) => {
    const filter = { find: given.text('find') ?? '', status: given.text('status') ?? '', type: '' }
    const accounts = await accountsAfter(db, { ...page, ...filter })
    return done({
      lines: accounts.map(({ identifier, status, type, visibility, administrators, name }) =>
        line(identifier, status, type, visibility, String(administrators), name),
      ),
      json: accounts,
    })
  },
)

const accountCheck = listing(
  {
    name: 'account check',
    about: 'about.account-check',
    options: { find: { value: 'TEXT' }, show: { value: 'WHICH', choices: healthFilters } },
  },
  async (db, { terminal: { say }, given }) => {
    const filter = healthFilters.find((one) => one === given.text('show')) ?? 'trouble'
    const accounts = await accountHealth(db, { ...page, filter, find: given.text('find') ?? '' })
    return done({
      lines: accounts.map(({ identifier, reachable, open, late, mailTrouble }) =>
        say('done.check-line', { identifier, reachable, open, late, mails: mailTrouble }),
      ),
      json: accounts,
    })
  },
)

const accountChanges = listing(
  { name: 'account changes', about: 'about.account-changes' },
  async (db, { terminal: { say } }) => {
    const waiting = await openChanges(db, null, mostShown)
    return done({
      lines: waiting.map(({ identifier, kind, lapsesAt, reason, id }) =>
        line(id, say('done.change-line', { identifier, kind, until: lapsesAt.toISOString() }), reason),
      ),
      json: waiting.map(shownChange),
    })
  },
)

const personFind = listing(
  {
    name: 'person find',
    about: 'about.person-find',
    options: { find: { value: 'TEXT' }, show: { value: 'WHICH', choices: peopleFilters } },
  },
  async (db, { given }) => {
    const only = peopleFilters.find((one) => one === given.text('show')) ?? 'all'
    const people = await peopleAfter(db, { ...page, find: given.text('find') ?? '', only })
    return done({
      lines: people.map((one) => line(one.address, one.status, nameOf(one), one.company)),
      json: people,
    })
  },
)

const jobList = listing({ name: 'job list', about: 'about.job-list' }, async (db) => {
  const jobs = await deadJobs(db)
  return done({
    lines: jobs.map(({ id, failedAt, kind, attempts, identifier, error }) =>
      line(id, failedAt.toISOString(), kind, String(attempts), identifier ?? '', error ?? ''),
    ),
    json: jobs,
  })
})

/** The commands that show what the operator's pages show, and change nothing. */
export const lookingCommands: readonly Command[] = [
  accountFind,
  accountCheck,
  accountChanges,
  personFind,
  jobList,
]
