import { type Calendar, workingDaysAfter } from '../../accounts/domain/calendar.ts'
import type { PersonId } from '../../kernel/id.ts'
import { type Outcome, refuse } from '../../kernel/outcome.ts'
import { step } from './lifecycle.ts'
import type { Refusal } from './refusals.ts'
import type { AccessRequest } from './request.ts'

/** How long a reminder may go unseen before the requester can turn to support. */
export const workingDaysUnseen = 2

/** What a turn to support hangs on, beside the request itself. */
export type EscalateFacts = {
  /** When the first reminder went; null when none did. */
  readonly firstRemindedAt: Date | null
  readonly calendar: Calendar
}

type Waiting = Pick<AccessRequest, 'stage' | 'dueAt' | 'firstViewedAt'>

/**
 * From when the requester can pass the request on to support: once it is overdue, or two working days after a first
 * reminder when nobody who may decide has looked at it.
 */
export function escalatableFrom(request: Waiting, { firstRemindedAt, calendar }: EscalateFacts): Date {
  if (firstRemindedAt === null || request.firstViewedAt !== null) return request.dueAt
  const unseen = workingDaysAfter(firstRemindedAt, workingDaysUnseen, calendar)
  return unseen < request.dueAt ? unseen : request.dueAt
}

/** The request after its requester passed it on to support; refused with the instant from which that is possible. */
export function escalate(
  request: AccessRequest,
  by: PersonId,
  facts: EscalateFacts,
  now: Date,
): Outcome<AccessRequest, Refusal> {
  if (by !== request.requesterId) return refuse({ code: 'not-found' })
  const next = step(request, 'escalate')
  if (!next.ok || request.stage === 'OVERDUE') return next
  const from = escalatableFrom(request, facts)
  return now < from ? refuse({ code: 'too-early-to-escalate', from }) : next
}

/** The request after it waited too long for its administrators; the clock knows when that is. */
export function escalateByClock(request: AccessRequest): Outcome<AccessRequest, Refusal> {
  return step(request, 'escalate-by-clock')
}

/** The request after support gave it back to its administrators; refused while none of them can be reached. */
export function handBack(
  request: AccessRequest,
  facts: { readonly reachable: number },
): Outcome<AccessRequest, Refusal> {
  const next = step(request, 'hand-back')
  if (!next.ok) return next
  return facts.reachable < 1 ? refuse({ code: 'nobody-reachable' }) : next
}
