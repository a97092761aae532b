import { openChanges, shownChange } from '../../account-changes/index.ts'
import { sayHeld } from '../../accounts/index.ts'
import { done, refuse } from '../../kernel/outcome.ts'
import { nameOf, readAddress } from '../../people/index.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { accountHealth, healthFilters } from '../operator/health.query.ts'
import {
  accountsAfter,
  deadJobs,
  peopleAfter,
  peopleFilters,
  personAtAddress,
} from '../operator/operator.query.ts'
import { type WholePerson, wholePerson } from '../operator/person.query.ts'
import { listing } from './as-operator.ts'
import type { Command } from './command.ts'
import { readerAt, showing } from './in-account.ts'
import { chainHeads } from './identifiers.query.ts'
import { openRequestsIn } from './support.query.ts'

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
    const status = statuses.find((one) => one === given.text('status')) ?? ''
    const filter = { find: given.text('find') ?? '', status, type: '' } as const
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

const personShow = listing(
  { name: 'person show', about: 'about.person-show', takes: ['ADDRESS'] },
  async (db, { terminal, given }) => {
    const [value = ''] = given.arguments
    const address = readAddress(value)
    const person = address.ok ? await personAtAddress(db, address.value) : undefined
    const whole = person && (await wholePerson(db, person.id))
    if (!whole) return refuse(terminal.say('refused.nobody', { value }))
    const { sessions, tokens, held, asked } = whole
    const reader = readerAt(terminal)
    return done({
      lines: [
        line(person.address, person.status, nameOf(person), person.company),
        terminal.say('operator.person.sessions.n', { n: sessions, tokens }),
        ...held.map((one) => line(`  ${one.identifier}`, heldAs(one, reader), one.source)),
        ...asked.map(({ reference, account, submittedAt }) => line(`  ${reference}`, account, submittedAt)),
      ],
      json: { ...person, ...whole },
    })
  },
)

function heldAs({ role, place, endsAt }: WholePerson['held'][number], reader: Reader): string {
  const ends = endsAt === null ? null : new Date(endsAt)
  return sayHeld(reader, { role, places: place === null ? [] : [place], endsAt: ends })
}

const requestList = showing(
  { name: 'request list', about: 'about.request-list' },
  async (db, { account: { id } }) => {
    const requests = await openRequestsIn(db, id)
    return done({
      lines: requests.map(({ reference, status, submittedAt, dueAt, address }) =>
        line(reference, status, submittedAt.toISOString(), dueAt.toISOString(), address),
      ),
      json: requests,
    })
  },
)

const auditHeads = listing({ name: 'audit heads', about: 'about.audit-heads' }, async (db) => {
  const heads = await chainHeads(db)
  return done({ lines: heads.map(({ name, seq, hash }) => line(name, String(seq), hash)), json: heads })
})

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
  personShow,
  requestList,
  auditHeads,
  jobList,
]
