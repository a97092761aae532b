import type { Role } from '../../accounts/domain/roles.ts'
import type { Ask, AskedScope } from '../domain/request.ts'
import { lastMomentOf } from '../last-moment.ts'

/** What a form says is asked: the last day is a day, and becomes an instant in the account's zone. */
export type WishForm = {
  readonly scope: AskedScope
  readonly role: Role | null
  /** `2027-03-31`, or null for no end. */
  readonly lastDay: string | null
  readonly reason: string
}

/** The ask a form means; access ends with the last second of the last day on the account's clocks. */
export function askFrom(form: WishForm, timeZone: string): Ask {
  // The form reads days only; anything else would be out of every range.
  const endsAt = form.lastDay === null ? null : (lastMomentOf(form.lastDay, timeZone) ?? new Date(Number.NaN))
  return { scope: form.scope, role: form.role, endsAt }
}
