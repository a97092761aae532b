import type { NamedRole, Role } from '../../accounts/domain/roles.ts'
import type { DecisionId, GrantId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import type { Side } from './conversation.ts'
import type { RefusalCode } from './refusals.ts'
import type { Block, DeclineCode, Stage } from './request.ts'

type About = { readonly requestId: RequestId; readonly version: number }

/** What happens to requests: event name to body. Bodies hold ids, codes and times, never names, texts or addresses. */
export type AccessRequestEvents = {
  'access-request.submitted': About & {
    readonly requesterId: PersonId
    readonly beneficiaryId: PersonId
    readonly stage: Stage
    readonly scope: 'ACCOUNT' | 'VIRTUAL' | 'UNSURE'
    readonly virtualAccountIds: readonly VirtualAccountId[]
    readonly role: Role | null
    readonly endsAt: string | null
    readonly previousRequestId: RequestId | null
  }
  'access-request.routed-to-support': About
  'access-request.viewed': About
  /** An agent of support, or an operator, looked at it by their office. */
  'access-request.viewed-by-support': Record<string, never>
  'access-request.reminded': About & { readonly n: number; readonly byHand: boolean }
  'access-request.amended': About & {
    readonly scope: 'ACCOUNT' | 'VIRTUAL' | 'UNSURE'
    readonly virtualAccountIds: readonly VirtualAccountId[]
    readonly role: Role | null
    readonly endsAt: string | null
    readonly reasonChanged: boolean
  }
  /** `n` counts the questions of the request. */
  'access-request.information-asked': About & { readonly n: number }
  'access-request.answered': About & { readonly n: number }
  /** `n` counts the comments of that side. */
  'access-request.commented': About & { readonly side: Side; readonly n: number }
  /** The others are told by mail of these comments of one side, from the first to the last. */
  'access-request.comments-mailed': About & {
    readonly side: Side
    readonly first: number
    readonly last: number
  }
  'access-request.claimed': About & { readonly until: string }
  'access-request.claim-released': About
  'access-request.withdrawn': About
  'access-request.first-approval': About & Given & ForWhom
  'access-request.approved': About &
    Given &
    ForWhom & {
      readonly decisionId: DecisionId
      readonly grantIds: readonly GrantId[]
      readonly firstApproverId: PersonId | null
      readonly lessThanAsked: boolean
    }
  'access-request.declined': About &
    ForWhom & {
      readonly decisionId: DecisionId
      readonly code: DeclineCode
      readonly block: Block | null
    }
  'access-request.overdue': About
  'access-request.escalated': About & { readonly byHand: boolean }
  'access-request.handed-back': About
  /** It will expire at `expiresAt` unless somebody decides. */
  'access-request.expiry-near': About & Warning
  /** The requester has not answered, and it will expire at `expiresAt` unless they do. */
  'access-request.answer-missing': About & Warning
  'access-request.expired': About & { readonly because: ExpiredBecause }
  /** Support has had it for so long that the desk is told once more. */
  'access-request.support-nudged': About & { readonly n: number }
  /** Virtual accounts that were closed were taken out of what it asks for. */
  'access-request.narrowed': About & { readonly virtualAccountIds: readonly VirtualAccountId[] }
  'access-request.closed': About & { readonly because: ClosedBecause }
  /** An act that was refused because it reached for more than one has. */
  'access-request.decision-refused': About & { readonly refusal: RefusalCode }
  /** Somebody looked up so many accounts in a row that are not open to them; on the installation's chain. */
  'access-request.looked-up-in-vain': { readonly misses: number }
}

/** Those who were away and whose delegate the decider was. */
type ForWhom = { readonly standsInFor: readonly PersonId[] }

type Warning = { readonly n: number; readonly expiresAt: string }

/** Whom a request waited for in vain until it expired. */
export type ExpiredBecause = 'NOT_DECIDED' | 'NOT_ANSWERED'

type Given = {
  readonly role: NamedRole
  readonly scope: 'ACCOUNT' | 'VIRTUAL'
  readonly virtualAccountIds: readonly VirtualAccountId[]
  readonly endsAt: string | null
}

/** Why the system closed an open request. */
export type ClosedBecause =
  | 'GIVEN_DIRECTLY'
  | 'ACCOUNT_CLOSED'
  | 'ACCOUNT_MERGED'
  /** The account became part of another one, and the request goes on there. */
  | 'CONTINUED'
  | 'BENEFICIARY_DISABLED'
  | 'DUPLICATE'
  /** Every virtual account it asked for was closed. */
  | 'PLACE_CLOSED'

type AccessRequestEventName = keyof AccessRequestEvents

/** Every name, for pages and filters; one that is missing here does not compile. */
export const accessRequestEventNames = Object.keys({
  'access-request.submitted': true,
  'access-request.routed-to-support': true,
  'access-request.viewed': true,
  'access-request.viewed-by-support': true,
  'access-request.reminded': true,
  'access-request.amended': true,
  'access-request.information-asked': true,
  'access-request.answered': true,
  'access-request.commented': true,
  'access-request.comments-mailed': true,
  'access-request.claimed': true,
  'access-request.claim-released': true,
  'access-request.withdrawn': true,
  'access-request.first-approval': true,
  'access-request.approved': true,
  'access-request.declined': true,
  'access-request.overdue': true,
  'access-request.escalated': true,
  'access-request.handed-back': true,
  'access-request.expiry-near': true,
  'access-request.answer-missing': true,
  'access-request.expired': true,
  'access-request.support-nudged': true,
  'access-request.narrowed': true,
  'access-request.closed': true,
  'access-request.decision-refused': true,
  'access-request.looked-up-in-vain': true,
} satisfies Record<AccessRequestEventName, true>) as readonly AccessRequestEventName[]
