import { Hono } from 'hono'
import { localTimeIn } from '../../kernel/local-time.ts'
import { accountSettingsPath, closedDaysPath, openDayPath } from '../../paths/accounts.ts'
import { withQuery } from '../../paths/decisions.ts'
import { frameOf, signedIn, type Viewer } from '../../people/index.ts'
import {
  command,
  type Ctx,
  type Env,
  html,
  MalformedForm,
  page,
  seeOther,
  type Typed,
} from '../../platform/http/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { StoredAccount } from '../accounts.store.ts'
import { words } from '../messages/index.ts'
import { doneIn, heldAt, settingsOf, type Shown } from '../settings/settings.route.ts'
import { timingOf } from '../settings/timing.query.ts'
import { closedDaysForm, openDayForm, weekForm } from './calendar.form.ts'
import { CalendarPage } from './calendar.page.tsx'
import { closedDaysOf, keptHolidays, type StoredWeek, weekOf } from './calendar.store.ts'
import { changeWeek } from './change-week.ts'
import { closeDays, openDay } from './close-days.ts'
import { holidayCountries, holidayRegions } from './holidays.ts'
import { sayClosedDaysProblems, sayWeekProblems } from './say-problem.ts'

/** The calendar of an account: the page, the week, and the closed days. */
export function calendarRoutes(platform: Platform): Hono<Env> {
  const who = signedIn(platform)
  return new Hono<Env>()
    .get(accountSettingsPath.pattern, page({ who, show: (c, viewer) => show(c, platform, viewer, {}) }))
    .post(accountSettingsPath.pattern, changing(platform))
    .post(closedDaysPath.pattern, closing(platform))
    .post(openDayPath.pattern, opening(platform))
}

async function show(c: Ctx, platform: Platform, viewer: Viewer, shown: Shown): Promise<Response> {
  const seen = await settingsOf(c, platform, viewer)
  if (!seen) return c.notFound()
  const { account } = seen
  const known = await knownOf(platform, viewer, account)
  const held = {
    ...(await heldAt(c, platform, viewer, accountSettingsPath.to(account.identifier))),
    ...(await heldAt(c, platform, viewer, closedDaysPath.to(account.identifier))),
  }
  return html(
    c,
    <CalendarPage
      frame={frameOf(c, platform, viewer)}
      seen={seen}
      {...known}
      typed={{ ...known.typed, ...held, ...shown.typed }}
      errors={shown.errors ?? {}}
      refused={shown.refused}
      flash={flashOf(c, viewer)}
    />,
    shown.status ?? 200,
  )
}

async function knownOf({ db }: Platform, viewer: Viewer, account: StoredAccount) {
  const today = localTimeIn(viewer.now, account.timeZone).toISOString().slice(0, 10)
  const [week, timing, closed] = await Promise.all([
    weekOf(db, account.id),
    timingOf(db, account.id),
    closedDaysOf(db, account.id),
  ])
  const [holidays, countries, regions] = await Promise.all([
    keptHolidays(db, week, Number(today.slice(0, 4))),
    holidayCountries(),
    week.country === '' ? [] : holidayRegions(week.country),
  ])
  return {
    typed: typedFrom(week),
    version: week.version,
    countries,
    regions,
    closed,
    holidays,
    timing: { ...timing, now: viewer.now },
    today,
  }
}

function typedFrom({ timeZone, weekend, country, region, quietFrom, quietTo }: StoredWeek): Typed {
  const quiet = { quietFrom: quietFrom ?? '', quietTo: quietTo ?? '' }
  return { timeZone, weekend: weekend.map(String), country, region, ...quiet }
}

function flashOf(c: Ctx, { reader }: Viewer) {
  const t = words.for(reader)
  const said = doneIn(c, {
    saved: 'settings.saved',
    unchanged: 'settings.unchanged',
    opened: 'settings.opened',
  } as const)
  const added = Number(c.req.query('added') ?? 0)
  if (Number.isSafeInteger(added) && added > 0) {
    return { kind: 'success', text: t('settings.saved-days', { n: added }) } as const
  }
  return said && ({ kind: 'success', text: t(said) } as const)
}

const back = (c: Ctx, query: Record<string, string>) =>
  seeOther(c, withQuery(accountSettingsPath.to(c.req.param('identifier') ?? ''), query))

const malformed = () => {
  throw new MalformedForm('calendar')
}

function changing(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: weekForm,
    lists: ['weekend'],
    async run(tx, viewer, { version, ...typed }, c) {
      const seen = await settingsOf(c, platform, viewer)
      if (!seen) return { ok: false, refusal: { code: 'not-found' } } as const
      const week = {
        ...typed,
        weekend: [...new Set(typed.weekend)].toSorted((one, other) => one - other),
        region: await fittingRegion(typed),
        quietFrom: typed.quietFrom || null,
        quietTo: typed.quietTo || null,
      }
      return changeWeek(tx, viewer, { account: seen.account.id, week, version })
    },
    invalid: malformed,
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'not-found') return c.notFound()
      if (refusal.code === 'changed-meanwhile') {
        return show(c, platform, viewer, {
          typed,
          refused: words.for(viewer.reader)('settings.changed-meanwhile'),
          status: 409,
        })
      }
      const errors = sayWeekProblems(viewer.reader, refusal.problems)
      return show(c, platform, viewer, { typed, errors, status: 422 })
    },
    done: (c, _, changed) => back(c, { done: changed ? 'saved' : 'unchanged' }),
  })
}

// The list of parts was that of the country before; another country begins with the whole of it.
async function fittingRegion({ country, region }: { country: string; region: string }): Promise<string> {
  if (country === '' || region === '') return ''
  return (await holidayRegions(country)).some(({ code }) => code === region) ? region : ''
}

function closing(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: closedDaysForm,
    async run(tx, viewer, { days }, c) {
      const seen = await settingsOf(c, platform, viewer)
      if (!seen) return { ok: false, refusal: { code: 'not-found' } } as const
      return closeDays(tx, viewer, { account: seen.account.id, typed: days })
    },
    invalid: malformed,
    refused(c, viewer, { refusal, typed }) {
      if (refusal.code === 'not-found') return c.notFound()
      const errors = { days: sayClosedDaysProblems(viewer.reader, refusal.problems) }
      return show(c, platform, viewer, { typed, errors, status: 422 })
    },
    done: (c, _, added) => back(c, { added: String(added) }),
  })
}

function opening(platform: Platform) {
  return command(platform, {
    who: signedIn(platform),
    form: openDayForm,
    async run(tx, viewer, _, c) {
      const seen = await settingsOf(c, platform, viewer)
      if (!seen) return { ok: false, refusal: { code: 'not-found' } } as const
      return openDay(tx, viewer, { account: seen.account.id, day: c.req.param('day') ?? '' })
    },
    invalid: malformed,
    refused: (c) => c.notFound(),
    done: (c) => back(c, { done: 'opened' }),
  })
}
