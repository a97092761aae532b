import type { PatienceSettings } from '../../accounts/domain/patience-settings.ts'
import { type GrantedRole, isSameRole } from '../../accounts/domain/roles.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import type { Reason } from './reason.ts'
import type { Reference } from './reference.ts'
import type { NextStep } from './schedule.ts'

export const statuses = [
  'PENDING',
  'INFO_REQUESTED',
  'APPROVED',
  'DECLINED',
  'WITHDRAWN',
  'EXPIRED',
  'CLOSED',
] as const
/** Where a request is in its life; the first two are open, the others final. */
export type Status = (typeof statuses)[number]

export const openStatuses = ['PENDING', 'INFO_REQUESTED'] as const satisfies readonly Status[]

export const stages = ['WITH_ADMINS', 'OVERDUE', 'WITH_SUPPORT'] as const
/** Who an open request waits for; on a settled one, where it stood when it was settled. */
export type Stage = (typeof stages)[number]

/**
 * What somebody asks for; `null` for a role, and UNSURE for a scope, leave it to the administrator. A role of the
 * account’s own is as it was when it was asked for.
 */
export type Ask = {
  readonly scope: AskedScope
  readonly role: GrantedRole | null
  readonly endsAt: Date | null
}

/** The most virtual accounts that one request names; an event, which lists them, holds 8 KiB. */
export const mostVirtualAccounts = 80

/** Where it is asked for; `named` is what the requester wrote about a virtual account they cannot see. */
export type AskedScope =
  | { readonly kind: 'ACCOUNT' }
  | { readonly kind: 'VIRTUAL'; readonly virtualAccountIds: readonly VirtualAccountId[] }
  | { readonly kind: 'UNSURE'; readonly named?: string }

/** What goes with a request about the person, as it was when they sent it. */
export type Profile = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly company: string
  readonly country: string
  readonly companyAddress: string
  readonly companyPhone: string
  readonly email: string
  /** The directory's id of the person, else their sign-in address. */
  readonly userId: string
}

/** A person asks for access to an account that exists. */
export type AccessRequest = {
  readonly accountId: AccountId
  readonly id: RequestId
  readonly reference: Reference
  readonly requesterId: PersonId
  readonly beneficiaryId: PersonId
  readonly status: Status
  readonly stage: Stage
  /** 1, and one more for each amendment and each change of status. */
  readonly version: number
  readonly ask: Ask
  readonly reason: Reason
  readonly profile: Profile
  readonly submittedAt: Date
  readonly dueAt: Date
  readonly expiresAt: Date
  /** What happens next by itself; null when it is settled. */
  readonly nextStep: NextStep | null
  /** The numbers that hold for it. */
  readonly patience: PatienceSettings
  /** The last reminder of any kind. */
  readonly lastRemindedAt: Date | null
  /** The last reminder that the requester sent. */
  readonly lastRemindedByHandAt: Date | null
  readonly remindersByHand: number
  readonly previousRequestId: RequestId | null
  readonly firstViewedAt: Date | null
  readonly decidedAt: Date | null
  readonly decidedBy: PersonId | null
}

export const declineCodes = [
  'NOT_A_MEMBER',
  'WRONG_ACCOUNT',
  'NOT_NEEDED',
  'ASK_ELSEWHERE',
  'TOO_MUCH',
  'OTHER',
] as const
/** Why a request was declined; always told to the requester, with a text. */
export type DeclineCode = (typeof declineCodes)[number]

export const blocks = ['30_DAYS', '90_DAYS', 'FOR_EVER'] as const
/** For how long a declined person cannot ask this account again. */
export type Block = (typeof blocks)[number]

/** Whether the request still waits for somebody. */
export function isOpen(request: Pick<AccessRequest, 'status'>): boolean {
  return (openStatuses as readonly Status[]).includes(request.status)
}

/** Whether two asks are for the same thing; the order of virtual accounts and the case of a written name do not count. */
export function sameAsk(one: Ask, other: Ask): boolean {
  return (
    isSameRole(one.role, other.role) &&
    one.endsAt?.getTime() === other.endsAt?.getTime() &&
    scopeKey(one.scope) === scopeKey(other.scope)
  )
}

function scopeKey(scope: AskedScope): string {
  if (scope.kind === 'ACCOUNT') return scope.kind
  if (scope.kind === 'UNSURE') return `${scope.kind} ${(scope.named ?? '').trim().toLowerCase()}`
  return [scope.kind, ...new Set(scope.virtualAccountIds)].toSorted().join(' ')
}

const neededInProfile = ['firstName', 'lastName', 'company', 'country'] as const
/** A part of the profile without which no request can be sent. */
export type NeededInProfile = (typeof neededInProfile)[number]

/** What the profile still lacks before a request can be sent; empty when it is complete. */
export function missingFrom(profile: Pick<Profile, NeededInProfile>): readonly NeededInProfile[] {
  return neededInProfile.filter((part) => profile[part].trim() === '')
}
