import type { Reader } from '../../platform/i18n/reader.ts'
import { localTimeIn } from '../../kernel/local-time.ts'
import { words } from '../messages/index.ts'

const dayInMs = 86_400_000

/** How many days from today the instant lies, as the reader's calendar counts; negative when it has passed. */
export function daysUntil(reader: Reader, instant: Date, now: Date): number {
  return dayOf(instant, reader) - dayOf(now, reader)
}

/** By when an answer is due, as people say it: "Tomorrow", "In 3 days", "Was due yesterday". */
export function sayDue(reader: Reader, dueAt: Date, now: Date): string {
  const t = words.for(reader)
  const days = daysUntil(reader, dueAt, now)
  if (dueAt < now) return t('queue.overdue', { n: -days })
  if (days === 0) return t('queue.today')
  return days === 1 ? t('queue.tomorrow') : t('queue.in-days', { n: days })
}

function dayOf(instant: Date, { timeZone }: Reader): number {
  return Math.floor(localTimeIn(instant, timeZone).getTime() / dayInMs)
}
