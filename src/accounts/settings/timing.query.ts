import { type RawBuilder, sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { afterQuietHours, type Calendar, type CalendarRow, calendarOf } from '../domain/calendar.ts'
import {
  effectivePatience,
  type PatienceOverrides,
  type PatienceSettings,
} from '../domain/patience-settings.ts'

/** When an account works, and how long its requests wait. */
export type Timing = { readonly calendar: Calendar; readonly patience: PatienceSettings }

/** What `patienceColumns` gives. */
export type PatienceRow = {
  readonly ownPatience: PatienceOverrides
  readonly installationPatience: PatienceOverrides | null
}

/** What `timingColumns` gives. */
export type TimingRow = CalendarRow & PatienceRow

/** SQL: what `patienceFrom` reads, of an account `a`. */
export const patienceColumns: RawBuilder<unknown> = sql`
  a.patience as "ownPatience", (select s.patience from installation_settings s) as "installationPatience"`

/** SQL: what `timingFrom` reads, of an account `a`; the closed days reach from last year to the year after next. */
export const timingColumns: RawBuilder<unknown> = sql`
  a.time_zone as "timeZone", a.weekend, a.quiet_from as "quietFrom", a.quiet_to as "quietTo",
  array(
    select to_char(c.day, 'YYYY-MM-DD') from closed_days c where c.account_id = a.id
    union all
    select unnest(h.days) from public_holidays h
    where a.holiday_country <> '' and h.country = a.holiday_country and h.region = a.holiday_region
      and h.year between extract(year from app_now()) - 1 and extract(year from app_now()) + 2
  ) as "closedDays", ${patienceColumns}`

/** The numbers that hold for the account of such a row. */
export function patienceFrom({ ownPatience, installationPatience }: PatienceRow): PatienceSettings {
  return effectivePatience(installationPatience ?? {}, ownPatience)
}

/** The calendar and the numbers of the account of such a row. */
export function timingFrom(row: TimingRow): Timing {
  return { calendar: calendarOf(row), patience: patienceFrom(row) }
}

const timing = prepare<{ account: string }, TimingRow>(
  (p) => sql<TimingRow>`select ${timingColumns} from accounts a where a.id = ${p.account}::uuid`,
)
const patience = prepare<{ account: string }, PatienceRow>(
  (p) => sql<PatienceRow>`select ${patienceColumns} from accounts a where a.id = ${p.account}::uuid`,
)

/** The calendar and the numbers that hold for an account now. */
export async function timingOf(db: Database | Tx, account: AccountId): Promise<Timing> {
  const [row] = await timing(db, { account })
  if (!row) throw new Error('An account that was named is gone')
  return timingFrom(row)
}

/** The instant, or when the quiet hours of the account that it lies in are over. */
export async function outOfQuietHours(db: Database | Tx, account: string, instant: Date): Promise<Date> {
  const [row] = await timing(db, { account })
  return row ? afterQuietHours(instant, calendarOf(row)) : instant
}

/** The numbers that hold for an account now. */
export async function patienceOf(db: Database | Tx, account: AccountId): Promise<PatienceSettings> {
  const [row] = await patience(db, { account })
  if (!row) throw new Error('An account that was named is gone')
  return patienceFrom(row)
}
