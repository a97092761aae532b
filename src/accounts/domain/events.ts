import type { DecisionId, GrantId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import type { NamedRole } from './roles.ts'

/** Where a grant comes from. */
export type GrantSource = 'REQUEST' | 'DIRECT' | 'GROUP' | 'RULE' | 'CREATION'

type GrantBody = {
  readonly grantId: GrantId
  readonly personId: PersonId
  readonly role: NamedRole
  readonly virtualAccountId: VirtualAccountId | null
}

/** What happens to grants: event name to body. Bodies hold ids, codes and times, never names, texts or addresses. */
export type GrantEvents = {
  'grant.given': GrantBody & {
    readonly source: GrantSource
    readonly endsAt: string | null
    readonly requestId: RequestId | null
    readonly decisionId: DecisionId | null
  }
  'grant.revoked': GrantBody & { readonly requestId: RequestId | null; readonly byTheHolder: boolean }
  'grant.removal-proposed': GrantBody & { readonly removalId: string }
  'grant.removal-refused': GrantBody & { readonly removalId: string; readonly byTheHolder: boolean }
  'grant.removal-withdrawn': GrantBody & { readonly removalId: string }
  'grant.ending': GrantBody & { readonly days: number; readonly endsAt: string }
  'grant.expired': GrantBody & { readonly endsAt: string }
  /** By the clock: the last administrator goes on. */
  'grant.end-moved': GrantBody & { readonly from: string; readonly endsAt: string }
  'grant.suspended': GrantBody & { readonly reviewId: string }
  'grant.reactivated': GrantBody
  'grant.left-unreviewed': GrantBody & { readonly reviewId: string }
  'grant.revocation-refused': { readonly grantId: GrantId; readonly refusal: string }
}

type GrantEventName = keyof GrantEvents

/** Every name, for pages and filters; one that is missing here does not compile. */
export const grantEventNames = Object.keys({
  'grant.given': true,
  'grant.revoked': true,
  'grant.removal-proposed': true,
  'grant.removal-refused': true,
  'grant.removal-withdrawn': true,
  'grant.ending': true,
  'grant.expired': true,
  'grant.end-moved': true,
  'grant.suspended': true,
  'grant.reactivated': true,
  'grant.left-unreviewed': true,
  'grant.revocation-refused': true,
} satisfies Record<GrantEventName, true>) as readonly GrantEventName[]
