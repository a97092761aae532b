import { type GrantedRole, reachOf } from '../../accounts/domain/roles.ts'
import { localTimeIn, momentOf } from '../../kernel/local-time.ts'

/** After how many months access is looked at again. */
export type Months = 6 | 12

/**
 * Half a year for whoever has a say over others or signs for the account, and for people from outside; a year for
 * everybody else.
 */
export function monthsBetween(role: GrantedRole, isOutside: boolean): Months {
  return hasSay(role) || isOutside ? 6 : 12
}

/** Whether the role has a say over others or signs for the account; such access is never kept unread, with others. */
export function hasSay(role: GrantedRole): boolean {
  return reachOf(role, 'change-people') !== 'nowhere' || reachOf(role, 'accept-agreements') !== 'nowhere'
}

/**
 * When access that was given or last kept at `since` comes due: on the same day of the month and at the same time, as
 * the clocks of the zone show it, or on the last day of a month that is too short.
 */
export function dueAt(since: Date, months: Months, timeZone: string): Date {
  const local = localTimeIn(since, timeZone)
  const day = local.getUTCDate()
  local.setUTCDate(1)
  local.setUTCMonth(local.getUTCMonth() + months)
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate()
  local.setUTCDate(Math.min(day, last))
  return momentOf(local, timeZone)
}
