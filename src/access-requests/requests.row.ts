import type { CustomRole, Role } from '../accounts/domain/roles.ts'
import { patienceFrom, type PatienceRow } from '../accounts/index.ts'
import { noProfile } from './profile.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../kernel/id.ts'
import type { Reason } from './domain/reason.ts'
import type { Reference } from './domain/reference.ts'
import type { NextStep } from './domain/schedule.ts'
import type { AccessRequest, Ask, AskedScope, Profile, Stage, Status } from './domain/request.ts'

/** A request as a query gives it, columns named as in `requestColumns`. */
export type RequestRow = PatienceRow & {
  accountId: AccountId
  id: RequestId
  reference: string
  requesterId: PersonId
  beneficiaryId: PersonId
  status: Status
  stage: Stage
  version: number
  askScope: 'ACCOUNT' | 'VIRTUAL' | 'UNSURE'
  askVirtualAccountIds: VirtualAccountId[]
  askNamed: string
  askRole: Role | 'CA' | 'CV' | null
  /** The role of the account’s own that is asked for, as it was then. */
  askOwnRole: CustomRole | null
  askEndsAt: Date | null
  reason: string
  accountName: string
  profile: Profile
  previousRequestId: RequestId | null
  continuedAs: RequestId | null
  submittedAt: Date
  dueAt: Date
  expiresAt: Date
  nextStepKind: NextStep['kind'] | null
  nextStepAt: Date | null
  lastRemindedAt: Date | null
  lastRemindedByHandAt: Date | null
  remindersByHand: number
  firstViewedAt: Date | null
  settledAt: Date | null
  decidedAt: Date | null
  decidedBy: PersonId | null
  identifier: string
  accountTimeZone: string
  accountStatus: 'PENDING' | 'ACTIVE' | 'SUSPENDED' | 'CLOSED'
  showAdministrators: 'NAMES' | 'RELAY' | 'NONE'
}

/** A request with what is shown of its account. */
export type StoredRequest = AccessRequest & {
  /** The account's name when the request was sent: what the requester may know. */
  readonly accountName: string
  readonly identifier: string
  readonly accountTimeZone: string
  readonly accountStatus: RequestRow['accountStatus']
  readonly showAdministrators: RequestRow['showAdministrators']
  readonly settledAt: Date | null
  /** The request as which it goes on in the account that its own became a part of; null where it does not. */
  readonly continuedAs: RequestId | null
}

/** The columns of an ask. */
export type AskRow = Pick<
  RequestRow,
  'askScope' | 'askVirtualAccountIds' | 'askNamed' | 'askRole' | 'askOwnRole' | 'askEndsAt'
>

/** The request that a row holds. */
export function requestOf(row: RequestRow): StoredRequest {
  const { askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt, ...given } = row
  const { reason, reference, ...others } = given
  const { nextStepKind, nextStepAt, ownPatience, installationPatience, ...rest } = others
  const ask = askOf({ askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt })
  const nextStep = nextStepKind && nextStepAt && { kind: nextStepKind, at: nextStepAt }
  const patience = patienceFrom({ ownPatience, installationPatience })
  const profile = { ...noProfile, ...rest.profile }
  return {
    ...rest,
    profile,
    ask,
    nextStep,
    patience,
    reason: reason as Reason,
    reference: reference as Reference,
  }
}

/** The ask that a row holds. */
export function askOf(row: AskRow): Ask {
  return { scope: scopeOf(row), role: roleOf(row), endsAt: row.askEndsAt }
}

// One that the database names as the account’s own comes with it.
function roleOf({ askRole, askOwnRole }: AskRow): Ask['role'] {
  return askRole === 'CA' || askRole === 'CV' ? (askOwnRole ?? null) : askRole
}

function scopeOf(row: AskRow): AskedScope {
  if (row.askScope === 'VIRTUAL') return { kind: 'VIRTUAL', virtualAccountIds: row.askVirtualAccountIds }
  if (row.askScope === 'ACCOUNT') return { kind: 'ACCOUNT' }
  return row.askNamed === '' ? { kind: 'UNSURE' } : { kind: 'UNSURE', named: row.askNamed }
}
