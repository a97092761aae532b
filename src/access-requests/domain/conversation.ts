import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { hoursAfter } from '../../kernel/time.ts'
import { step } from './lifecycle.ts'
import { type Reason, type ReasonProblem, readReason, readWords } from './reason.ts'
import type { Refusal, RefusalOf } from './refusals.ts'
import { type AccessRequest, isOpen } from './request.ts'

export const sides = ['REQUESTER', 'ACCOUNT', 'SUPPORT'] as const
/** For whom somebody speaks on a request: those it is for, those who may decide it, or the support desk. */
export type Side = (typeof sides)[number]

/** What somebody is to a request when they want to say something about it. */
export type Speaker = {
  readonly personId: PersonId
  /** They may decide it now. */
  readonly mayDecide: boolean
  readonly isSupport: boolean
}

/** For whom this person speaks; null when they have no say, such as an operator who only looks. */
export function sideOf(
  request: Pick<AccessRequest, 'requesterId' | 'beneficiaryId'>,
  { personId, mayDecide, isSupport }: Speaker,
): Side | null {
  if (personId === request.requesterId || personId === request.beneficiaryId) return 'REQUESTER'
  if (mayDecide) return 'ACCOUNT'
  return isSupport ? 'SUPPORT' : null
}

type TextUnfit = RefusalOf<'text-unfit'>

/** The text as it is kept; 10 to 1,000 characters, by the rule for reasons. */
function readText(text: string): Outcome<Reason, TextUnfit> {
  return fit(readReason(text))
}

function fit(read: Outcome<Reason, ReasonProblem>): Outcome<Reason, TextUnfit> {
  return read.ok ? read : refuse({ code: 'text-unfit', problem: read.refusal })
}

export const longestComment = 1000

/** The words of a comment: 1 to 1,000 characters, since "Thank you" is one. */
export function readComment(text: string): Outcome<Reason, ReasonProblem> {
  return readWords(text, { min: 1, max: longestComment })
}

/** The request while it waits for an answer to this question, and the question as it is kept. */
export function askForInformation(
  request: AccessRequest,
  by: Speaker,
  sent: { readonly text: string; readonly version: number },
  facts: { readonly rounds: number; readonly most: number },
): Outcome<{ readonly request: AccessRequest; readonly text: Reason }, Refusal> {
  const next = step(request, 'ask-for-information')
  if (!next.ok) return next
  if (sideOf(request, by) !== 'ACCOUNT') return refuse({ code: 'not-an-approver' })
  if (sent.version !== request.version) return refuse({ code: 'stale-version', version: request.version })
  if (facts.rounds >= facts.most) return refuse({ code: 'too-many-questions', max: facts.most })
  const text = readText(sent.text)
  return text.ok ? done({ request: next.value, text: text.value }) : text
}

/** The request with its question answered; `n` names the question that was read, so that none is answered for another. */
export function answer(
  request: AccessRequest,
  by: PersonId,
  sent: { readonly text: string; readonly n: number },
  facts: { readonly waiting: number | null },
): Outcome<{ readonly request: AccessRequest; readonly text: Reason }, Refusal> {
  if (by !== request.requesterId) return refuse({ code: 'not-found' })
  const next = step(request, 'answer')
  if (!next.ok) return next
  if (sent.n !== facts.waiting) return refuse({ code: 'other-question' })
  const text = readText(sent.text)
  return text.ok ? done({ request: next.value, text: text.value }) : text
}

/** For which side the comment speaks, and its words as they are kept. */
export function comment(
  request: AccessRequest,
  by: Speaker,
  text: string,
  facts: { readonly written: Readonly<Record<Side, number>>; readonly most: number },
): Outcome<{ readonly side: Side; readonly text: Reason }, Refusal> {
  const next = step(request, 'comment')
  if (!next.ok) return next
  const side = sideOf(request, by)
  if (side === null) return refuse({ code: 'not-an-approver' })
  if (facts.written[side] >= facts.most) return refuse({ code: 'too-many-comments', max: facts.most })
  const read = fit(readComment(text))
  return read.ok ? done({ side, text: read.value }) : read
}

export const claimLastsHours = 4

/** Somebody said that they are looking at a request; it binds nobody. */
export type Claim = { readonly by: PersonId; readonly at: Date; readonly until: Date }

/** Whether the claim still holds. */
export function isStanding(claim: Pick<Claim, 'until'> | null, now: Date): boolean {
  return claim !== null && now < claim.until
}

/** The claim of this person; one's own is made longer, somebody else's is left alone while it stands. */
export function claim(
  request: AccessRequest,
  by: Speaker,
  held: Claim | null,
  now: Date,
): Outcome<Claim, Refusal> {
  const next = step(request, 'view')
  if (!next.ok) return next
  if (sideOf(request, by) !== 'ACCOUNT') return refuse({ code: 'not-an-approver' })
  if (held && isStanding(held, now) && held.by !== by.personId) {
    return refuse({ code: 'claimed-already', by: held.by, until: held.until })
  }
  const at = held && isStanding(held, now) ? held.at : now
  return done({ by: by.personId, at, until: hoursAfter(now, claimLastsHours) })
}

/** Whether a settled request can be asked again, as far as the old one goes; what is asked is looked at when it is sent. */
export function askAgain(
  request: AccessRequest,
  by: PersonId,
  block: { readonly until: Date | null } | null,
  now: Date,
): Outcome<AccessRequest, Refusal> {
  if (by !== request.requesterId) return refuse({ code: 'not-found' })
  if (isOpen(request)) {
    return refuse({ code: 'not-possible-now', status: request.status, stage: request.stage })
  }
  if (block && (block.until === null || now < block.until)) {
    return refuse({ code: 'blocked', until: block.until })
  }
  return step(request, 'ask-again')
}
