import { sql } from 'kysely'
import { type FlatVirtualAccount, grown, type NamedTree } from '../accounts/domain/tree.ts'
import type { AccountId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Reader } from '../platform/i18n/reader.ts'
import type { PlaceNames } from './asked.ts'
import { words } from './messages/index.ts'

const names = prepare<{ account: string }, { id: string; name: string }>(
  (p) => sql<{ id: string; name: string }>`
    select v.id, v.name from virtual_accounts v where v.account_id = ${p.account}::uuid`,
)

/** The names of an account's virtual accounts, by id. */
export async function placeNamesOf(db: Database | Tx, accountId: AccountId): Promise<PlaceNames> {
  const rows = await names(db, { account: accountId })
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

type Ever = FlatVirtualAccount & { readonly isClosed: boolean }

const ever = prepare<{ account: string }, Ever>(
  (p) => sql<Ever>`
    select v.id, v.parent_id as "parentId", v.name, v.is_default as "isDefault", v.restricted,
      v.closed_at is not null as "isClosed"
    from virtual_accounts v where v.account_id = ${p.account}::uuid`,
)

/** The tree of an account, and what was closed in it: for naming what was asked or held, not for choosing. */
export type PlacesEver = { readonly tree: NamedTree; readonly closed: readonly FlatVirtualAccount[] }

/** Every virtual account that an account has or had. */
export async function placesEver(db: Database | Tx, accountId: AccountId): Promise<PlacesEver> {
  const all = await ever(db, { account: accountId })
  const open = all.filter(({ isClosed }) => !isClosed)
  return { tree: grown(accountId, open), closed: all.filter(({ isClosed }) => isClosed) }
}

/**
 * The same as a tree whose names can be said. Whoever only asks is not told the restricted ones that stand above what
 * they asked for.
 */
export function namedTree(reader: Reader, { tree, closed }: PlacesEver, seesRestricted: boolean): NamedTree {
  const t = words.for(reader)
  const over = closed.map((one) => ({ ...one, name: t('asked.closed', { name: one.name }), path: [one.id] }))
  if (seesRestricted) return { ...tree, virtualAccounts: [...tree.virtualAccounts, ...over] }
  const hidden = new Set(tree.virtualAccounts.flatMap(({ id, restricted }) => (restricted ? [id] : [])))
  const told = tree.virtualAccounts.map((one) => ({
    ...one,
    path: one.path.filter((above) => above === one.id || !hidden.has(above)),
  }))
  return { ...tree, virtualAccounts: [...told, ...over] }
}
