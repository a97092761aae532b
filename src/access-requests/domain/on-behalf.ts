import type { PersonId } from '../../kernel/id.ts'
import { domainOf } from '../../people/domain/address.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { type Reason, type ReasonProblem, readReason } from './reason.ts'

/** Where a request for a colleague stands before it is one. */
export type OnBehalfStatus = 'WAITING' | 'CONFIRMED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED'

/** Why nobody can confirm it any more, though there was time left. */
export type EndedBecause = 'ACCOUNT_CLOSED' | 'ACCOUNT_MERGED' | 'SHUT_OUT' | 'SAME_PERSON'

/** Access that somebody asks for a colleague; the address is the colleague's. */
export type OnBehalf = {
  readonly askedBy: PersonId
  readonly address: string
  readonly status: OnBehalfStatus
  readonly lapsesAt: Date
}

/** How many somebody may have waiting, and send a day. */
export const onBehalfAllowed = { open: 5, day: 10 } as const
/** So long the colleague can confirm. */
export const daysToConfirm = 14

/** Why nothing was asked for a colleague, or one did not answer. */
export type OnBehalfRefusal =
  | { readonly code: 'address-unverified' }
  | { readonly code: 'own-address' }
  | { readonly code: 'not-a-colleague'; readonly domain: string }
  | { readonly code: 'reason-unfit'; readonly problem: ReasonProblem }
  | { readonly code: 'too-many-waiting'; readonly max: number }
  | { readonly code: 'too-many-asked'; readonly max: number }
  | { readonly code: 'not-found' }
  | { readonly code: 'account-not-open' }
  | { readonly code: 'place-gone' }
  | { readonly code: 'settled'; readonly status: OnBehalfStatus }

/** What the policy asks about whoever asks. */
export type AskingForColleague = {
  readonly address: string
  readonly isVerified: boolean
  readonly waiting: number
  readonly today: number
}

/** A person by the address that they have proved. */
export type Proved = { readonly address: string; readonly isVerified: boolean }

/**
 * Whether somebody may ask for a colleague: one whose address lies in the same domain as their own proved one, so
 * that nobody is written to by strangers.
 */
export function askForColleague(
  wish: { readonly colleague: string; readonly reason: string },
  by: AskingForColleague,
  now: Date,
): Outcome<{ readonly reason: Reason; readonly lapsesAt: Date }, OnBehalfRefusal> {
  if (!by.isVerified) return refuse({ code: 'address-unverified' })
  const domain = domainOf(by.address)
  if (wish.colleague === by.address) return refuse({ code: 'own-address' })
  if (domainOf(wish.colleague) !== domain) return refuse({ code: 'not-a-colleague', domain })
  const reason = readReason(wish.reason)
  if (!reason.ok) return refuse({ code: 'reason-unfit', problem: reason.refusal })
  if (by.waiting >= onBehalfAllowed.open)
    return refuse({ code: 'too-many-waiting', max: onBehalfAllowed.open })
  if (by.today >= onBehalfAllowed.day) return refuse({ code: 'too-many-asked', max: onBehalfAllowed.day })
  return done({ reason: reason.value, lapsesAt: daysAfter(now, daysToConfirm) })
}

/** Whether the colleague may answer: only they, with their address proved, while it waits. */
export function answerOnBehalf(one: OnBehalf, by: Proved, now: Date): Outcome<true, OnBehalfRefusal> {
  if (!isFor(one, by)) return refuse({ code: 'not-found' })
  return stillWaits(one, now)
}

/** Whether somebody may take back what they asked for a colleague. */
export function withdrawOnBehalf(one: OnBehalf, by: PersonId, now: Date): Outcome<true, OnBehalfRefusal> {
  return by === one.askedBy ? stillWaits(one, now) : refuse({ code: 'not-found' })
}

/** Whether it lies with this person to confirm it. */
export function isFor(one: Pick<OnBehalf, 'address'>, by: Proved): boolean {
  return by.isVerified && by.address === one.address
}

/** Where it stands now: past its end it has lapsed, clock or no clock. */
export function standingOf(
  { status, lapsesAt }: Pick<OnBehalf, 'status' | 'lapsesAt'>,
  now: Date,
): OnBehalfStatus {
  return status === 'WAITING' && now >= lapsesAt ? 'LAPSED' : status
}

/** Whether it ended though there was time left. */
export function endedEarly({
  status,
  lapsesAt,
  settledAt,
}: Pick<OnBehalf, 'status' | 'lapsesAt'> & { readonly settledAt: Date | null }): boolean {
  return status === 'LAPSED' && settledAt !== null && settledAt < lapsesAt
}

function stillWaits(one: OnBehalf, now: Date): Outcome<true, OnBehalfRefusal> {
  const status = standingOf(one, now)
  return status === 'WAITING' ? done(true) : refuse({ code: 'settled', status })
}
