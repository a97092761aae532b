import { may } from '../accounts/domain/rights.ts'
import { reachOf } from '../accounts/domain/roles.ts'
import type { SeenAccount } from '../accounts/index.ts'
import type { VirtualAccountId } from '../kernel/id.ts'

/** The virtual accounts whose people are seen; null when it is everybody of the account. */
export function placesSeen({ rights, tree, byOffice }: SeenAccount): VirtualAccountId[] | null {
  if (byOffice || may(rights, 'see-people', { kind: 'ACCOUNT' })) return null
  return tree.virtualAccounts
    .map(({ id }) => id)
    .filter((id) => may(rights, 'see-people', { kind: 'VIRTUAL', virtualAccountIds: [id] }))
}

/** Whether the viewer may change people, in the account or in a part of it. */
export function mayChangePeople({ rights }: SeenAccount): boolean {
  return rights.held.some(({ role }) => reachOf(role, 'change-people') !== 'nowhere')
}
