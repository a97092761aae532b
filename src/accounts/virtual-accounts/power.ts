import type { AccountId, PersonId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { treeOf } from '../accounts.store.ts'
import { type Rights, rightsOf } from '../domain/rights.ts'
import type { NamedTree, NamedVirtualAccount } from '../domain/tree.ts'
import { placeIn, type Possible, possibleWith } from '../domain/virtual-accounts.ts'
import { holdGrantsOf } from '../grants.store.ts'
import { lockTree } from './virtual-accounts.store.ts'

/** Who changes the tree; null is the command line. An operator there answers for it by name, and may everything too. */
export type Arranger = {
  readonly personId: PersonId
  readonly now: Date
  readonly atTheMachine?: true
} | null

/** The tree as it is until the transaction ends, and the rights of who changes it. */
export type Held = { readonly tree: NamedTree; readonly rights: Rights | null }

/** Holds an account's tree, and the power of who is to change it. */
export async function holdTree(tx: Tx, by: Arranger, accountId: AccountId): Promise<Held> {
  await lockTree(tx, accountId)
  if (by === null || by.atTheMachine) return { tree: await treeOf(tx, accountId), rights: null }
  const held = await holdGrantsOf(tx, { accountId, personId: by.personId })
  const tree = await treeOf(tx, accountId)
  return { tree, rights: rightsOf(held, tree, by.now) }
}

/** One virtual account of an account. */
export type Which = { readonly account: AccountId; readonly id: VirtualAccountId }

/** Why nothing was done with it: it is not there, or not for them. */
export type Unavailable = { readonly code: 'not-found' } | { readonly code: 'is-default' }

/** The virtual account, held for one who may do this with it. */
export async function holdPlace(
  tx: Tx,
  by: Arranger,
  { account, id }: Which,
  what: keyof Possible,
): Promise<Outcome<Held & { readonly place: NamedVirtualAccount }, Unavailable>> {
  const held = await holdTree(tx, by, account)
  const place = placeIn(held.tree, id)
  if (!place) return refuse({ code: 'not-found' })
  if (held.rights && !possibleWith(held.rights, { ...place, isDefault: false })[what])
    return refuse({ code: 'not-found' })
  if (place.isDefault && what !== 'add') return refuse({ code: 'is-default' })
  return done({ ...held, place })
}
