import { listOf, type Typed } from '../../platform/http/index.ts'
import type { NameableGroup } from '../../rules/domain/rule.ts'
import { nameableGroups } from '../../rules/index.ts'
import { changesAll, ownPlaces } from './frame.page.tsx'
import type { Here } from './here.route.ts'

/** How many user groups a form shows; those that are chosen are always among them. */
const mostGroupsShown = 200

/** The user groups that the form of a rule offers: those of whatever the viewer administers. */
export async function userGroupsFor(
  { platform, seen }: Pick<Here, 'platform' | 'seen'>,
  typed: Typed,
): Promise<readonly NameableGroup[]> {
  const ids = listOf(typed, 'groupId')
  const found = await nameableGroups(platform.db, seen.account.id, { most: mostGroupsShown, ids })
  if (changesAll(seen)) return found
  const own = new Set(ownPlaces(seen).map(({ id }) => id))
  return found.filter(
    ({ scope }) => scope.kind === 'VIRTUAL' && scope.virtualAccountIds.every((id) => own.has(id)),
  )
}
