import type { Reader } from './reader.ts'

const formats = {
  date: { weekday: 'long', day: 'numeric', month: 'long' },
  dayMonth: { day: 'numeric', month: 'long' },
  dateWithYear: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDate: { day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  exact: { dateStyle: 'full', timeStyle: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** The ways a date is said: `date` "Thursday 4 December", `shortDate` "4 Dec 2026", `exact` for hover and screen readers. */
export type DateStyle = keyof typeof formats

const cache = new Map<string, Intl.DateTimeFormat>()

/** English dates are written day first, as the look asks. */
const tags = { en: 'en-GB', fr: 'fr-FR' } as const

/** Says an instant in the reader's language and time zone. */
export function formatDate(reader: Reader, instant: Date, style: DateStyle = 'shortDate'): string {
  const key = `${reader.locale} ${reader.timeZone} ${style}`
  let format = cache.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tags[reader.locale], { ...formats[style], timeZone: reader.timeZone })
    cache.set(key, format)
  }
  return format.format(instant)
}
