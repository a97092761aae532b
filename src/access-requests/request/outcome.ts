import type { Happened } from './request.query.ts'

/** What became of the access that a request gave. */
export type AccessNow = 'in-force' | 'ended' | 'taken-back'

const endIn = ({ facts }: Happened): Date | null =>
  typeof facts['endsAt'] === 'string' ? new Date(facts['endsAt']) : null

/** What became of the access; null when none was given. Taken back means all of it. */
export function accessNow(happened: readonly Happened[], now: Date): AccessNow | null {
  const approval = happened.findLast(({ type }) => type === 'access-request.approved')
  if (!approval) return null
  const given = approval.facts['grantIds']
  const grants = Array.isArray(given) ? given.length : 1
  const over = happened.filter(({ type }) => type === 'grant.revoked').length
  if (grants > 0 && over >= grants) return 'taken-back'
  const endsAt = endIn(approval)
  return endsAt !== null && endsAt <= now ? 'ended' : 'in-force'
}

/** When the access ends that is in force; null when it does not, or is over. */
export function accessEndsAt(happened: readonly Happened[], now: Date): Date | null {
  const approval = happened.findLast(({ type }) => type === 'access-request.approved')
  return approval && accessNow(happened, now) === 'in-force' ? endIn(approval) : null
}
