import { type DateStyle, formatDate } from '../../platform/i18n/format.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { words } from '../messages/index.ts'
import type { Span } from './domain/insights.ts'
import { pieceOf } from './domain/insights.ts'

const minutesADay = 1_440

/** A length of time in the largest unit that fits: minutes, hours up to two days, then days. */
export function sayMinutes(reader: Pick<Reader, 'locale'>, minutes: number): string {
  const t = words.for(reader)
  if (minutes < 60) return t('insights.minutes', { n: minutes })
  if (minutes < 2 * minutesADay) return t('insights.hours', { n: Math.round(minutes / 60) })
  return t('insights.days', { n: Math.round(minutes / minutesADay) })
}

const tags = { en: 'en-GB', fr: 'fr-FR' } as const
const ways = {
  day: { day: 'numeric', month: 'short' },
  week: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: '2-digit' },
} as const

/** The first day of a piece of time, as short as a picture wants it. */
export function sayPiece({ locale }: Pick<Reader, 'locale'>, span: Span, from: string): string {
  const format = new Intl.DateTimeFormat(tags[locale], { ...ways[pieceOf[span]], timeZone: 'UTC' })
  return format.format(new Date(`${from}T00:00:00Z`))
}

/** A part of a hundred. */
export function sayPercent({ locale }: Pick<Reader, 'locale'>, hundredths: number): string {
  return new Intl.NumberFormat(tags[locale], { style: 'percent' }).format(hundredths / 100)
}

/** A day with its year; it is not moved to anybody's zone. */
export function sayDay(
  { locale }: Pick<Reader, 'locale'>,
  day: string,
  as: DateStyle = 'dateWithYear',
): string {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? '' : formatDate({ locale, timeZone: 'UTC' }, at, as)
}
