import type { Given } from '../../accounts/domain/rights.ts'
import { type Held, type NamedTree, placeName, sayHeld } from '../../accounts/index.ts'
import type { VirtualAccountId } from '../../kernel/id.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { PlaceNames } from '../asked.ts'
import type { AskedScope } from '../domain/request.ts'

/** The names of all virtual accounts of a tree. */
export function namesIn(tree: NamedTree): PlaceNames {
  return Object.fromEntries(tree.virtualAccounts.map(({ id }) => [id, placeName(tree, id)]))
}

/** What is given, in words: "Virtual Account Viewer for Paris, until 31 March 2027". */
export function sayGiven(reader: Reader, given: Given, tree: NamedTree): string {
  const ids = given.scope.kind === 'VIRTUAL' ? given.scope.virtualAccountIds : []
  return sayHeld(reader, {
    role: given.role,
    places: ids.map((id) => placeName(tree, id)),
    endsAt: given.endsAt,
  })
}

/** One grant as it is said. */
export function sayGrant(
  reader: Reader,
  grant: Pick<Held, 'role' | 'endsAt'> & { readonly virtualAccountId: VirtualAccountId | null },
  tree: NamedTree,
): string {
  const { role, endsAt, virtualAccountId } = grant
  return sayHeld(reader, {
    role,
    endsAt,
    places: virtualAccountId === null ? [] : [placeName(tree, virtualAccountId)],
  })
}

/** The virtual accounts that an asked scope names. */
export function askedPlaces(scope: AskedScope): readonly VirtualAccountId[] {
  return scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : []
}
