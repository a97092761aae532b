import type Holidays from 'date-holidays'
import { daysAfter, hoursAfter } from '../../kernel/time.ts'

/** Where public holidays are kept: a country (ISO 3166) and, when it has any, a region as `BY` or `BY-A`. */
export type HolidayPlace = { readonly country: string; readonly region: string }

/** A public holiday; `day` is 'YYYY-MM-DD'. */
export type Holiday = { readonly day: string; readonly names: { readonly en: string; readonly fr: string } }

/** A country or region that can be chosen. */
export type NamedPlace = { readonly code: string; readonly name: string }

/** The edition of the rules: that of the library, which is not loaded to know it. */
export const holidayEdition = '3.37.0'

// The rules of all countries take 25 MB; they are loaded when somebody first sets a calendar, and seldom again.
let loading: Promise<typeof Holidays> | undefined
async function library(): Promise<typeof Holidays> {
  loading ??= import('date-holidays').then((module) => module.default)
  return loading
}

/** The public holidays of a place in a year, one entry for each day, in the order of days. */
export async function publicHolidays(place: HolidayPlace, year: number): Promise<Holiday[]> {
  const Library = await library()
  const [state = '', region = ''] = place.region.split('-')
  const rules = new Library(place.country, state, region, { types: ['public'] })
  const french = new Map(
    rules.getHolidays(year, 'fr').map(({ rule, date, name }) => [`${rule} ${date}`, name]),
  )
  const named = new Map<string, Holiday['names']>()
  for (const { date, start, end, rule, name } of rules.getHolidays(year, 'en')) {
    const names = { en: name, fr: french.get(`${rule} ${date}`) ?? name }
    for (const day of daysOf(date, end.getTime() - start.getTime())) named.set(day, named.get(day) ?? names)
  }
  return [...named]
    .map(([day, names]) => ({ day, names }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1))
}

// A day is one of rest when the holiday lasts over its noon: some begin at the sunset before, which the library writes
// as "-0600" behind the day, some in the afternoon.
function daysOf(date: string, lengthInMs: number): string[] {
  const written = new Date(`${date.slice(0, 10)}T${date.slice(11, 19)}Z`)
  const start = hoursAfter(written, date.endsWith('-0600') ? -6 : 0)
  const end = start.getTime() + lengthInMs
  const days: string[] = []
  for (
    let noon = new Date(`${date.slice(0, 10)}T12:00:00Z`);
    noon.getTime() < end;
    noon = daysAfter(noon, 1)
  ) {
    if (noon >= start) days.push(noon.toISOString().slice(0, 10))
  }
  return days
}

/** The countries whose holidays are known, by their codes. */
export async function holidayCountries(): Promise<string[]> {
  const Library = await library()
  return Object.keys(new Library().getCountries('en') ?? {}).toSorted()
}

/** The parts of a country that have holidays of their own, as people there call them; empty when there are none. */
export async function holidayRegions(country: string): Promise<NamedPlace[]> {
  const Library = await library()
  const known = new Library()
  return Object.entries(known.getStates(country) ?? {}).flatMap(([state, name]) => [
    { code: state, name },
    ...Object.entries(known.getRegions(country, state) ?? {}).map(([region, part]) => ({
      code: `${state}-${region}`,
      name: `${name}, ${part}`,
    })),
  ])
}

/** Whether holidays of this country, and of this part of it, are known. */
export async function isHolidayPlace({ country, region }: HolidayPlace): Promise<boolean> {
  if (!(await holidayCountries()).includes(country)) return false
  return region === '' || (await holidayRegions(country)).some(({ code }) => code === region)
}
