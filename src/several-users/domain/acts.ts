import type { GrantedRole } from '../../accounts/domain/roles.ts'
import type { GrantId, PersonId } from '../../kernel/id.ts'

/** Everything that can be done to several users at once. */
export const actKinds = ['ROLE', 'END', 'NO_END', 'TAG', 'UNTAG', 'REMOVE'] as const
export type ActKind = (typeof actKinds)[number]

/** Which of somebody's roles it is about: one, by its key, or every role they hold. */
export type Which = { readonly key: string } | 'EVERY'

/** What is to happen to each of them. */
export type Act =
  | { readonly kind: 'REMOVE' }
  | { readonly kind: 'ROLE'; readonly which: Which; readonly to: GrantedRole }
  | { readonly kind: 'END'; readonly which: Which; readonly endsAt: Date }
  | { readonly kind: 'NO_END'; readonly which: Which }
  | { readonly kind: 'TAG'; readonly tag: string }
  | { readonly kind: 'UNTAG'; readonly tag: string }

/** Why something is not done to somebody. */
export const problems = [
  'not-found',
  'recent-sign-in-needed',
  'above-own-rights',
  'ends-after-own-right',
  'end-out-of-range',
  'role-scope-mismatch',
  'role-gone',
  'role-changed',
  'unknown-virtual-account',
  'nothing-changed',
  'already-held',
  'grant-already-over',
  'inherited',
  'last-administrator',
  'second-administrator-needed',
  'cannot-sign-in',
  'account-not-active',
  'already-started',
  'proposal-not-open',
  'own-proposal',
  'invitation-gone',
  'invited-too-often',
  'yourself',
  'suspended',
  'changed-meanwhile',
  'no-such-role',
  'tagged-already',
  'not-tagged',
  'not-yours',
  'tag-gone',
] as const
export type Problem = (typeof problems)[number]

/** One thing that is planned: about a person, or about one role of theirs. */
export type Planned = {
  readonly personId: PersonId
  readonly grantId: GrantId | null
  /** All that they held when it was planned, where it is about the person; a removal ends just that. */
  readonly seen: readonly GrantId[]
  /** Why it will not be done; null when it will. */
  readonly problem: Problem | null
  /** It gives or takes a role that administers something, for which the password is asked. */
  readonly isPowerful: boolean
}

/** Whether somebody holds exactly what they held when it was planned. */
export function isAsSeen(seen: readonly GrantId[], held: readonly GrantId[]): boolean {
  return seen.length === held.length && held.every((id) => seen.includes(id))
}
