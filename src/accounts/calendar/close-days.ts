import { record } from '../../event-log/index.ts'
import type { AccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { localTimeIn } from '../../kernel/local-time.ts'
import type { Tx } from '../../platform/db/index.ts'
import { type ClosedDaysProblem, mostClosedDays, readClosedDays } from '../domain/closed-days.ts'
import { type Changer, mayChangeSettings } from '../settings/power.ts'
import { closedDaysOf, deleteClosedDay, lockWeek, writeClosedDays } from './calendar.store.ts'

/** Why days were not closed or opened. */
export type ClosedDaysRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'unfit'; readonly problems: readonly ClosedDaysProblem[] }

/** Closes days of an account: `typed` has one a line, a date and a name. Gives how many were written. */
export async function closeDays(
  tx: Tx,
  by: Changer,
  { account, typed }: { readonly account: AccountId; readonly typed: string },
): Promise<Outcome<number, ClosedDaysRefusal>> {
  const { timeZone, now } = await lockWeek(tx, account)
  if (!(await mayChangeSettings(tx, by, account))) return refuse({ code: 'not-found' })
  const read = readClosedDays(typed, localTimeIn(now, timeZone).toISOString().slice(0, 10))
  if (!read.ok) return refuse({ code: 'unfit', problems: read.problems })
  const kept = new Set((await closedDaysOf(tx, account)).map(({ day }) => day))
  const added = read.days.map(({ day }) => day).filter((day) => !kept.has(day))
  if (kept.size + added.length > mostClosedDays) {
    return refuse({ code: 'unfit', problems: [{ code: 'too-many', most: mostClosedDays }] })
  }
  await writeClosedDays(tx, account, read.days)
  if (added.length > 0) {
    const event = { type: 'account.calendar-changed', account, actor: by?.personId ?? null }
    await record(tx, { ...event, facts: { what: 'CLOSED', days: added } })
  }
  return done(read.days.length)
}

/** Opens a day that was closed. */
export async function openDay(
  tx: Tx,
  by: Changer,
  { account, day }: { readonly account: AccountId; readonly day: string },
): Promise<Outcome<null, { readonly code: 'not-found' }>> {
  await lockWeek(tx, account)
  if (!(await mayChangeSettings(tx, by, account))) return refuse({ code: 'not-found' })
  if (!(await deleteClosedDay(tx, account, day))) return refuse({ code: 'not-found' })
  const event = { type: 'account.calendar-changed', account, actor: by?.personId ?? null }
  await record(tx, { ...event, facts: { what: 'OPENED', days: [day] } })
  return done(null)
}
