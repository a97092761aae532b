import { type Account, type Asker, findable, isOfTheHouse } from '../../accounts/domain/account.ts'
import { fits, holds, type Rights } from '../../accounts/domain/rights.ts'
import { isVirtualRole } from '../../accounts/domain/roles.ts'
import type { PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { daysAfter } from '../../kernel/time.ts'
import { endProblem } from './end-date.ts'
import { step } from './lifecycle.ts'
import { type Reason, readReason } from './reason.ts'
import type { Refusal } from './refusals.ts'
import { type AccessRequest, type Ask, missingFrom, type Profile, type Stage, sameAsk } from './request.ts'

export const openRequestsAllowed = 10
export const requestsADayAllowed = 20
/** How many requests from outside an account holds open at a time, so that nobody can flood its administrators. */
export const openFromOutsideAllowed = 200
export const daysAfterDecline = 7

/** What must be known about somebody and an account before they can ask; all as of now. */
export type AskingFacts = {
  readonly addressIsVerified: boolean
  readonly profile: Profile
  /** Null when there is no account of that identifier. */
  readonly account: Pick<Account, 'status' | 'visibility' | 'verifiedDomains'> | null
  readonly asker: Asker
  /** The account's block on this person; without `until` it is for ever. */
  readonly block: { readonly until: Date | null } | null
  /** The open request for the same beneficiary and account. */
  readonly openRequest: Pick<AccessRequest, 'id' | 'reference'> | null
  /** The person's open requests, to any account. */
  readonly openRequests: number
  readonly requestsToday: number
  /** The account's open requests from people outside its verified domains. */
  readonly openFromOutside: number
}

/** What must be known about what is asked. */
export type AskFacts = {
  /** What the beneficiary holds in the account. */
  readonly held: Rights
  /** The virtual accounts that the person may choose from; others do not exist for them. */
  readonly choosable: ReadonlySet<VirtualAccountId>
  /** What was declined to the beneficiary in this account in the last 7 days; older ones change nothing. */
  readonly declined: readonly Pick<AccessRequest, 'ask' | 'decidedAt'>[]
}

/** What must be known to send a request. */
export type SubmitFacts = AskingFacts &
  AskFacts & {
    /** The last settled request for the same beneficiary and account. */
    readonly previousRequestId: RequestId | null
    /** How many who may decide are reachable. */
    readonly reachable: number
  }

/** What somebody wrote into the form. */
export type Wish = { readonly ask: Ask; readonly reason: string }

/** A request that may be sent, and to whom it goes first. */
export type Submission = {
  readonly ask: Ask
  readonly reason: Reason
  readonly stage: Stage
  readonly previousRequestId: RequestId | null
}

/** Whether somebody can ask for access to the account at all; the form asks before it is filled in. */
export function mayAsk(facts: AskingFacts, now: Date): Outcome<true, Refusal> {
  const problem = askerProblem(facts, now) ?? limitProblem(facts)
  return problem ? refuse(problem) : done(true)
}

/** Whether the request may be sent; it goes to support at once when nobody who may decide is reachable. */
export function submit(wish: Wish, facts: SubmitFacts, now: Date): Outcome<Submission, Refusal> {
  const allowed = mayAsk(facts, now)
  if (!allowed.ok) return allowed
  const read = readWish(wish, facts, now)
  if (!read.ok) return read
  const stage = facts.reachable > 0 ? 'WITH_ADMINS' : 'WITH_SUPPORT'
  return done({ ask: wish.ask, reason: read.value, stage, previousRequestId: facts.previousRequestId })
}

/** The request with another ask or reason, one version later; every earlier approval is void by that. */
export function amend(
  request: AccessRequest,
  by: PersonId,
  wish: Wish & { readonly version: number },
  facts: AskFacts & {
    readonly isHalfDecided: boolean
    readonly now: Date
    /** The account, or a part that is asked for now, takes no request from the beneficiary. */
    readonly block?: { readonly until: Date | null } | null
  },
): Outcome<AccessRequest, Refusal> {
  if (by !== request.requesterId) return refuse({ code: 'not-found' })
  const next = step(request, 'amend')
  if (!next.ok) return next
  if (wish.version !== request.version) return refuse({ code: 'stale-version', version: request.version })
  if (facts.isHalfDecided) return refuse({ code: 'half-decided' })
  const blocked = sameAsk(wish.ask, request.ask) ? undefined : blockIn(facts)
  if (blocked) return refuse(blocked)
  const read = readWish(wish, facts, facts.now)
  if (!read.ok) return read
  if (read.value === request.reason && sameAsk(wish.ask, request.ask))
    return refuse({ code: 'nothing-changed' })
  return done({ ...next.value, ask: wish.ask, reason: read.value })
}

function askerProblem(facts: AskingFacts, now: Date): Refusal | undefined {
  const { account, asker, openRequest, block } = facts
  if (!facts.addressIsVerified) return { code: 'address-unverified' }
  if (account === null || !findable(account, asker)) return { code: 'not-found' }
  if (openRequest) {
    return { code: 'duplicate-open-request', id: openRequest.id, reference: openRequest.reference }
  }
  return blockIn({ block, now })
}

type BlockFacts = { readonly block?: { readonly until: Date | null } | null; readonly now: Date }

function blockIn({ block, now }: BlockFacts): Refusal | undefined {
  return block && isStanding(block, now) ? { code: 'blocked', until: block.until } : undefined
}

function limitProblem(facts: AskingFacts): Refusal | undefined {
  const { profile, openRequests, requestsToday } = facts
  const missing = missingFrom(profile)
  if (missing.length > 0) return { code: 'profile-incomplete', missing }
  if (openRequests >= openRequestsAllowed) return { code: 'too-many-open', max: openRequestsAllowed }
  if (requestsToday >= requestsADayAllowed) return { code: 'too-many-today', max: requestsADayAllowed }
  return isFull(facts) ? { code: 'too-many-from-outside', max: openFromOutsideAllowed } : undefined
}

function isFull({ account, asker, openFromOutside }: AskingFacts): boolean {
  return openFromOutside >= openFromOutsideAllowed && (account === null || !isOfTheHouse(account, asker))
}

/** From when what was declined can be asked again; null when nothing of the kind was declined. */
export function againFrom(declined: AskFacts['declined'], ask: Ask): Date | null {
  const waits = declined
    .filter((request) => request.decidedAt !== null && sameAsk(request.ask, ask))
    .map((request) => daysAfter(request.decidedAt as Date, daysAfterDecline).getTime())
  return waits.length === 0 ? null : new Date(Math.max(...waits))
}

function readWish({ ask, reason }: Wish, facts: AskFacts, now: Date): Outcome<Reason, Refusal> {
  const problem = askProblem(ask, facts, now)
  if (problem) return refuse(problem)
  const read = readReason(reason)
  return read.ok ? read : refuse({ code: 'reason-unfit', problem: read.refusal })
}

function askProblem({ scope, role, endsAt }: Ask, facts: AskFacts, now: Date): Refusal | undefined {
  if (scope.kind === 'VIRTUAL' && !areChoosable(scope.virtualAccountIds, facts.choosable)) {
    return { code: 'unknown-virtual-account' }
  }
  if (role !== null && scope.kind !== 'UNSURE' && !fits(role, scope))
    return { code: 'role-scope-mismatch', role }
  const end = endProblem(endsAt, now)
  if (end) return end
  if (isHeld({ scope, role, endsAt }, facts.held)) return { code: 'already-held' }
  const from = againFrom(facts.declined, { scope, role, endsAt })
  return from !== null && now < from ? { code: 'asked-again-too-soon', from } : undefined
}

function areChoosable(ids: readonly VirtualAccountId[], choosable: ReadonlySet<VirtualAccountId>): boolean {
  return ids.length > 0 && ids.every((id) => choosable.has(id))
}

// "Not sure" counts as held only when there is nothing left to be given: a role that is left open is the highest one,
// a scope that is left open is all there is.
function isHeld({ scope, role, endsAt }: Ask, held: Rights): boolean {
  const all = { kind: 'VIRTUAL', virtualAccountIds: [...held.places] } as const
  if (role === null) return holds(held, 'SA', { kind: 'ACCOUNT' }, endsAt)
  if (scope.kind !== 'UNSURE') return holds(held, role, scope, endsAt)
  return holds(held, role, isVirtualRole(role) ? all : { kind: 'ACCOUNT' }, endsAt)
}

function isStanding(block: { readonly until: Date | null }, now: Date): boolean {
  return block.until === null || now < block.until
}
