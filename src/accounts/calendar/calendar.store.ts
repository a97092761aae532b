import { sql } from 'kysely'
import type { AccountId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Holiday, HolidayPlace } from './holidays.ts'

/** An account's own closed day; `day` is 'YYYY-MM-DD'. */
export type ClosedDay = { readonly day: string; readonly name: string }

/** What an account has said about its week. */
export type Week = {
  readonly timeZone: string
  readonly weekend: readonly number[]
  readonly country: string
  readonly region: string
  readonly quietFrom: string | null
  readonly quietTo: string | null
}

/** The same, with the number of the change that made it so, at this moment. */
export type StoredWeek = Week & { readonly version: number; readonly now: Date }

const weekColumns = sql`
  a.time_zone as "timeZone", a.weekend, a.holiday_country as country, a.holiday_region as region,
  a.quiet_from as "quietFrom", a.quiet_to as "quietTo", a.settings_version as version, app_now() as now`

const week = prepare<{ account: string }, StoredWeek>(
  (p) => sql<StoredWeek>`select ${weekColumns} from accounts a where a.id = ${p.account}::uuid`,
)
const lockedWeek = prepare<{ account: string }, StoredWeek>(
  (p) => sql<StoredWeek>`
    select ${weekColumns} from accounts a where a.id = ${p.account}::uuid for no key update`,
)

/** What an account has said about its week. */
export async function weekOf(db: Database | Tx, account: AccountId): Promise<StoredWeek> {
  const [row] = await week(db, { account })
  if (!row) throw new Error('An account that was named is gone')
  return row
}

/** The same, locked until the transaction ends. */
export async function lockWeek(tx: Tx, account: AccountId): Promise<StoredWeek> {
  const [row] = await lockedWeek(tx, { account })
  if (!row) throw new Error('An account that was named is gone')
  return row
}

/** Writes what an account says about its week. */
export async function writeWeek(tx: Tx, account: AccountId, asked: Week): Promise<void> {
  await tx
    .updateTable('accounts')
    .set((row) => ({
      time_zone: asked.timeZone,
      weekend: [...asked.weekend],
      holiday_country: asked.country,
      holiday_region: asked.region,
      quiet_from: asked.quietFrom,
      quiet_to: asked.quietTo,
      settings_version: row('settings_version', '+', 1),
    }))
    .where('id', '=', account)
    .execute()
}

const closed = prepare<{ account: string }, ClosedDay>(
  (p) => sql<ClosedDay>`
    select to_char(c.day, 'YYYY-MM-DD') as day, c.name from closed_days c
    where c.account_id = ${p.account}::uuid order by c.day`,
)

/** All closed days of an account, in the order of days. */
export function closedDaysOf(db: Database | Tx, account: AccountId): Promise<ClosedDay[]> {
  return closed(db, { account })
}

/** Writes closed days; one that is there already gets the new name. */
export async function writeClosedDays(tx: Tx, account: AccountId, days: readonly ClosedDay[]): Promise<void> {
  await tx
    .insertInto('closed_days')
    .values(days.map(({ day, name }) => ({ account_id: account, day, name })))
    .onConflict((clash) =>
      clash.columns(['account_id', 'day']).doUpdateSet({ name: (row) => row.ref('excluded.name') }),
    )
    .execute()
}

/** Takes a closed day away; false when there was none. */
export async function deleteClosedDay(tx: Tx, account: AccountId, day: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('closed_days')
    .where('account_id', '=', account)
    .where(sql<string>`to_char(day, 'YYYY-MM-DD')`, '=', day)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

const holidays = prepare<HolidayPlace & { from: number }, { names: Record<string, Holiday['names']> }>(
  (p) => sql<{ names: Record<string, Holiday['names']> }>`
    select h.names from public_holidays h
    where h.country = ${p.country} and h.region = ${p.region} and h.year between ${p.from}::int and ${p.from}::int + 1`,
)

/** The public holidays of a place in a year and the next, as they are kept. */
export async function keptHolidays(
  db: Database | Tx,
  { country, region }: HolidayPlace,
  from: number,
): Promise<Holiday[]> {
  if (country === '') return []
  const rows = await holidays(db, { country, region, from })
  return rows
    .flatMap(({ names }) => Object.entries(names).map(([day, called]) => ({ day, names: called })))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

/** A place and year whose holidays are not kept yet. */
export type MissingYear = HolidayPlace & { readonly year: number }

/**
 * The years from last year to the year after next that are not kept by this edition of the rules, of one place; of all
 * that accounts chose when null.
 */
export async function missingYears(
  db: Database | Tx,
  { place, edition }: { readonly place: HolidayPlace | null; readonly edition: string },
): Promise<MissingYear[]> {
  const places =
    place === null
      ? sql`select distinct holiday_country as country, holiday_region as region
          from accounts where holiday_country <> ''`
      : sql`select ${place.country}::text as country, ${place.region}::text as region`
  const { rows } = await sql<MissingYear>`
    select p.country, p.region, extract(year from app_now())::int + ahead as year
    from (${places}) p, generate_series(-1, 2) ahead
    where not exists (
      select from public_holidays h
      where h.country = p.country and h.region = p.region and h.year = extract(year from app_now())::int + ahead
        and h.edition = ${edition})
    order by 1, 2, 3`.execute(db)
  return rows
}

/** Keeps the holidays of a place and year, instead of what an older edition of the rules gave. */
export async function keepYear(
  db: Database | Tx,
  { country, region, year }: MissingYear,
  { days, edition }: { readonly days: readonly Holiday[]; readonly edition: string },
): Promise<void> {
  await db
    .insertInto('public_holidays')
    .values({
      country,
      region,
      year,
      days: days.map(({ day }) => day),
      edition,
      names: JSON.stringify(Object.fromEntries(days.map(({ day, names }) => [day, names]))),
    })
    .onConflict((clash) =>
      clash.columns(['country', 'region', 'year']).doUpdateSet({
        days: (row) => row.ref('excluded.days'),
        names: (row) => row.ref('excluded.names'),
        edition: (row) => row.ref('excluded.edition'),
        computed_at: (row) => row.ref('excluded.computed_at'),
      }),
    )
    .execute()
}
