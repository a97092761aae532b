import type { Role } from '../../accounts/domain/roles.ts'
import { momentOf } from '../domain/local-time.ts'
import type { Ask, AskedScope } from '../domain/request.ts'

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
  const endsAt = form.lastDay === null ? null : momentOf(new Date(`${form.lastDay}T23:59:59Z`), timeZone)
  return { scope: form.scope, role: form.role, endsAt }
}
