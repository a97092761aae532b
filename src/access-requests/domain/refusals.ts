import type { GrantedRole } from '../../accounts/domain/roles.ts'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import type { ReasonProblem } from './reason.ts'
import type { Reference } from './reference.ts'
import type { NeededInProfile, Stage, Status } from './request.ts'

/** Why something was not done: a code that reads as the reason, and the facts its sentence needs. */
export type Refusal =
  // who asks
  | { readonly code: 'address-unverified' }
  | { readonly code: 'profile-incomplete'; readonly missing: readonly NeededInProfile[] }
  | { readonly code: 'not-found' }
  | { readonly code: 'blocked'; readonly until: Date | null }
  // how much is asked
  | { readonly code: 'duplicate-open-request'; readonly id: RequestId; readonly reference: Reference }
  | { readonly code: 'already-held' }
  | { readonly code: 'too-many-open'; readonly max: number }
  | { readonly code: 'too-many-today'; readonly max: number }
  | { readonly code: 'too-many-from-outside'; readonly max: number }
  | { readonly code: 'asked-again-too-soon'; readonly from: Date }
  // what is asked, or given
  | { readonly code: 'reason-unfit'; readonly problem: ReasonProblem }
  | { readonly code: 'end-out-of-range'; readonly earliest: Date; readonly latest: Date }
  | { readonly code: 'role-scope-mismatch'; readonly role: GrantedRole }
  | { readonly code: 'role-gone' }
  | { readonly code: 'role-changed'; readonly role: GrantedRole }
  | { readonly code: 'unknown-virtual-account' }
  | { readonly code: 'nothing-changed' }
  // where the request stands
  | {
      readonly code: 'already-settled'
      readonly status: Status
      readonly decidedAt: Date | null
      readonly decidedBy: PersonId | null
    }
  | { readonly code: 'stale-version'; readonly version: number }
  | { readonly code: 'not-possible-now'; readonly status: Status; readonly stage: Stage }
  | { readonly code: 'half-decided' }
  // reminders
  | { readonly code: 'too-early-to-remind'; readonly from: Date }
  | { readonly code: 'no-reminders-left'; readonly max: number }
  | { readonly code: 'nobody-reachable' }
  // who decides
  | { readonly code: 'own-request' }
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'above-own-rights'; readonly role: GrantedRole }
  | { readonly code: 'ends-after-own-right'; readonly latest: Date }
  | { readonly code: 'note-required' }
  | { readonly code: 'recent-sign-in-needed'; readonly withinMinutes: number }
  | { readonly code: 'already-first-approver' }
  // talking about a request
  | { readonly code: 'text-unfit'; readonly problem: ReasonProblem }
  | { readonly code: 'too-many-questions'; readonly max: number }
  | { readonly code: 'other-question' }
  | { readonly code: 'too-many-comments'; readonly max: number }
  | { readonly code: 'claimed-already'; readonly by: PersonId; readonly until: Date }
  | { readonly code: 'too-many-messages'; readonly max: number }
  // passing a request on to support, and deciding it there
  | { readonly code: 'too-early-to-escalate'; readonly from: Date }
  | { readonly code: 'support-may-not-decide' }
  | { readonly code: 'somebody-reachable'; readonly n: number }
  | { readonly code: 'proof-needed' }
  | { readonly code: 'beyond-support'; readonly role: GrantedRole }
  | { readonly code: 'second-agent-needed' }
  | { readonly code: 'already-proposed' }
  | { readonly code: 'proposal-gone' }
  // taking a grant back
  | { readonly code: 'grant-already-over' }
  | { readonly code: 'last-administrator' }
  // removing an administrator, which takes two
  | { readonly code: 'second-administrator-needed' }
  | { readonly code: 'no-second-needed' }
  | { readonly code: 'removal-already-proposed' }
  | { readonly code: 'removal-not-open' }
  | { readonly code: 'own-removal' }
  | { readonly code: 'own-proposal'; readonly from: Date | null }

export type RefusalCode = Refusal['code']
/** A refusal with one of the named codes. */
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { code: Code }>

/** Whether the refused act was an attempt at more power than one has, which the event log keeps. */
export function isAttempt(refusal: Refusal): boolean {
  return attempts.includes(refusal.code)
}

const attempts: readonly RefusalCode[] = [
  'own-request',
  'above-own-rights',
  'ends-after-own-right',
  'already-first-approver',
  'last-administrator',
  'second-agent-needed',
  'beyond-support',
  'own-removal',
  'own-proposal',
]
