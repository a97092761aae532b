import { readIdentifier } from '../../accounts/domain/identifier.ts'
import {
  accountOf,
  accountPatience,
  changeAccountPatience,
  changeSight,
  changeWeek,
  closeDays,
  closedDaysOf,
  findAccount,
  installationPatience,
  openDay,
  patienceTyped,
  readPatience,
  sayClosedDaysProblems,
  sayWeekProblems,
  type StoredAccount,
  type Week,
  weekOf,
} from '../../accounts/index.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { type Database, type Tx, transact } from '../../platform/db/index.ts'
import type { Command, Given, Say, Terminal } from './command.ts'
import { withDatabase } from './database.ts'
import { terminalLocale } from './language.ts'
import { numberLines, numbersIn, sayNumbers } from './settings.ts'

const shows = ['NAMES', 'RELAY', 'NONE'] as const
const twos = { usual: null, yes: true, no: false } as const

type Step = (
  terminal: Terminal,
  given: Given,
  tx: Tx,
  account: StoredAccount,
) => Promise<Outcome<null, string>>

function given(text: string | undefined, otherwise: string): string {
  if (text === undefined) return otherwise
  return text === 'none' ? '' : text
}

type QuietHours = Pick<Week, 'quietFrom' | 'quietTo'>

function quietIn(asked: Given, before: Week, say: Say): Outcome<QuietHours, string> {
  const now = before.quietFrom === null ? '' : `${before.quietFrom}-${before.quietTo ?? ''}`
  const value = given(asked.text('quiet'), now)
  if (value === '') return done({ quietFrom: null, quietTo: null })
  const [quietFrom = '', quietTo, more] = value.split('-')
  if (quietTo === undefined || more !== undefined) return refuse(say('refused.quiet', { value }))
  return done({ quietFrom, quietTo })
}

function weekendIn(asked: Given, before: Week, say: Say): Outcome<readonly number[], string> {
  const value = asked.text('weekend')
  if (value === undefined) return done(before.weekend)
  if (!/^([1-7](,[1-7])*)?$/.test(value)) return refuse(say('refused.weekend', { value }))
  const days = new Set(value.split(',').filter(Boolean).map(Number))
  return done([...days].toSorted((one, other) => one - other))
}

function weekIn(asked: Given, before: Week, say: Say): Outcome<Week, string> {
  const weekend = weekendIn(asked, before, say)
  if (!weekend.ok) return weekend
  const quiet = quietIn(asked, before, say)
  if (!quiet.ok) return quiet
  const [country = '', ...part] = given(asked.text('holidays'), placeOf(before)).split('-')
  const timeZone = asked.text('time-zone') ?? before.timeZone
  return done({ timeZone, weekend: weekend.value, country, region: part.join('-'), ...quiet.value })
}

function placeOf({ country, region }: Week): string {
  return region === '' ? country : `${country}-${region}`
}

const setWeek: Step = async (terminal, asked, tx, account) => {
  const week = weekIn(asked, await weekOf(tx, account.id), terminal.say)
  if (!week.ok) return week
  const changed = await changeWeek(tx, null, { account: account.id, week: week.value, version: null })
  if (changed.ok) return done(null)
  const locale = terminalLocale(terminal.environment)
  return refuse(
    changed.refusal.code === 'unfit'
      ? Object.values(sayWeekProblems({ locale }, changed.refusal.problems)).join(' ')
      : changed.refusal.code,
  )
}

const setDays: Step = async (terminal, asked, tx, account) => {
  for (const day of asked.list('open')) {
    const opened = await openDay(tx, null, { account: account.id, day })
    if (!opened.ok) return refuse(terminal.say('refused.not-closed', { value: day }))
  }
  const typed = asked.list('close').join('\n')
  if (typed === '') return done(null)
  const closed = await closeDays(tx, null, { account: account.id, typed })
  if (closed.ok) return done(null)
  const locale = terminalLocale(terminal.environment)
  return refuse(
    closed.refusal.code === 'unfit'
      ? sayClosedDaysProblems({ locale }, closed.refusal.problems)
      : closed.refusal.code,
  )
}

