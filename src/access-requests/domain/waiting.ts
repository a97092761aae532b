import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { hoursAfter } from '../../kernel/time.ts'
import { type Approver, mayDecide } from './approvers.ts'
import { step } from './lifecycle.ts'
import { reminderPossibleFrom, remindersLeft } from './patience.ts'
import type { Refusal } from './refusals.ts'
import type { AccessRequest } from './request.ts'

/** What it depends on whether a step is possible. */
type Steps = Pick<AccessRequest, 'status' | 'stage' | 'version' | 'decidedAt' | 'decidedBy'>
/** What it depends on whether a reminder is. */
type Remindable = Steps &
  Pick<
    AccessRequest,
    'requesterId' | 'submittedAt' | 'lastRemindedAt' | 'lastRemindedByHandAt' | 'remindersByHand' | 'patience'
  >

/** The request after its requester sent a reminder; refused with the instant from which it will be possible. */
export function remind<Request extends Remindable>(
  request: Request,
  by: PersonId,
  facts: { readonly reachable: number },
  now: Date,
): Outcome<Request, Refusal> {
  if (by !== request.requesterId) return refuse({ code: 'not-found' })
  const next = step(request, 'remind')
  if (!next.ok) return next
  if (remindersLeft(request) === 0)
    return refuse({ code: 'no-reminders-left', max: request.patience.remindersByHand })
  const from = reminderPossibleFrom(request)
  if (now < from) return refuse({ code: 'too-early-to-remind', from })
  if (facts.reachable < 1) return refuse({ code: 'nobody-reachable' })
  const remindersByHand = request.remindersByHand + 1
  return done({ ...next.value, remindersByHand, lastRemindedAt: now, lastRemindedByHandAt: now })
}

/** Hours after any reminder in which none goes by itself. */
export const hoursWithoutAnother = 48
// Clocks strike a little late, and two working days can be 47 hours: one by the clock does not count against the next.
const graceInHours = 2

/** Until when no reminder goes by itself, because one went; null when none did. */
export function noReminderBefore({
  lastRemindedAt,
  lastRemindedByHandAt,
}: Pick<AccessRequest, 'lastRemindedAt' | 'lastRemindedByHandAt'>): Date | null {
  const byHand = lastRemindedByHandAt && hoursAfter(lastRemindedByHandAt, hoursWithoutAnother)
  const any = lastRemindedAt && hoursAfter(lastRemindedAt, hoursWithoutAnother - graceInHours)
  return byHand && any && byHand > any ? byHand : any
}

/**
 * The request after it was reminded of by itself. Refused when a reminder went lately, whoever sent it, and when
 * nobody could be reminded.
 */
export function remindByClock(
  request: AccessRequest,
  facts: { readonly reachable: number },
  now: Date,
): Outcome<AccessRequest, Refusal> {
  const next = step(request, 'remind-by-clock')
  if (!next.ok) return next
  const from = noReminderBefore(request)
  if (from && now < from) return refuse({ code: 'too-early-to-remind', from })
  if (facts.reachable < 1) return refuse({ code: 'nobody-reachable' })
  return done({ ...next.value, lastRemindedAt: now })
}

/** The request after its requester or its beneficiary took it back. */
export function withdraw<Request extends Steps & Pick<AccessRequest, 'requesterId' | 'beneficiaryId'>>(
  request: Request,
  by: PersonId,
): Outcome<Request, Refusal> {
  const isTheirs = by === request.requesterId || by === request.beneficiaryId
  return isTheirs ? step(request, 'withdraw') : refuse({ code: 'not-found' })
}

/** The open request after somebody who may decide looked at it; only the first look is kept. */
export function view(
  request: AccessRequest,
  by: Omit<Approver, 'passwordTypedAt'>,
  now: Date,
): Outcome<AccessRequest, Refusal> {
  const allowed = mayDecide(request, by)
  if (!allowed.ok) return allowed
  const next = step(request, 'view')
  return next.ok ? done({ ...next.value, firstViewedAt: request.firstViewedAt ?? now }) : next
}
