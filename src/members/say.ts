import type { Given } from '../accounts/domain/rights.ts'
import type { GrantedRole } from '../accounts/domain/roles.ts'
import { type NamedTree, placeName, sayHeld } from '../accounts/index.ts'
import type { VirtualAccountId } from '../kernel/id.ts'
import { nameOf } from '../people/domain/viewer.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import { words } from './messages/index.ts'
import type { UserGrant } from './users/users.query.ts'

/** "Virtual Account Viewer for Paris, until 31 March 2027". */
export function sayGiven(reader: Reader, { role, scope, endsAt }: Given, tree: NamedTree): string {
  const ids = scope.kind === 'VIRTUAL' ? scope.virtualAccountIds : []
  return sayHeld(reader, { role, places: ids.map((id) => placeName(tree, id)), endsAt })
}

type Grant = {
  readonly role: GrantedRole
  readonly virtualAccountId: VirtualAccountId | null
  readonly endsAt: Date | null
}

/** The same for one grant. */
export function sayGrant(reader: Reader, grant: Grant, tree: NamedTree): string {
  const { role, virtualAccountId, endsAt } = grant
  const places = virtualAccountId === null ? [] : [placeName(tree, virtualAccountId)]
  return sayHeld(reader, { role, places, endsAt })
}

/** Where a grant comes from, and who allowed it: "Request AR-7K3M-2Q9P, approved by Ana Costa". */
export function saySource(reader: Reader, grant: UserGrant): string {
  const t = words.for(reader)
  switch (grant.source) {
    case 'REQUEST':
      return sayRequest(reader, grant)
    case 'DIRECT':
      return grant.givenBy ? t('from.direct', { name: nameOf(grant.givenBy) }) : t('from.direct-plain')
    case 'GROUP':
      return grant.groupName === null ? t('from.group') : t('from.group-named', { name: grant.groupName })
    case 'RULE':
      return grant.reference ? t('from.rule-request', { reference: grant.reference }) : t('from.rule')
    case 'CREATION':
      return t('from.creation')
  }
}

function sayRequest(reader: Reader, { reference, givenBy }: UserGrant): string {
  const t = words.for(reader)
  if (!reference) return t('from.request-plain')
  return givenBy
    ? t('from.request-by', { reference, name: nameOf(givenBy) })
    : t('from.request', { reference })
}
