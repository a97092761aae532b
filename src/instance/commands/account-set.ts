import { readIdentifier } from '../../accounts/domain/identifier.ts'
import {
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
  sayClosedDaysProblem,
  sayWeekProblem,
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

function weekIn(asked: Given, before: Week, say: Say): Outcome<Week, string> {
  const weekend = asked.text('weekend')
  if (weekend !== undefined && !/^([1-7](,[1-7])*)?$/.test(weekend)) {
    return refuse(say('refused.weekend', { value: weekend }))
  }
  const quiet = given(
    asked.text('quiet'),
    before.quietFrom ? `${before.quietFrom}-${before.quietTo ?? ''}` : '',
  )
  const [from, to, ...more] = quiet === '' ? [null, null] : quiet.split('-')
  if (more.length > 0 || to === undefined) return refuse(say('refused.quiet', { value: quiet }))
  const { country, region } = before
  const place = given(asked.text('holidays'), region === '' ? country : `${country}-${region}`)
  const [chosen = '', ...part] = place.split('-')
  const days = weekend === undefined ? before.weekend : weekend.split(',').filter(Boolean).map(Number)
  return done({
    timeZone: asked.text('time-zone') ?? before.timeZone,
    weekend: [...new Set(days)].toSorted((one, other) => one - other),
    country: chosen,
    region: part.join('-'),
    quietFrom: from ?? null,
    quietTo: to,
  })
}

const setWeek: Step = async (terminal, asked, tx, account) => {
  const week = weekIn(asked, await weekOf(tx, account.id), terminal.say)
  if (!week.ok) return week
  const changed = await changeWeek(tx, null, { account: account.id, week: week.value, version: null })
  if (changed.ok) return done(null)
  const locale = terminalLocale(terminal.environment)
  return refuse(
    changed.refusal.code === 'unfit'
      ? sayWeekProblem({ locale }, changed.refusal.problem).text
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
      ? sayClosedDaysProblem({ locale }, closed.refusal.problem)
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

async function show({ say, out }: Terminal, db: Database, { id, identifier }: StoredAccount): Promise<void> {
  const week = await weekOf(db, id)
  const none = say('settings.none')
  const account = await findAccount(db, identifier)
  out(say('settings.zone', { value: week.timeZone }))
  out(say('settings.weekend', { value: week.weekend.join(',') || none }))
  out(say('settings.holidays', { value: [week.country, week.region].filter(Boolean).join('-') || none }))
  out(say('settings.quiet', { value: week.quietFrom ? `${week.quietFrom}-${week.quietTo ?? ''}` : none }))
  for (const { day, name } of await closedDaysOf(db, id)) out(say('settings.closed', { day, name }))
  const two = Object.entries(twos).find(([, stored]) => stored === account?.twoForAdministrator)?.[0] ?? none
  out(say('settings.show-administrators', { value: account?.showAdministrators ?? none }))
  out(say('settings.two-for-administrator', { value: two }))
  const { own } = await accountPatience(db, id)
  for (const line of numberLines(say, own, (await installationPatience(db)).own)) out(line)
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
