import { momentOf } from '../../kernel/local-time.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'

/** What somebody types who will be away: the first day (nothing: from now on) and the last one. */
export type TypedAway = { readonly from: string; readonly until: string }

/** When somebody is away: `until` is the moment they are back, the first one of the day after the last. */
export type AwayTimes = { readonly from: Date | null; readonly until: Date }

/** What is wrong with the days, and at which field. */
export type AwayProblem = {
  readonly field: keyof TypedAway
  readonly code: 'no-day' | 'over' | 'backwards' | 'too-long'
}

/** The most days that somebody can be away at a time. */
export const mostDaysAway = 400

/** When somebody is away who types these days, as clocks in their time zone show them. */
export function readAway(typed: TypedAway, timeZone: string, now: Date): Outcome<AwayTimes, AwayProblem> {
  const first = typed.from.trim() === '' ? null : dayIn(typed.from)
  const last = dayIn(typed.until)
  if (first === undefined) return refuse({ field: 'from', code: 'no-day' })
  if (last === undefined) return refuse({ field: 'until', code: 'no-day' })
  if (first && last < first) return refuse({ field: 'until', code: 'backwards' })
  const times = { from: first && momentOf(first, timeZone), until: momentOf(daysAfter(last, 1), timeZone) }
  const code = problemIn(times, now)
  return code ? refuse({ field: 'until', code }) : done(times)
}

function problemIn({ from, until }: AwayTimes, now: Date): 'over' | 'too-long' | undefined {
  if (until <= now) return 'over'
  const start = from && from > now ? from : now
  const latest = daysAfter(now, mostDaysAway)
  return latest < start || daysAfter(start, mostDaysAway) < until ? 'too-long' : undefined
}

/** Whether somebody is away at `now`; from the moment they are back, they are not. */
export function isAwayAt({ from, until }: AwayTimes, now: Date): boolean {
  return now < until && (from === null || from <= now)
}

const written = /^(\d{4})-(\d{2})-(\d{2})$/

// A day as its first moment, in fields of UTC.
function dayIn(text: string): Date | undefined {
  const [, year, month, day] = (written.exec(text.trim()) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const found = new Date(Date.UTC(year, month - 1, day))
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === day ? found : undefined
}
