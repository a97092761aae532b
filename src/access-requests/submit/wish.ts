import { endMomentOf, type WrittenEnd } from '../../accounts/domain/end-moment.ts'
import type { NamedRole } from '../../accounts/domain/roles.ts'
import type { Ask, AskedScope } from '../domain/request.ts'

/** What a form says is asked: its end is written by the account's clocks, and becomes an instant. */
export type WishForm = {
  readonly scope: AskedScope
  /** One of the account’s own at the version that was seen. */
  readonly role: NamedRole | null
  /** Null for no end. */
  readonly ends: WrittenEnd | null
  readonly reason: string
}

/** The ask a form means, of this role; see `endMomentOf` for when it ends. */
export function askFrom(form: Omit<WishForm, 'role'> & Pick<Ask, 'role'>, timeZone: string): Ask {
  // The form reads ends only; anything else would be out of every range.
  const endsAt = form.ends === null ? null : (endMomentOf(form.ends, timeZone) ?? new Date(Number.NaN))
  return { scope: form.scope, role: form.role, endsAt }
}
