import type { PersonId, VirtualAccountId } from '../../kernel/id.ts'

/** What somebody held by a group: where, and since when a review has suspended it; null when it has not. */
export type HeldByGroup = {
  readonly personId: PersonId
  readonly virtualAccountId: VirtualAccountId | null
  readonly suspendedAt: Date | null
}

/**
 * What stays suspended when a group gives something else in these places: what was suspended in the same place; and in
 * a place that is new, everything of whoever had anything suspended, so that no change of a group lifts a suspension.
 */
export function stillSuspended(
  before: readonly HeldByGroup[],
  places: readonly (VirtualAccountId | null)[],
): readonly (HeldByGroup & { readonly suspendedAt: Date })[] {
  const people = [...new Set(before.filter(({ suspendedAt }) => suspendedAt).map(({ personId }) => personId))]
  return people.flatMap((personId) => {
    const held = before.filter((one) => one.personId === personId)
    return places.flatMap((virtualAccountId) => {
      const same = held.find((one) => one.virtualAccountId === virtualAccountId)
      const suspendedAt = same ? same.suspendedAt : earliest(held)
      return suspendedAt ? [{ personId, virtualAccountId, suspendedAt }] : []
    })
  })
}

function earliest(held: readonly HeldByGroup[]): Date | null {
  const since = held.flatMap(({ suspendedAt }) => suspendedAt ?? [])
  return since.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null
}
