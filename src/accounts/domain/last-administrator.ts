import type { GrantId, PersonId } from '../../kernel/id.ts'

/** Whether a person can be told something and can act on it. */
export type Reachability = {
  readonly isDisabled: boolean
  /** Their address refused mail for good. */
  readonly hasHardBounced: boolean
  readonly isAwayWithoutDelegate: boolean
}

/** One grant of account administration in force, and how its holder can be reached. */
export type Administrator = Reachability & {
  readonly grantId: GrantId
  readonly personId: PersonId
  readonly endsAt: Date | null
  /** On whom it depends that somebody acts while they are away; see `standInsFor`. */
  readonly standIns?: readonly PersonId[]
}

/** Whether mail reaches the person and somebody acts on it. Counts for reminders and guards, never for deciding. */
export function isReachable(person: Reachability): boolean {
  return !person.isDisabled && !person.hasHardBounced && !person.isAwayWithoutDelegate
}

/**
 * Whether the account keeps a reachable administrator when these grants end. Somebody whose own right has an end
 * does not count: else the account would be left alone later, with nobody acting. Somebody who is away counts only
 * while those who stand in for them remain.
 */
export function maySurviveWithout(
  administrators: readonly Administrator[],
  removedIds: readonly GrantId[],
): boolean {
  const left = administrators.filter((one) => one.endsAt === null && !removedIds.includes(one.grantId))
  const remains = (id: PersonId) => left.some(({ personId }) => personId === id)
  return left.some((one) => isReachable(one) && (one.standIns ?? []).every(remains))
}
