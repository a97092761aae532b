import { hoursAfter } from '../../kernel/time.ts'
import type { RefusalOf } from './refusals.ts'

export const shortestGrantInHours = 1
export const longestGrantInYears = 10

/** What is wrong with an end date, asked or given: it lies an hour to ten years from now, or there is none (null). */
export function endProblem(endsAt: Date | null, now: Date): RefusalOf<'end-out-of-range'> | undefined {
  if (endsAt === null) return undefined
  const earliest = hoursAfter(now, shortestGrantInHours)
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + longestGrantInYears)
  // Written so that an invalid date, which is neither before nor after anything, is out of range.
  return endsAt >= earliest && endsAt <= latest ? undefined : { code: 'end-out-of-range', earliest, latest }
}
