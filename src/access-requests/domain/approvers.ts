import { isReachable, type Reachability } from '../../accounts/domain/last-administrator.ts'
import { may, type Rights, type Scope } from '../../accounts/domain/rights.ts'
import type { PersonId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { RefusalOf } from './refusals.ts'
import type { AccessRequest, AskedScope } from './request.ts'

/** Somebody who wants to decide, with what they hold in the account at this moment. */
export type Approver = {
  readonly personId: PersonId
  /** Other identities of the same person. Whoever stands in for somebody else decides as themselves, once. */
  readonly countsAs: readonly PersonId[]
  readonly isDisabled: boolean
  /** Their own rights in the request's account; standing in for somebody adds none. */
  readonly rights: Rights
  /** When they last typed their password in this session. */
  readonly passwordTypedAt: Date | null
}

/** Somebody who could be told about a request and decide it. */
export type Candidate = Pick<Approver, 'personId' | 'countsAs' | 'rights'> & Reachability

type Asked = Pick<AccessRequest, 'accountId' | 'requesterId' | 'beneficiaryId' | 'ask'>

/**
 * Whether somebody may decide the request: an administrator of the account, or of virtual accounts that hold the whole
 * asked scope ("not sure" is the whole account), who is neither its requester nor its beneficiary, in any identity.
 */
export function mayDecide(
  request: Asked,
  approver: Omit<Approver, 'passwordTypedAt'>,
): Outcome<true, RefusalOf<'own-request' | 'not-an-approver'>> {
  if (concerns(request, approver)) return refuse({ code: 'own-request' })
  const { isDisabled, rights } = approver
  const hasPower = rights.tree.accountId === request.accountId && decidesOn(rights, request.ask.scope)
  return hasPower && !isDisabled ? done(true) : refuse({ code: 'not-an-approver' })
}

/** Those who may decide the request now. */
export function decidersOf<One extends Candidate>(
  request: Asked,
  candidates: readonly One[],
): readonly One[] {
  return candidates.filter((candidate) => mayDecide(request, candidate).ok)
}

/** Those who may decide the request now and whom mail reaches; when empty, support must take it. */
export function reachableFor<One extends Candidate>(
  request: Asked,
  candidates: readonly One[],
): readonly One[] {
  return decidersOf(request, candidates).filter(isReachable)
}

/** How many different people could make somebody an account administrator by this request. */
export function administratorsFor(request: Asked, candidates: readonly Candidate[]): number {
  const deciders = decidersOf(request, candidates).filter(({ rights }) =>
    may(rights, 'change-administrators', wholeAccount),
  )
  return new Set(deciders.map(({ personId }) => personId)).size
}

/** Whether an act of the one would count for the same person as an act of the other. */
export function isSamePerson(one: Identities, other: Identities): boolean {
  const others = identitiesOf(other)
  return identitiesOf(one).some((id) => others.includes(id))
}

type Identities = Pick<Approver, 'personId' | 'countsAs'>
const wholeAccount: Scope = { kind: 'ACCOUNT' }

function identitiesOf({ personId, countsAs }: Identities): readonly PersonId[] {
  return [personId, ...countsAs]
}

function concerns(request: Asked, somebody: Identities): boolean {
  const ids = identitiesOf(somebody)
  return ids.includes(request.requesterId) || ids.includes(request.beneficiaryId)
}

// The whole account is asked first: its administrators decide even when an asked virtual account is gone since.
function decidesOn(rights: Rights, asked: AskedScope): boolean {
  if (may(rights, 'decide-requests', wholeAccount)) return true
  return asked.kind === 'VIRTUAL' && may(rights, 'decide-requests', asked)
}
