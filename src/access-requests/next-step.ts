import { formatDate } from '../platform/i18n/format.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { type Clock, clockKinds, type NextStep } from './domain/schedule.ts'
import { words } from './messages/index.ts'

/** What happens next by itself, and when, as a sentence; empty when nothing does. */
export function sayNextStep(reader: Reader, next: NextStep | null): string {
  if (next === null) return ''
  return words.for(reader)(`next.${next.kind}`, { date: formatDate(reader, next.at, 'date') })
}

/** The next reminder that goes by itself, as a sentence; empty when none does. */
export function sayReminder(reader: Reader, at: Date | null): string {
  return at === null ? '' : words.for(reader)('next.REMINDER', { date: formatDate(reader, at, 'date') })
}

/** When the next reminder goes by itself, among these clocks. */
export function reminderAmong(clocks: readonly Pick<Clock, 'kind' | 'dueAt'>[]): Date | null {
  const reminders = clocks
    .filter(({ kind }) => kind === clockKinds.remind)
    .map(({ dueAt }) => dueAt.getTime())
  return reminders.length === 0 ? null : new Date(Math.min(...reminders))
}
