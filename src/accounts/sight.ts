import type { Viewer } from '../people/index.ts'
import type { Database } from '../platform/db/index.ts'
import { findAccount, type NamedTree, type StoredAccount, treeOf } from './accounts.store.ts'
import { readIdentifier } from './domain/identifier.ts'
import { type Rights, rightsOf } from './domain/rights.ts'
import { reachOf } from './domain/roles.ts'
import { grantsOf, type StoredGrant } from './grants.store.ts'

/** An account, and what somebody holds in it. */
export type HeldIn = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  readonly held: readonly StoredGrant[]
  readonly rights: Rights
}

/** The account of this identifier, however it is written, with the viewer's rights; undefined when there is none. */
export async function heldIn(db: Database, viewer: Viewer, named: string): Promise<HeldIn | undefined> {
  const identifier = readIdentifier(named)
  const account = identifier.ok ? await findAccount(db, identifier.value) : undefined
  if (!account) return undefined
  const [held, tree] = await Promise.all([
    grantsOf(db, { accountId: account.id, personId: viewer.personId }),
    treeOf(db, account.id),
  ])
  return { account, tree, held, rights: rightsOf(held, tree, viewer.now) }
}

/** An account, as somebody who manages it sees it. */
export type SeenAccount = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  readonly rights: Rights
  /** Support agents and operators see people without holding a role. */
  readonly byOffice: boolean
}

/**
 * The account of this identifier for whoever may see its people: all of them, or those of their own virtual accounts.
 * Undefined for everybody else, as if there were none.
 */
export async function managedAccount(
  db: Database,
  viewer: Viewer,
  named: string,
): Promise<SeenAccount | undefined> {
  const found = await heldIn(db, viewer, named)
  if (!found) return undefined
  const { account, tree, held, rights } = found
  const byOffice = viewer.isSupport || viewer.isOperator
  const sees = held.some(({ role }) => reachOf(role, 'see-people') !== 'nowhere')
  return byOffice || sees ? { account, tree, byOffice, rights } : undefined
}
