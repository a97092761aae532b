import type { VirtualAccountId } from '../../kernel/id.ts'
import { may } from '../domain/rights.ts'
import { type Action, reachOf } from '../domain/roles.ts'
import { placeName } from '../held.ts'
import { grown, type NamedTree, type NamedVirtualAccount } from '../domain/tree.ts'
import type { SeenAccount } from '../sight.ts'

/** The virtual accounts that somebody sees: all, or their own and those below; what stands above those is not a part. */
export function treeSeen(seen: SeenAccount): NamedTree {
  const { tree, rights } = seen
  if (mayEverywhere(seen, 'see-virtual-accounts')) return tree
  const own = new Set<VirtualAccountId>()
  for (const { role, within } of rights.held) {
    if (reachOf(role, 'see-virtual-accounts') !== 'own') continue
    for (const place of within) if (place !== 'ACCOUNT') own.add(place)
  }
  const visible = tree.virtualAccounts.filter(({ id }) => own.has(id))
  const flat = visible.map((one) => ({
    ...one,
    parentId: one.parentId !== null && own.has(one.parentId) ? one.parentId : null,
  }))
  return grown(tree.accountId, flat)
}

/** Whether somebody may do it in the whole account, by a role or an office. */
export function mayEverywhere({ rights, offices }: SeenAccount, action: Action): boolean {
  return (
    may(rights, action, { kind: 'ACCOUNT' }) ||
    offices.some((office) => reachOf(office, action) === 'everywhere')
  )
}

/** Those whose name contains the words that were typed; words with a slash are sought in “Paris / Paris Lab”. */
export function foundIn(tree: NamedTree, find: string): NamedVirtualAccount[] {
  const sought = find.toLowerCase()
  if (!sought.includes('/'))
    return tree.virtualAccounts.filter(({ name }) => name.toLowerCase().includes(sought))
  return tree.virtualAccounts.filter(({ id }) => placeName(tree, id).toLowerCase().includes(sought))
}
