import { may } from '../accounts/domain/rights.ts'
import { reachOf } from '../accounts/domain/roles.ts'
import { managedAccount, type SeenAccount } from '../accounts/index.ts'
import type { VirtualAccountId } from '../kernel/id.ts'
import { signedIn, type Viewer } from '../people/index.ts'
import { type Ctx, page } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'
import type { Group } from './domain/groups.ts'

type Then = (c: Ctx, viewer: Viewer, seen: SeenAccount) => Response | Promise<Response>

/** Lets in whoever may change groups of the account, in it or in a part; for others there is no such page. */
export function changingGroups(platform: Platform, then: Then): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
      return seen && mayChangeSome(seen) ? then(c, viewer, seen) : c.notFound()
    },
  })
}

/** Whether somebody may change groups of the account, in it or in a part. */
export function mayChangeSome({ rights }: SeenAccount): boolean {
  return rights.held.some(({ role }) => reachOf(role, 'change-groups') !== 'nowhere')
}

/** The virtual accounts whose groups are seen; null when it is all groups of the account. */
export function placesOfGroups({ rights, tree }: SeenAccount): VirtualAccountId[] | null {
  if (may(rights, 'change-groups', { kind: 'ACCOUNT' })) return null
  return tree.virtualAccounts
    .map(({ id }) => id)
    .filter((id) => may(rights, 'change-groups', { kind: 'VIRTUAL', virtualAccountIds: [id] }))
}

/** Whether somebody sees a group, and may change it. */
export function seesGroup({ rights }: SeenAccount, { scope }: Pick<Group, 'scope'>): boolean {
  return may(rights, 'change-groups', { kind: 'ACCOUNT' }) || may(rights, 'change-groups', scope)
}
