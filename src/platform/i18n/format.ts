import { localTimeIn } from '../../kernel/local-time.ts'
import type { Locale, Reader } from './reader.ts'

/** What the standard library is told for each of the ways. */
export const formats = {
  date: { weekday: 'long', day: 'numeric', month: 'long' },
  dayMonth: { day: 'numeric', month: 'long' },
  dateWithYear: { day: 'numeric', month: 'long', year: 'numeric' },
  shortDate: { day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  zonedTime: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  exact: { dateStyle: 'full', timeStyle: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** The ways a date is said: `date` "Thursday 4 December", `shortDate` "4 Dec 2026", `exact` for hover and screen readers. */
export type DateStyle = keyof typeof formats

/** English dates are written day first, as the look asks. */
const tags = { en: 'en-GB', fr: 'fr-FR' } as const

const dayInMs = 86_400_000
const mostDays = 2_000
const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

/** One of the ways, for one language and zone; `days` are the words of a day, with gaps where its clock is read. */
type Way = { readonly format: Intl.DateTimeFormat; readonly days: Map<number, Words> }
type Words = readonly (string | Hand)[]
/** Which part of the local clock is said in a gap. */
type Hand = (local: Date) => number

const hands: { readonly [Type in Intl.DateTimeFormatPartTypes]?: Hand } = {
  hour: (local) => local.getUTCHours(),
  minute: (local) => local.getUTCMinutes(),
  second: (local) => local.getUTCSeconds(),
}

// By language and style, then by zone: a name put together for each date would cost more than the date.
const ways: { readonly [Language in Locale]: { [Style in DateStyle]?: Map<string, Way> } } = {
  en: {},
  fr: {},
}

function wayOf({ locale, timeZone }: Reader, style: DateStyle): Way {
  const zones = (ways[locale][style] ??= new Map())
  const known = zones.get(timeZone)
  if (known) return known
  const way = {
    format: new Intl.DateTimeFormat(tags[locale], { ...formats[style], timeZone }),
    days: new Map(),
  }
  zones.set(timeZone, way)
  return way
}

function readWords({ format }: Way, instant: Date): Words {
  const words: (string | Hand)[] = []
  const isFrench = format.resolvedOptions().locale.startsWith('fr')
  for (const { type, value } of format.formatToParts(instant)) {
    const hand = hands[type]
    const last = words.length - 1
    // The first of a month is an ordinal in French; the standard library does not know.
    const said = isFrench && type === 'day' && value === '1' ? '1er' : value
    if (hand) words.push(hand)
    else if (typeof words[last] === 'string') words[last] += said
    else words.push(said)
  }
  return words
}

/**
 * Says an instant in the reader's language and time zone. A list shows many instants of few days, and a day's words are
 * the dearest thing on its page, so they are made once a day and offset; what the clock shows is filled in.
 */
export function formatDate(reader: Reader, instant: Date, style: DateStyle = 'shortDate'): string {
  const way = wayOf(reader, style)
  const local = localTimeIn(instant, reader.timeZone)
  const shown = local.getTime()
  // The offset in minutes beside the day, since clocks go forward and back within one.
  const key = Math.floor(shown / dayInMs) * 4_096 + (shown - instant.getTime()) / 60_000
  let words = way.days.get(key)
  if (!words) {
    if (way.days.size >= mostDays) way.days.clear()
    words = readWords(way, instant)
    way.days.set(key, words)
  }
  let said = ''
  for (const word of words) said += typeof word === 'string' ? word : (twoDigits[word(local)] ?? '')
  return said
}
