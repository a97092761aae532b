import { daysAfter } from '../../kernel/time.ts'

/** How lately somebody was active, never more exactly than this. */
export type Activity = 'WEEK' | 'MONTH' | 'QUARTER' | 'LONG' | 'NEVER'

/** The band in which somebody was last active. */
export function activityOf(seenAt: Date | null, now: Date): Activity {
  if (seenAt === null) return 'NEVER'
  if (seenAt >= daysAfter(now, -7)) return 'WEEK'
  if (seenAt >= daysAfter(now, -31)) return 'MONTH'
  return seenAt >= daysAfter(now, -90) ? 'QUARTER' : 'LONG'
}
