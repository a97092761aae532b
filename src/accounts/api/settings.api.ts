import { z } from 'zod'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import {
  apiBackupApproversPath,
  apiCalendarPath,
  apiClosedDaysPath,
  apiOpenDayPath,
  apiSettingsPath,
  apiTimesPath,
} from '../../paths/api.ts'
import { type ApiCaller, nameOf } from '../../people/index.ts'
import { type Given, type Operation, type Problem, reading, writing } from '../../platform/api/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { chosenIn } from '../backup-approvers/backup-approvers.store.ts'
import { type BackupsRefusal, changeBackupApprovers } from '../backup-approvers/change-backup-approvers.ts'
import { closedDaysOf, weekOf } from '../calendar/calendar.store.ts'
import { changeWeek, type WeekRefusal } from '../calendar/change-week.ts'
import { closeDays, openDay } from '../calendar/close-days.ts'
import { sayClosedDaysProblems, sayWeekProblems } from '../calendar/say-problem.ts'
import { effectivePatience, type PatienceOverrides } from '../domain/patience-settings.ts'
import { words } from '../messages/index.ts'
import {
  changeAccountPatience,
  type PatienceProblems,
  type PatienceRefusal,
} from '../settings/change-patience.ts'
import { accountPatience, installationPatience } from '../settings/patience.store.ts'
import { sayProblems } from '../settings/say-patience.ts'
import { type SeenAccount, seenAccount } from '../sight.ts'
import { opensTab } from '../tabs.ts'
import {
  closedDaySchema,
  exampleSettings,
  exampleWeek,
  settingsSchema,
  timesSchema,
  weekSchema,
} from './settings.schema.ts'

const notFound: Problem = { status: 404, code: 'not-found' }

type Asked = { readonly caller: ApiCaller; readonly params: Readonly<Record<string, string>> }

async function settingsFor(db: Database | Tx, { caller, params }: Asked): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, caller, params['identifier'] ?? '')
  return seen && opensTab(seen, 'settings') ? seen : undefined
}

async function shown(db: Database | Tx, { account }: SeenAccount): Promise<Given> {
  const { version, now: _, ...calendar } = await weekOf(db, account.id)
  const [closed, { own }, above] = [
    await closedDaysOf(db, account.id),
    await accountPatience(db, account.id),
    await installationPatience(db),
  ]
  const closedDays = closed.map(({ day, name }) => ({ day, name }))
  const backups = await chosenIn(db, account.id)
  const timesInForce = { ...effectivePatience(above.own), ...own }
  const backupApprovers = backups.map((one) => ({
    personId: one.personId,
    name: nameOf(one),
    address: one.address,
  }))
  return { version, body: { version, calendar, closedDays, times: own, timesInForce, backupApprovers } }
}

type WeekProblems = Extract<WeekRefusal, { code: 'unfit' }>['problems']

const isOfWeek = (problems: WeekProblems | PatienceProblems): problems is WeekProblems =>
  Array.isArray(problems)

function problemOf(refusal: WeekRefusal | PatienceRefusal | BackupsRefusal, { reader }: ApiCaller): Problem {
  if (refusal.code === 'not-found') return notFound
  if (refusal.code === 'changed-meanwhile')
    return { status: 409, code: 'changed-meanwhile', detail: words.for(reader)('settings.changed-meanwhile') }
  if (refusal.code === 'no-decider') {
    const detail = words.for(reader)('backups.error.no-decider', { address: refusal.address })
    return { status: 422, code: 'unfit', errors: [{ pointer: '/addresses', detail }] }
  }
  const { problems } = refusal
  const said = Object.entries(
    isOfWeek(problems) ? sayWeekProblems(reader, problems) : sayProblems(reader, problems),
  )
  return {
    status: 422,
    code: 'unfit',
    errors: said.map(([name, detail]) => ({ pointer: `/${name}`, detail })),
  }
}

const shared = {
  tag: 'Settings',
  params: { identifier: 'The identifier of the account.' },
  answer: { description: 'The settings as they are now.', schema: settingsSchema, example: exampleSettings },
} as const
const changing = { ...shared, scope: 'decisions:write', status: 200 } as const

const read = reading<ApiCaller, z.ZodObject<Record<never, never>>>({
  ...shared,
  id: 'readSettings',
  path: apiSettingsPath.pattern,
  scope: 'requests:read',
  summary: 'Read the settings of an account',
  description:
    'When the account works, on which days it is closed, how long requests wait there, and who is a backup approver.',
  query: z.strictObject({}),
  problems: [404],
  async run(db, call) {
    const seen = await settingsFor(db, call)
    return seen ? done(await shown(db, seen)) : refuse(notFound)
  },
})

