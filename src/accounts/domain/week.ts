import { isTimeZone } from '../../kernel/time-zones.ts'
import type { QuietHours } from './calendar.ts'

/** Why a week cannot be so. */
export type WeekProblem =
  | 'zone-unknown'
  | 'no-working-day'
  | 'quiet-hours-half'
  | 'quiet-hours-wrong'
  | 'quiet-too-long'

/** The least hours of a day that quiet hours leave. */
export const leastLoudHours = 4

type AskedWeek = {
  readonly timeZone: string
  readonly weekend: readonly number[]
  readonly quietFrom: string | null
  readonly quietTo: string | null
}

/** All that is wrong with weekend days and quiet hours, at most one thing with each. Empty texts are no quiet hours. */
export function weekProblems(asked: AskedWeek): readonly WeekProblem[] {
  const quiet = quietHoursProblem(asked)
  return [
    ...(isTimeZone(asked.timeZone) ? [] : (['zone-unknown'] as const)),
    ...(new Set(asked.weekend).size > 6 ? (['no-working-day'] as const) : []),
    ...(quiet ? [quiet] : []),
  ]
}

function quietHoursProblem({ quietFrom, quietTo }: AskedWeek): WeekProblem | undefined {
  if ((quietFrom === null) !== (quietTo === null)) return 'quiet-hours-half'
  return quietFrom === null || quietTo === null ? undefined : quietProblem({ from: quietFrom, to: quietTo })
}

const time = /^([01]\d|2[0-3]):[0-5]\d$/

function quietProblem({ from, to }: QuietHours): WeekProblem | undefined {
  if (!time.test(from) || !time.test(to)) return 'quiet-hours-wrong'
  const minutes = (minutesOf(to) - minutesOf(from) + 1440) % 1440
  return minutes > 1440 - leastLoudHours * 60 ? 'quiet-too-long' : undefined
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}
