import type { AccountType } from '../../accounts/domain/account.ts'
import type { Identifier } from '../../accounts/domain/identifier.ts'
import type { Id, PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'

export type ApplicationId = Id<'application'>

export const applicationStatuses = [
  'CHECKING',
  'ACTION_NEEDED',
  'AWAITING_NOMINEE',
  'ACTIVE',
  'DECLINED',
  'WITHDRAWN',
  'EXPIRED',
] as const
/** Where an application stands: looked at, back with its author, with the nominee, or over. */
export type ApplicationStatus = (typeof applicationStatuses)[number]

export const applicationSteps = [
  'clear',
  'approve',
  'ask',
  'resubmit',
  'nominate',
  'nominate-anew',
  'accept',
  'refuse',
  'hold',
  'decline',
  'withdraw',
  'expire',
] as const
/**
 * What can happen to it. `clear`: nothing is left to look at; `nominate-anew`: a new nominee after a person had approved,
 * so that somebody looks again; `hold`: the nominee accepts, but the identifier is no longer free.
 */
export type ApplicationStep = (typeof applicationSteps)[number]

export const checks = [
  'HOLDING',
  'UNPROVEN',
  'LOOK_ALIKE',
  'SAME_DOMAIN',
  'TAKEN',
  'ALSO_ASKED',
  'CHANGED',
] as const
/** What a person must look at before the nominee is asked. */
export type Check = (typeof checks)[number]

export const applicationProofs = ['DNS', 'ROLE_MAIL', 'PROVIDER'] as const
/** How the domain was proven. */
export type ApplicationProof = (typeof applicationProofs)[number]

/** An application, as far as rules go. */
export type Application = {
  readonly id: ApplicationId
  readonly requesterId: PersonId
  /** For one's own organisation one is the nominee oneself. */
  readonly whose: 'OWN' | 'OTHER'
  readonly nomineeAddress: string
  readonly nomineeRound: number
  readonly nomineeAskedAt: Date | null
  readonly identifier: Identifier
  readonly type: AccountType
  readonly status: ApplicationStatus
  /** Who wants something changed: an operator, or the nominee who refused. */
  readonly action: 'OPERATOR' | 'NOMINEE' | null
  readonly checks: readonly Check[]
  /** When an operator approved; null: nobody did, or what they approved has changed. */
  readonly clearedAt: Date | null
  readonly proof: ApplicationProof | null
  readonly reminders: number
  readonly remindedAt: Date | null
  readonly version: number
  readonly submittedAt: Date
}

/** Why a step was not taken. */
export type ApplicationRefusal =
  | { readonly code: 'over'; readonly status: ApplicationStatus }
  | { readonly code: 'not-now' }
  | { readonly code: 'stale-version'; readonly version: number }
  | { readonly code: 'own-application' }
  | { readonly code: 'identifier-taken' }
  | { readonly code: 'not-nominee' }
  | { readonly code: 'same-nominee' }
  | { readonly code: 'too-early-to-remind'; readonly from: Date }
  | { readonly code: 'no-reminders-left' }
  | { readonly code: 'proven-already' }

const after: Readonly<
  Partial<Record<ApplicationStatus, Readonly<Partial<Record<ApplicationStep, ApplicationStatus>>>>>
> = {
  CHECKING: {
    clear: 'AWAITING_NOMINEE',
    approve: 'AWAITING_NOMINEE',
    ask: 'ACTION_NEEDED',
    nominate: 'CHECKING',
    'nominate-anew': 'CHECKING',
    decline: 'DECLINED',
    withdraw: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
  ACTION_NEEDED: {
    resubmit: 'CHECKING',
    nominate: 'AWAITING_NOMINEE',
    'nominate-anew': 'CHECKING',
    decline: 'DECLINED',
    withdraw: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
  AWAITING_NOMINEE: {
    accept: 'ACTIVE',
    refuse: 'ACTION_NEEDED',
    hold: 'CHECKING',
    nominate: 'AWAITING_NOMINEE',
    'nominate-anew': 'CHECKING',
    decline: 'DECLINED',
    withdraw: 'WITHDRAWN',
    expire: 'EXPIRED',
  },
}

/** Where an application stands after a step; what is not in the table cannot happen. */
export function stepApplication(
  status: ApplicationStatus,
  step: ApplicationStep,
): Outcome<ApplicationStatus, ApplicationRefusal> {
  const from = after[status]
  if (!from) return refuse({ code: 'over', status })
  const next = from[step]
  return next ? done(next) : refuse({ code: 'not-now' })
}

/** Whether it can still change. */
export function isApplicationOpen(status: ApplicationStatus): boolean {
  return after[status] !== undefined
}

/** What is left to look at: nothing once an operator approved, and no missing proof once there is one. */
export function openChecks({ checks: all, clearedAt, proof }: Application): readonly Check[] {
  if (clearedAt !== null) return []
  return all.filter((check) => check !== 'UNPROVEN' || proof === null)
}

/**
 * Where an open application stands once its proof has fallen: back where it is looked at, unless a person had approved
 * it, or nobody wants a proof.
 */
export function withoutProof(application: Application): ApplicationStatus {
  const { status } = application
  if (status !== 'AWAITING_NOMINEE') return status
  return openChecks({ ...application, proof: null }).length > 0 ? 'CHECKING' : status
}

/** What is known around an application when it is sent. */
export type Findings = {
  readonly isTaken: boolean
  readonly isAlsoAsked: boolean
  readonly looksAlike: boolean
  readonly sharesDomain: boolean
  /** The installation wants every domain proven, or a person who says that it need not be. */
  readonly proofIsRequired: boolean
}

/** What a person must look at. */
export function checksFor(type: AccountType, found: Findings): readonly Check[] {
  const wanted: Record<Check, boolean> = {
    HOLDING: type === 'HOLDING',
    UNPROVEN: found.proofIsRequired,
    LOOK_ALIKE: found.looksAlike,
    SAME_DOMAIN: found.sharesDomain,
    TAKEN: found.isTaken,
    ALSO_ASKED: found.isAlsoAsked,
    CHANGED: false,
  }
  return checks.filter((check) => wanted[check])
}

/** Somebody who acts: by their id, and their address when it is verified. */
export type Actor = { readonly personId: PersonId; readonly address: string; readonly verified: boolean }

/** Whether somebody is the one who is to administer the account: with that address, verified. */
export function isNominee(application: Application, who: Actor): boolean {
  if (!who.verified) return false
  if (application.whose === 'OWN') return who.personId === application.requesterId
  return who.address === application.nomineeAddress
}

/** An operator's approval of what they saw; never of their own application, nor of an identifier that is taken. */
export function approve(
  application: Application,
  by: Actor,
  facts: { readonly version: number; readonly isTaken: boolean },
): Outcome<ApplicationStatus, ApplicationRefusal> {
  const next = byOperator(application, by, 'approve')
  if (!next.ok) return next
  if (facts.version !== application.version)
    return refuse({ code: 'stale-version', version: application.version })
  return facts.isTaken ? refuse({ code: 'identifier-taken' }) : next
}

/** What else an operator says about an application that is not theirs. */
export function byOperator(
  application: Application,
  by: Actor,
  step: 'approve' | 'ask' | 'decline',
): Outcome<ApplicationStatus, ApplicationRefusal> {
  const isOwn = by.personId === application.requesterId || isNominee(application, by)
  return isOwn ? refuse({ code: 'own-application' }) : stepApplication(application.status, step)
}

/** The nominee's answer; of nobody else. */
export function byNominee(
  application: Application,
  by: Actor,
  step: 'accept' | 'refuse',
): Outcome<ApplicationStatus, ApplicationRefusal> {
  return isNominee(application, by)
    ? stepApplication(application.status, step)
    : refuse({ code: 'not-nominee' })
}

/** Another nominee: what a person had approved for the one before is looked at again. */
export function nominate(
  application: Application,
  address: string,
): Outcome<ApplicationStatus, ApplicationRefusal> {
  const { status, action, clearedAt } = application
  if (status === 'ACTION_NEEDED' && action === 'OPERATOR') return refuse({ code: 'not-now' })
  if (address === application.nomineeAddress && status !== 'ACTION_NEEDED')
    return refuse({ code: 'same-nominee' })
  const isChecked = clearedAt !== null || (status === 'ACTION_NEEDED' && openChecks(application).length > 0)
  return stepApplication(status, isChecked ? 'nominate-anew' : 'nominate')
}

const hourMs = 3_600_000
export const hoursBetweenReminders = 48
export const mostReminders = 3

/** From when the nominee can be reminded; undefined when it is not with them or no reminder is left. */
export function remindFrom(application: Application): Date | undefined {
  const { status, nomineeAskedAt, reminders, remindedAt } = application
  if (status !== 'AWAITING_NOMINEE' || !nomineeAskedAt || reminders >= mostReminders) return undefined
  const last = Math.max(nomineeAskedAt.getTime(), remindedAt?.getTime() ?? 0)
  return new Date(last + hoursBetweenReminders * hourMs)
}

/** A reminder by hand to the nominee; gives its number. */
export function remind(application: Application, now: Date): Outcome<number, ApplicationRefusal> {
  if (!isApplicationOpen(application.status)) return refuse({ code: 'over', status: application.status })
  if (application.status !== 'AWAITING_NOMINEE') return refuse({ code: 'not-now' })
  const from = remindFrom(application)
  if (!from) return refuse({ code: 'no-reminders-left' })
  return now < from ? refuse({ code: 'too-early-to-remind', from }) : done(application.reminders + 1)
}