const setNumbers: Step = async (terminal, asked, tx, { id }) => {
  const typed = numbersIn(asked, terminal.say)
  if (!typed.ok) return typed
  const { own: before } = await accountPatience(tx, id)
  const { own, problems } = readPatience({ ...(patienceTyped(before) as typeof typed.value), ...typed.value })
  if (Object.keys(problems).length > 0) return refuse(sayNumbers(terminal, problems))
  const changed = await changeAccountPatience(tx, null, { account: id, own, version: null })
  if (changed.ok) return done(null)
  const { refusal } = changed
  return refuse(refusal.code === 'unfit' ? sayNumbers(terminal, refusal.problems) : refusal.code)
}

const setSight: Step = async (_, asked, tx, account) => {
  const show = shows.find((one) => one === asked.text('show-administrators'))
  const two = asked.text('two-for-administrator') as keyof typeof twos | undefined
  const sight = {
    showAdministrators: show ?? account.showAdministrators,
    twoForAdministrator: two === undefined ? account.twoForAdministrator : twos[two],
  }
  const changed = await changeSight(tx, null, { account: account.id, sight, version: null })
  return changed.ok ? done(null) : refuse(changed.refusal.code)
}

async function setAll(terminal: Terminal, asked: Given, tx: Tx): Promise<Outcome<StoredAccount, string>> {
  const [value = ''] = asked.arguments
  const identifier = readIdentifier(value)
  const account = identifier.ok ? await findAccount(tx, identifier.value) : undefined
  if (!account) return refuse(terminal.say('refused.unknown-account', { value }))
  for (const step of [setWeek, setDays, setNumbers, setSight]) {
    const taken = await step(terminal, asked, tx, account)
    if (!taken.ok) return taken
  }
  return done(account)
}

function weekLines(say: Say, week: Week): string[] {
  const { timeZone, weekend, quietFrom, quietTo } = week
  const none = say('settings.none')
  return [
    say('settings.zone', { value: timeZone }),
    say('settings.weekend', { value: weekend.join(',') || none }),
    say('settings.holidays', { value: placeOf(week) || none }),
    say('settings.quiet', { value: quietFrom === null ? none : `${quietFrom}-${quietTo ?? ''}` }),
  ]
}

async function show({ say, out }: Terminal, db: Database, account: StoredAccount): Promise<void> {
  const { id } = account
  const { showAdministrators, twoForAdministrator } = await accountOf(db, id)
  const two = Object.entries(twos).find(([, stored]) => stored === twoForAdministrator)
  const { own } = await accountPatience(db, id)
  const lines = [
    ...weekLines(say, await weekOf(db, id)),
    ...(await closedDaysOf(db, id)).map(({ day, name }) => say('settings.closed', { day, name })),
    say('settings.show-administrators', { value: showAdministrators }),
    say('settings.two-for-administrator', { value: two?.[0] ?? '' }),
    ...numberLines(say, own, (await installationPatience(db)).own),
  ]
  for (const line of lines) out(line)
}

/** `vestibule account set` */
export const accountSet: Command = {
  name: 'account set',
  takes: ['IDENTIFIER'],
  options: {
    'time-zone': { value: 'ZONE' },
    weekend: { value: 'DAYS' },
    holidays: { value: 'PLACE' },
    quiet: { value: 'FROM-UNTIL' },
    close: { value: '"DAY NAME"', multiple: true },
    open: { value: 'DAY', multiple: true },
    number: { value: 'NAME=VALUE', multiple: true },
    'show-administrators': { value: 'WHAT', choices: shows },
    'two-for-administrator': { value: 'WHEN', choices: Object.keys(twos) },
    demo: {},
  },
  about: 'about.account-set',
  run: (terminal, asked) =>
    withDatabase(terminal, asked, async (db) => {
      const saved = await transact(db, (tx) => setAll(terminal, asked, tx))
      if (!saved.ok) {
        terminal.err(saved.refusal)
        return 1
      }
      await show(terminal, db, saved.value)
      return 0
    }),
}
