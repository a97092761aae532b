import type { Viewer } from '../people/index.ts'
import type { Database, Tx } from '../platform/db/index.ts'
import type { NamedTree, StoredAccount } from './accounts.store.ts'
import { readIdentifier } from './domain/identifier.ts'
import { type Rights, rightsOf } from './domain/rights.ts'
import { type Office, reachOf } from './domain/roles.ts'
import { grown } from './domain/tree.ts'
import type { StoredGrant } from './grants.store.ts'
import { lookAt, type OtherAccount } from './sight.query.ts'

/** An account, and what somebody holds in it. */
export type HeldIn = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  readonly held: readonly StoredGrant[]
  readonly rights: Rights
  /** Other accounts they manage; one more than are known by name when there are too many. */
  readonly others: readonly OtherAccount[]
  /** How many of its administrators mail reaches. */
  readonly reachable: number
}

/** The account of this identifier, however it is written, with the viewer's rights; undefined when there is none. */
export async function heldIn(db: Database | Tx, viewer: Viewer, named: string): Promise<HeldIn | undefined> {
  const identifier = readIdentifier(named)
  const found = identifier.ok ? await lookAt(db, identifier.value, viewer.personId) : undefined
  if (!found) return undefined
  const { account, held, places, others, reachable } = found
  const tree = grown(account.id, places)
  return { account, tree, held, rights: rightsOf(held, tree, viewer.now), others, reachable }
}

/** An account, as somebody who has to do with it sees it. */
export type SeenAccount = {
  readonly account: StoredAccount
  readonly tree: NamedTree
  readonly rights: Rights
  /** Support agents and operators see people without holding a role. */
  readonly byOffice: boolean
  readonly offices: readonly Office[]
  readonly others: readonly OtherAccount[]
  /** How many of its administrators mail reaches. */
  readonly reachable: number
}

/** The account of this identifier for whoever holds any role in it, or an office; undefined for everybody else. */
export async function seenAccount(
  db: Database | Tx,
  viewer: Viewer,
  named: string,
): Promise<SeenAccount | undefined> {
  const found = await heldIn(db, viewer, named)
  if (!found) return undefined
  const { account, tree, rights, others, reachable } = found
  const offices = officesOf(viewer)
  const byOffice = offices.length > 0
  return byOffice || rights.held.length > 0
    ? { account, tree, rights, byOffice, offices, others, reachable }
    : undefined
}

/**
 * The account of this identifier for whoever may see its people: all of them, or those of their own virtual accounts.
 * Undefined for everybody else, as if there were none.
 */
export async function managedAccount(
  db: Database | Tx,
  viewer: Viewer,
  named: string,
): Promise<SeenAccount | undefined> {
  const seen = await seenAccount(db, viewer, named)
  return seen && (seen.byOffice || seen.rights.held.some(seesPeople)) ? seen : undefined
}

function seesPeople({ role }: { readonly role: Parameters<typeof reachOf>[0] }): boolean {
  return reachOf(role, 'see-people') !== 'nowhere'
}

function officesOf(viewer: Viewer): Office[] {
  return [...(viewer.isSupport ? (['SP'] as const) : []), ...(viewer.isOperator ? (['OP'] as const) : [])]
}