const calendar = writing<ApiCaller, typeof weekSchema>({
  ...changing,
  id: 'changeCalendar',
  path: apiCalendarPath.pattern,
  summary: 'Change when an account works',
  description: 'The time zone, the days off, the public holidays and the quiet hours, all of them.',
  body: weekSchema,
  exampleBody: exampleWeek,
  versioned: true,
  problems: [404, 409, 422],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const seen = await settingsFor(tx, call)
    if (!seen) return refuse(notFound)
    const weekend = [...new Set(call.body.weekend)].toSorted((one, other) => one - other)
    const asked = { account: seen.account.id, week: { ...call.body, weekend }, version: call.version }
    const changed = await changeWeek(tx, call.caller, asked)
    return changed.ok ? done(await shown(tx, seen)) : refuse(problemOf(changed.refusal, call.caller))
  },
})

const times = writing<ApiCaller, typeof timesSchema>({
  ...changing,
  id: 'changeWaitingTimes',
  path: apiTimesPath.pattern,
  summary: 'Change how long requests wait',
  description:
    'The numbers that the account says differently, all of them; what is left out is taken from the installation.',
  body: timesSchema,
  exampleBody: { answerWorkingDays: 3 },
  versioned: true,
  problems: [404, 409, 422],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const seen = await settingsFor(tx, call)
    if (!seen) return refuse(notFound)
    const asked = { account: seen.account.id, own: call.body as PatienceOverrides, version: call.version }
    const changed = await changeAccountPatience(tx, call.caller, asked)
    return changed.ok ? done(await shown(tx, seen)) : refuse(problemOf(changed.refusal, call.caller))
  },
})

const backupsBody = z.strictObject({ addresses: z.array(z.string().min(1).max(320)).max(2_000) })

const backups = writing<ApiCaller, typeof backupsBody>({
  ...changing,
  id: 'changeBackupApprovers',
  path: apiBackupApproversPath.pattern,
  summary: 'Choose the backup approvers',
  description:
    'Who may decide in the account and is mailed only once a request is overdue, all of them, by the addresses they sign in with.',
  body: backupsBody,
  exampleBody: { addresses: ['ben@acme.example'] },
  versioned: true,
  problems: [404, 409, 422],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const seen = await settingsFor(tx, call)
    if (!seen) return refuse(notFound)
    const { version, body } = call
    const asked = { account: seen.account.id, people: [], addresses: body.addresses, version }
    const changed = await changeBackupApprovers(tx, call.caller, asked)
    return changed.ok ? done(await shown(tx, seen)) : refuse(problemOf(changed.refusal, call.caller))
  },
})

const closedBody = z.strictObject({ days: z.array(closedDaySchema).min(1).max(100) })

const closing = writing<ApiCaller, typeof closedBody>({
  ...changing,
  id: 'closeDays',
  path: apiClosedDaysPath.pattern,
  summary: 'Close days',
  description:
    'Days on which nobody of the account works, each with a name; a day that is closed already gets the name.',
  body: closedBody,
  exampleBody: { days: [{ day: '2026-12-24', name: 'Christmas Eve' }] },
  versioned: false,
  problems: [404, 422],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const seen = await settingsFor(tx, call)
    if (!seen) return refuse(notFound)
    const typed = call.body.days.map(({ day, name }) => `${day} ${name.replace(/\s+/g, ' ')}`).join('\n')
    const closed = await closeDays(tx, call.caller, { account: seen.account.id, typed })
    if (closed.ok) return done(await shown(tx, seen))
    if (closed.refusal.code === 'not-found') return refuse(notFound)
    const detail = sayClosedDaysProblems(call.caller.reader, closed.refusal.problems)
    return refuse({ status: 422, code: 'unfit', errors: [{ pointer: '/days', detail }] })
  },
})

const openBody = z.strictObject({ day: z.iso.date() })

const opening = writing<ApiCaller, typeof openBody>({
  ...changing,
  id: 'openDay',
  path: apiOpenDayPath.pattern,
  summary: 'Open a closed day',
  description: 'Makes a closed day a working day again.',
  body: openBody,
  exampleBody: { day: '2026-12-24' },
  versioned: false,
  problems: [404, 422],
  async run(tx, call): Promise<Outcome<Given, Problem>> {
    const seen = await settingsFor(tx, call)
    if (!seen) return refuse(notFound)
    const opened = await openDay(tx, call.caller, { account: seen.account.id, day: call.body.day })
    return opened.ok ? done(await shown(tx, seen)) : refuse(notFound)
  },
})

/** What the API offers of an account's settings. */
export const settingsOperations: readonly Operation<ApiCaller>[] = [
  read,
  calendar,
  times,
  backups,
  closing,
  opening,
]
