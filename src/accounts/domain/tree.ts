import type { AccountId, VirtualAccountId } from '../../kernel/id.ts'
import type { Tree, VirtualAccount } from './rights.ts'

/** A virtual account with its name; `path` leads from the topmost to itself. */
export type NamedVirtualAccount = VirtualAccount & {
  readonly name: string
  readonly path: readonly VirtualAccountId[]
  readonly isDefault: boolean
  readonly restricted: boolean
}

/** A virtual account as it is stored, without its way from the top. */
export type FlatVirtualAccount = Omit<NamedVirtualAccount, 'path'>

/** All virtual accounts of one account, with their names, DEFAULT first, each before its children. */
export type NamedTree = Pick<Tree, 'accountId'> & { readonly virtualAccounts: readonly NamedVirtualAccount[] }

/** The tree that stored virtual accounts make: DEFAULT first, then by name, each with its children behind it. */
export function grown(accountId: AccountId, flat: readonly FlatVirtualAccount[]): NamedTree {
  const keyed = flat.map((one) => ({ one, key: one.name.toLowerCase() }))
  const children = Map.groupBy(keyed, ({ one }) => one.parentId)
  const found: NamedVirtualAccount[] = []
  const grow = (parent: VirtualAccountId | null, above: readonly VirtualAccountId[]) => {
    const ordered = (children.get(parent) ?? []).toSorted(inOrder)
    return ordered.map(({ one }) => ({ ...one, path: [...above, one.id] }))
  }
  // A list instead of recursion: nothing limits how deep a tree is.
  const waiting = grow(null, []).toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next)
    waiting.push(...grow(next.id, next.path).toReversed())
  }
  return { accountId, virtualAccounts: found }
}

type Keyed = { readonly one: FlatVirtualAccount; readonly key: string }

function inOrder(first: Keyed, second: Keyed): number {
  if (first.one.isDefault !== second.one.isDefault) return first.one.isDefault ? -1 : 1
  if (first.key !== second.key) return first.key < second.key ? -1 : 1
  return first.one.id < second.one.id ? -1 : 1
}
