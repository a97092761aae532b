import { actionsWithin, makeRole, mayWriteRoles, type RoleReach } from '../accounts/domain/custom-role.ts'
import { may } from '../accounts/domain/rights.ts'
import type { Action, CustomRole } from '../accounts/domain/roles.ts'
import { managedAccount, type SeenAccount } from '../accounts/index.ts'
import type { VirtualAccountId } from '../kernel/id.ts'
import { signedIn, type Viewer } from '../people/index.ts'
import { type Ctx, page } from '../platform/http/index.ts'
import type { Platform } from '../platform/platform.ts'

type Then = (c: Ctx, viewer: Viewer, seen: SeenAccount) => Response | Promise<Response>

/** Lets in whoever sees the people of the account, all of them or some; for others there is no such page. */
export function seeingRoles(platform: Platform, then: Then): (c: Ctx) => Promise<Response> {
  return page({
    who: signedIn(platform),
    async show(c, viewer) {
      const seen = await managedAccount(platform.db, viewer, c.req.param('identifier') ?? '')
      return seen ? then(c, viewer, seen) : c.notFound()
    },
  })
}

/** Lets in whoever writes roles of some kind; for others there is no such page. */
export function writingRoles(platform: Platform, then: Then): (c: Ctx) => Promise<Response> {
  return seeingRoles(platform, (c, viewer, seen) =>
    writes(seen).length > 0 ? then(c, viewer, seen) : c.notFound(),
  )
}

/** The kinds of roles that somebody writes, by where they are given. */
export function writes({ rights }: SeenAccount): readonly RoleReach[] {
  return (['ACCOUNT', 'VIRTUAL'] as const).filter((reach) => mayWriteRoles(rights, reach))
}

/** The actions that somebody could put into a role of at least one of these kinds. */
export function actionsToGive({ rights }: SeenAccount, reaches: readonly RoleReach[]): readonly Action[] {
  return [...new Set(reaches.flatMap((reach) => actionsWithin(rights, reach)))]
}

/** Whether somebody could change a role, as far as that shows before its holders are looked at. */
export function mayWriteRole({ rights }: SeenAccount, viewer: Viewer, role: CustomRole): boolean {
  return makeRole(role, { personId: viewer.personId, rights, signedInLately: true }).ok
}

/** The virtual accounts whose people are seen; null when it is everybody of the account. */
export function placesSeen({ rights, tree, byOffice }: SeenAccount): VirtualAccountId[] | null {
  if (byOffice || may(rights, 'see-people', { kind: 'ACCOUNT' })) return null
  return tree.virtualAccounts
    .map(({ id }) => id)
    .filter((id) => may(rights, 'see-people', { kind: 'VIRTUAL', virtualAccountIds: [id] }))
}
