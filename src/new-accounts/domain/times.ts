import { daysAfter } from '../../kernel/time.ts'
import { type Application, isApplicationOpen } from './application.ts'

/** On which days the nominee is reminded, since they were asked. */
export const reminderDays = [7, 30, 60] as const
/** On which days whoever asked is warned, since it was sent. */
export const warningDays = [60, 80] as const
/** How long an application lives. */
export const daysToLive = 90

/** Something that happens to an application by itself. */
export type ApplicationClock = {
  readonly kind: 'application.remind' | 'application.warn' | 'application.lapse'
  readonly n: number
  readonly dueAt: Date
  readonly irreversible?: boolean
}

/** When the application lapses unless its nominee has accepted. */
export function lapsesAt({ submittedAt }: Pick<Application, 'submittedAt'>): Date {
  return daysAfter(submittedAt, daysToLive)
}

/** What still happens by itself; each nominee has reminders of their own. Nothing, once it is over. */
export function clocksOf(
  application: Pick<Application, 'status' | 'submittedAt' | 'nomineeAskedAt' | 'nomineeRound'>,
): readonly ApplicationClock[] {
  const { status, submittedAt, nomineeAskedAt, nomineeRound } = application
  if (!isApplicationOpen(status)) return []
  const lapse = lapsesAt(application)
  const asked = status === 'AWAITING_NOMINEE' ? nomineeAskedAt : null
  const reminders = asked
    ? reminderDays.map((days, index) => ({
        kind: 'application.remind' as const,
        n: nomineeRound * 10 + index + 1,
        dueAt: daysAfter(asked, days),
      }))
    : []
  const warnings = warningDays.map((days, index) => ({
    kind: 'application.warn' as const,
    n: index + 1,
    dueAt: daysAfter(submittedAt, days),
  }))
  return [
    ...reminders.filter(({ dueAt }) => dueAt < lapse),
    ...warnings,
    { kind: 'application.lapse', n: 1, dueAt: lapse, irreversible: true },
  ]
}

/** What happens next by itself, and when. */
export function nextClock(
  application: Parameters<typeof clocksOf>[0],
  now: Date,
): ApplicationClock | undefined {
  return clocksOf(application)
    .filter(({ dueAt }) => dueAt > now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]
}
