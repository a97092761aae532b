import {
  type Action,
  actionsOf,
  isVirtualRole,
  type GrantedRole,
  reachOf,
} from '../../accounts/domain/roles.ts'
import type { GrantId, VirtualAccountId } from '../../kernel/id.ts'

/** A grant that gives something, as far as it explains a right. */
export type Giving = {
  readonly id: GrantId
  readonly role: GrantedRole
  readonly virtualAccountId: VirtualAccountId | null
}

/** A virtual account with those above it, itself last. */
export type Branch = { readonly id: VirtualAccountId; readonly path: readonly VirtualAccountId[] }

/** What somebody may do in one place, and through which grants. */
export type Explained = {
  /** Null: the account as a whole. */
  readonly place: VirtualAccountId | null
  readonly through: readonly Giving[]
  readonly actions: readonly Action[]
}

/**
 * What somebody may do, place by place: in the account as a whole by roles held there, and in each virtual account by
 * roles held in it or in one above it. Places where nothing is held are left out.
 */
export function explain(grants: readonly Giving[], branches: readonly Branch[]): Explained[] {
  const whole = grants.filter(({ role }) => !isVirtualRole(role))
  const virtual = grants.filter(({ role }) => isVirtualRole(role))
  const rows = branches.map(({ id, path }): Explained => {
    const through = virtual.filter(
      ({ virtualAccountId }) => virtualAccountId !== null && path.includes(virtualAccountId),
    )
    return { place: id, through, actions: union(through) }
  })
  return [{ place: null, through: whole, actions: union(whole) }, ...rows].filter(
    ({ through }) => through.length > 0,
  )
}

function union(grants: readonly Giving[]): Action[] {
  const all = grants.flatMap(({ role }) =>
    actionsOf(role).filter((action) => reachOf(role, action) !== 'nowhere'),
  )
  return [...new Set(all)]
}
