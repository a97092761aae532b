import { type Fact, record } from '../../event-log/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type WeekProblem, weekProblems } from '../domain/week.ts'
import { type Changer, mayChangeSettings } from '../settings/power.ts'
import { lockWeek, type StoredWeek, type Week, writeWeek } from './calendar.store.ts'
import { isHolidayPlace } from './holidays.ts'
import { keepHolidays } from './keep-holidays.ts'

/** What is asked for; `version` is what the form was made from, null where nobody looked at one. */
export type WeekAsked = { readonly account: AccountId; readonly week: Week; readonly version: number | null }

/** Why a week was not changed. */
export type WeekRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'changed-meanwhile' }
  | {
      readonly code: 'unfit'
      /** One at least, and at most one for each field. */
      readonly problems: readonly (WeekProblem | 'place-unknown')[]
    }

const parts = ['timeZone', 'weekend', 'country', 'region', 'quietFrom', 'quietTo'] as const

/** Changes when an account works. Nothing is recorded when it was so already; gives whether it was not. */
export async function changeWeek(
  tx: Tx,
  by: Changer,
  { account, week, version }: WeekAsked,
): Promise<Outcome<boolean, WeekRefusal>> {
  const before = await lockWeek(tx, account)
  if (!(await mayChangeSettings(tx, by, account))) return refuse({ code: 'not-found' })
  const problems = await problemsWith(week)
  if (problems.length > 0) return refuse({ code: 'unfit', problems })
  if (version !== null && before.version !== version) return refuse({ code: 'changed-meanwhile' })
  const changed = parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(week[part]))
  if (changed.length === 0) return done(false)
  if (week.country !== '') await keepHolidays(tx, week)
  await writeWeek(tx, account, week)
  await record(tx, {
    type: 'account.calendar-changed',
    account,
    actor: by?.personId ?? null,
    facts: { what: 'WEEK', before: factsOf(before, changed), after: factsOf(week, changed) },
  })
  return done(true)
}

async function problemsWith(week: Week): Promise<readonly (WeekProblem | 'place-unknown')[]> {
  const isKnown = week.country === '' || (await isHolidayPlace(week))
  return [...weekProblems(week), ...(isKnown ? [] : (['place-unknown'] as const))]
}

function factsOf(
  week: Week | StoredWeek,
  changed: readonly (typeof parts)[number][],
): { [part: string]: Fact } {
  return Object.fromEntries(changed.map((part) => [part, week[part]]))
}
