// The cast of the rules' tests: Raul asks for access to ACME; Ana and Ben administer it, Vera administers Paris.
import {
  acme,
  grant,
  holding,
  lyon,
  now,
  paris,
  parisLab,
  person,
  whole,
} from '../../accounts/domain/cast.ts'
import { plainCalendar } from '../../accounts/domain/calendar.ts'
import { defaultPatience } from '../../accounts/domain/patience-settings.ts'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import type { Given } from '../../accounts/domain/rights.ts'
import type { RequestId } from '../../kernel/id.ts'
import type { Approver, Candidate } from './approvers.ts'
import type { SubmitFacts } from './asking.ts'
import type { Approve, ApproveFacts } from './deciding.ts'
import { type Timing, timesOf } from './patience.ts'
import type { Reason } from './reason.ts'
import type { Reference } from './reference.ts'
import type { AccessRequest, Ask, Profile } from './request.ts'

/** Raul's profile, complete. */
export const profile: Profile = {
  firstName: 'Raul',
  lastName: 'Moreau',
  preferredFirstName: '',
  company: 'ACME',
  country: 'FR',
  companyAddress: '',
  companyPhone: '',
  email: 'raul@acme.example',
  userId: 'raul@acme.example',
}

/** Leaves everything to the administrator, as the plain form does. */
export const unsure: Ask = { scope: { kind: 'UNSURE' }, role: null, endsAt: null }

/** Paris from Monday to Friday, with the usual numbers. */
export const usualTiming: Timing = { calendar: plainCalendar('Europe/Paris'), patience: defaultPatience }

/** Raul's request for ACME, sent just now. */
export function request(changes: Partial<AccessRequest> = {}): AccessRequest {
  const submittedAt = changes.submittedAt ?? now
  return {
    accountId: acme,
    id: 'request-of-raul' as RequestId,
    reference: 'AR-7K3M-Q9XD' as Reference,
    requesterId: person('raul'),
    beneficiaryId: person('raul'),
    status: 'PENDING',
    stage: 'WITH_ADMINS',
    version: 1,
    ask: unsure,
    reason: 'I join the procurement team.' as Reason,
    profile,
    submittedAt,
    ...timesOf(submittedAt, usualTiming),
    nextStep: null,
    patience: defaultPatience,
    lastRemindedAt: null,
    lastRemindedByHandAt: null,
    remindersByHand: 0,
    previousRequestId: null,
    firstViewedAt: null,
    decidedAt: null,
    decidedBy: null,
    ...changes,
  }
}

/** Somebody without rights who typed their password just now. */
export function approver(name: string, changes: Partial<Approver> = {}): Approver {
  return {
    personId: person(name),
    countsAs: [],
    isDisabled: false,
    rights: holding(),
    passwordTypedAt: now,
    ...changes,
  }
}

export const ana = approver('ana', { rights: holding(grant('SA')) })
export const ben = approver('ben', { rights: holding(grant('SA')) })
export const vera = approver('vera', { rights: holding(grant('VA', { virtualAccountId: paris })) })
export const zoe = approver('zoe')

/** The same person as somebody whom mail may reach. */
export function candidate(of: Approver, changes: Partial<Candidate> = {}): Candidate {
  return { ...of, hasHardBounced: false, isAwayWithoutDelegate: false, ...changes }
}

/** An approval of a user of the whole account without end, unless told otherwise. */
export function approval(given: Partial<Given> = {}, changes: Partial<Approve> = {}): Approve {
  return { given: { role: 'SU', scope: whole, endsAt: null, ...given }, note: '', version: 1, ...changes }
}

/** An account with two administrators who have decided nothing yet. */
export const twoAdministrators: ApproveFacts = { now, wantsTwo: null, administrators: 2, firstApproval: null }

/** All that lets Raul send a request to ACME. */
export const free: SubmitFacts = {
  addressIsVerified: true,
  profile,
  account: { status: 'ACTIVE', visibility: 'LISTED', verifiedDomains: ['acme.example' as Identifier] },
  asker: { verifiedDomains: ['acme.example' as Identifier], isMember: false, isInvited: false },
  block: null,
  openRequest: null,
  openRequests: 0,
  requestsToday: 0,
  openFromOutside: 0,
  held: holding(),
  choosable: new Set([paris, parisLab, lyon]),
  declined: [],
  previousRequestId: null,
  reachable: 2,
}
