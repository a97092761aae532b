import { localTimeIn, momentOf } from '../../kernel/local-time.ts'

/**
 * An end as it stands in a form, by the account's clocks: `2027-03-31` for the whole of that day, or
 * `2027-03-31T18:00` for that minute of it. Which instant it is, `endMomentOf` says.
 */
export type WrittenEnd = string & { readonly written: 'end' }

/** What was typed: a day, and a time of that day or nothing. */
export type TypedEnd = { readonly day: string; readonly time: string }

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/
const writtenDay = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/
const writtenTime = /^([01]?\d|2[0-3])[:hH.]([0-5]\d)$/

/** The end that was typed; null when nothing was, undefined when it cannot be read or a time stands without its day. */
export function readEnd({ day, time }: TypedEnd): WrittenEnd | null | undefined {
  const [date, clock] = [day.trim(), time.trim()]
  if (date === '') return clock === '' ? null : undefined
  const read = readDay(date)
  const hour = clock === '' ? '' : readTime(clock)
  if (read === undefined || hour === undefined) return undefined
  return (hour === '' ? read : `${read}T${hour}`) as WrittenEnd
}

/**
 * The instant of an end on the clocks of the zone: the last second of a day, or the given minute. A minute that comes
 * twice, when clocks go back, is the first of the two; one that does not come, when they go forward, is as long after
 * the gap as it lies in it. Undefined for what is no end.
 */
export function endMomentOf(written: string, timeZone: string): Date | undefined {
  const [date = '', clock] = written.trim().split('T')
  const read = isoDay.test(date) ? readDay(date) : undefined
  const hour = clock === undefined ? '23:59:59' : readTime(clock)
  if (read === undefined || hour === undefined) return undefined
  return momentOf(new Date(`${read}T${hour}Z`), timeZone)
}

/** An instant as it would be typed into a form, by the clocks of the zone; without a time when it ends a day. */
export function typedEnd(endsAt: Date | null, timeZone: string): TypedEnd {
  if (endsAt === null) return { day: '', time: '' }
  const local = localTimeIn(endsAt, timeZone).toISOString()
  return { day: local.slice(0, 10), time: isLastSecond(local) ? '' : local.slice(11, 16) }
}

/** Whether an instant is the last second of a day on the clocks of the zone, so that the day says it all. */
export function endsADay(endsAt: Date, timeZone: string): boolean {
  return isLastSecond(localTimeIn(endsAt, timeZone).toISOString())
}

function isLastSecond(local: string): boolean {
  return local.slice(11, 19) === '23:59:59'
}

// Browsers with a date field send 2027-03-31; without one people write 31/03/2027 in both our languages.
function readDay(text: string): string | undefined {
  const iso = isoDay.exec(text)
  const written = writtenDay.exec(text)
  const parts = iso ? [iso[1], iso[2], iso[3]] : written ? [written[3], written[2], written[1]] : undefined
  if (!parts) return undefined
  const day = parts.map((part) => (part ?? '').padStart(2, '0')).join('-')
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? undefined : day
}

function readTime(text: string): string | undefined {
  const [, hour, minute] = writtenTime.exec(text) ?? []
  return hour === undefined || minute === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`
}
