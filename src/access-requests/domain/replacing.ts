import type { GrantSource } from '../../accounts/domain/events.ts'
import {
  type Given,
  type Grant,
  holds,
  isInForce,
  rightsGiven,
  type Scope,
  type Tree,
} from '../../accounts/domain/rights.ts'
import { keyOf } from '../../accounts/domain/roles.ts'

/** A grant as far as it tells whether another one contains it. */
export type HeldGrant = Grant & { readonly source: GrantSource }

/** Whether a grant is ended where it is given: an administrator's takes its own way, and a group or a rule gives its own. */
export function isReplaceable({ role, source }: Pick<HeldGrant, 'role' | 'source'>): boolean {
  return role !== 'SA' && source !== 'GROUP' && source !== 'RULE'
}

/**
 * What somebody holds that the new access contains whole: every action of it, in the same places or more, and at least
 * as long. The same role in the same place is none of it: giving it anew replaces it anyhow, where it is shorter.
 */
export function madeSuperfluous<One extends HeldGrant>(
  held: readonly One[],
  { given, tree, now }: { readonly given: Given; readonly tree: Tree; readonly now: Date },
): One[] {
  const after = rightsGiven(given, tree)
  return held.filter(
    (grant) =>
      isReplaceable(grant) &&
      isInForce(grant, now) &&
      !isSameSeat(grant, given) &&
      holds(after, grant.role, scopeOf(grant), grant.endsAt),
  )
}

/** What stays of what somebody holds when the new access is given: the same role in the same place makes room where it ends before. */
export function staysBeside<One extends HeldGrant>(held: readonly One[], given: Given): One[] {
  const isOutlived = ({ endsAt }: Grant) =>
    endsAt !== null && (given.endsAt === null || endsAt < given.endsAt)
  return held.filter(
    (grant) =>
      grant.source === 'GROUP' ||
      !isSameSeat(grant, given) ||
      (grant.suspendedAt === null && !isOutlived(grant)),
  )
}

function scopeOf({ virtualAccountId }: HeldGrant): Scope {
  return virtualAccountId === null
    ? { kind: 'ACCOUNT' }
    : { kind: 'VIRTUAL', virtualAccountIds: [virtualAccountId] }
}

function isSameSeat({ role, virtualAccountId }: HeldGrant, given: Given): boolean {
  if (keyOf(role) !== keyOf(given.role)) return false
  return given.scope.kind === 'ACCOUNT'
    ? virtualAccountId === null
    : virtualAccountId !== null && given.scope.virtualAccountIds.includes(virtualAccountId)
}
