import { localTimeIn, momentOf } from '../../kernel/local-time.ts'
import { daysAfter, hoursAfter } from '../../kernel/time.ts'
import { type TypedEnd, typedEnd } from './end-moment.ts'
import type { GrantedRole } from './roles.ts'

/** How many days before its end a right is warned of, the farthest first. */
export const warningDays = [14, 3] as const
/** One of them. */
export type WarningDays = (typeof warningDays)[number]

/** The kinds of the clocks of a right that ends. */
export const endKinds = {
  warn: 'grant-warning',
  /** Before the end of an administrator's right: whether anybody else is there. */
  keep: 'grant-keep',
  expire: 'grant-expiry',
} as const

/** Something that happens by itself because a right ends. */
export type EndClock = {
  readonly kind: (typeof endKinds)[keyof typeof endKinds]
  /** The minute in which it is due: another end has clocks of its own, and the same one is never told twice. */
  readonly n: number
  readonly dueAt: Date
  readonly irreversible: boolean
}

/** When a right is warned of. */
export type Warning = { readonly days: WarningDays; readonly dueAt: Date }

const hourOfWarnings = 9
const hourInMs = 3_600_000

/** The warnings of an end: nine in the morning by the account's clocks, the last one that leaves so many days. */
export function warningsOf(endsAt: Date, timeZone: string): readonly Warning[] {
  return warningDays.map((days) => ({ days, dueAt: morningBefore(endsAt, days, timeZone) }))
}

function morningBefore(endsAt: Date, days: number, timeZone: string): Date {
  const local = daysAfter(localTimeIn(endsAt, timeZone), -days)
  const morning = new Date(local)
  morning.setUTCHours(hourOfWarnings, 0, 0, 0)
  return momentOf(morning > local ? daysAfter(morning, -1) : morning, timeZone)
}

/** The clocks of a right that ends, as far as they lie ahead; the end itself even when it has passed. */
export function clocksOfEnd(
  right: { readonly role: GrantedRole; readonly endsAt: Date },
  zone: string,
  now: Date,
) {
  const { role, endsAt } = right
  const warnings = warningsOf(endsAt, zone)
    .filter(({ dueAt }) => dueAt > now)
    .map(({ dueAt }) => clock(endKinds.warn, dueAt))
  const keep = role === 'SA' && endsAt > now ? [clock(endKinds.keep, hoursAfter(endsAt, -1))] : []
  return [...warnings, ...keep, clock(endKinds.expire, endsAt, true)]
}

function clock(kind: EndClock['kind'], dueAt: Date, irreversible = false): EndClock {
  return { kind, n: Math.floor(dueAt.getTime() / 60_000), dueAt, irreversible }
}

/** Which warning of this end is due at `now`: the nearest of those that have come, none once it has passed. */
export function warningAt(endsAt: Date, timeZone: string, now: Date): Warning | undefined {
  if (now >= endsAt) return undefined
  return warningsOf(endsAt, timeZone).findLast(({ dueAt }) => dueAt <= now)
}

const daysMoved = 7

/** Until when the last administrator's right goes on when it would end: a week, and again while nobody else is there. */
export function movedEnd(endsAt: Date, now: Date): Date {
  return daysAfter(endsAt > now ? endsAt : now, daysMoved)
}

const leastExtended = 30
const mostExtended = 365

/** Until when a right is asked for that is to go on: as long again as it was given for, a month to a year. */
export function extendedEnd(
  right: { readonly since: Date; readonly endsAt: Date },
  timeZone: string,
): TypedEnd {
  const { since, endsAt } = right
  const given = Math.round((endsAt.getTime() - since.getTime()) / (24 * hourInMs))
  const days = Math.min(mostExtended, Math.max(leastExtended, given))
  return typedEnd(momentOf(daysAfter(localTimeIn(endsAt, timeZone), days), timeZone), timeZone)
}

/** How many days of the reader's calendar an end is away, 0 today; undefined for what is far or over. */
export function daysLeft(endsAt: Date | null, now: Date, timeZone: string): number | undefined {
  if (endsAt === null || endsAt <= now) return undefined
  const day = (at: Date) => Math.floor(localTimeIn(at, timeZone).getTime() / (24 * hourInMs))
  const days = day(endsAt) - day(now)
  return days <= soonDays ? days : undefined
}

/** Up to how many days ahead an end counts as near. */
export const soonDays = 30
