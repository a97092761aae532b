import type { Grant } from '../../accounts/domain/rights.ts'
import type { CustomRoleId, GrantedRole, Role } from '../../accounts/domain/roles.ts'
import type { AccountId, GrantId, Id, PersonId, VirtualAccountId } from '../../kernel/id.ts'

export type ReviewId = Id<'review'>

/** What is looked at: what has come due, everything, people from outside, one role, or one part of the account. */
export const selections = ['DUE', 'ALL', 'OUTSIDE', 'ROLE', 'PLACE'] as const
export type SelectionKind = (typeof selections)[number]
export type Selection =
  | { readonly kind: 'DUE' | 'ALL' | 'OUTSIDE' }
  | { readonly kind: 'ROLE'; readonly role: Role | CustomRoleId }
  | { readonly kind: 'PLACE'; readonly virtualAccountId: VirtualAccountId }

export const answers = ['KEEP', 'CHANGE', 'REMOVE'] as const
export type Answer = (typeof answers)[number]

/** What came of one grant: `LEFT` is the last administrator, whom nobody could review and who is never suspended. */
export const outcomes = ['KEPT', 'CHANGED', 'REMOVED', 'SUSPENDED', 'LEFT', 'OVER'] as const
export type ItemOutcome = (typeof outcomes)[number]

/** A review as far as its rules go. */
export type Review = {
  readonly id: ReviewId
  readonly accountId: AccountId
  readonly status: 'PLANNED' | 'OPEN' | 'CLOSED'
  readonly startedBy: PersonId | null
  readonly closesAt: Date | null
}

/** What a change leaves: the same or a lesser role, until the same or an earlier end. */
export type Lesser = { readonly role: GrantedRole; readonly endsAt: Date | null }

/** What was answered about one grant. */
export type Answered =
  | { readonly answer: 'KEEP' | 'REMOVE' }
  | { readonly answer: 'CHANGE'; readonly to: Lesser }

/** One grant in a review. */
export type Item = {
  readonly grantId: GrantId
  readonly grant: Grant
  readonly answered: Answered | null
  readonly answeredBy: PersonId | null
  /** Goes up with every answer. */
  readonly version: number
  readonly outcome: ItemOutcome | null
}
