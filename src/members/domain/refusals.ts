import type { GrantedRole } from '../../accounts/domain/roles.ts'

/** Why something about somebody's membership was not done. */
export type Refusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'recent-sign-in-needed' }
  // what is given, or taken
  | { readonly code: 'above-own-rights'; readonly role: GrantedRole }
  | { readonly code: 'ends-after-own-right'; readonly latest: Date }
  | { readonly code: 'end-out-of-range' }
  | { readonly code: 'role-scope-mismatch' }
  | { readonly code: 'role-gone' }
  | { readonly code: 'role-changed'; readonly role: GrantedRole }
  | { readonly code: 'unknown-virtual-account' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'already-held' }
  | { readonly code: 'grant-already-over' }
  | { readonly code: 'inherited' }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'second-administrator-needed' }
  | { readonly code: 'cannot-sign-in' }
  | { readonly code: 'account-not-active' }
  // many at once
  | { readonly code: 'already-started' }
  // two people for an administrator
  | { readonly code: 'proposal-not-open' }
  | { readonly code: 'own-proposal' }
  // invitations
  | { readonly code: 'invitation-gone' }
  | { readonly code: 'invited-too-often' }

export type RefusalCode = Refusal['code']

/** Whether the refused act was an attempt at more power than one has, which the event log keeps. */
export function isAttempt({ code }: Refusal): boolean {
  return code === 'above-own-rights' || code === 'ends-after-own-right' || code === 'last-administrator'
}
