import { record } from '../../event-log/index.ts'
import { newId, type PersonId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { findAccount, insertVirtualAccount, type StoredAccount, treeOf } from '../accounts.store.ts'
import { nameIn } from '../add-account/add-account.ts'
import { lockTree } from '../virtual-accounts/virtual-accounts.store.ts'
import { readIdentifier } from '../domain/identifier.ts'
import { placing, type PlacingRefusal } from '../domain/virtual-accounts.ts'
import { placeCalled } from '../held.ts'

/** What an operator says about a new virtual account. */
export type VirtualAccountToAdd = {
  /** The identifier of its account. */
  readonly account: string
  readonly name: string
  /** The virtual account it stands under, as “Paris / Paris Lab” or by a name that is there once; null for the top. */
  readonly parent: string | null
  /** Shown only to those who have access to it. */
  readonly restricted?: boolean
}

/** Why a virtual account was not added. */
export type AddVirtualAccountRefusal =
  | { readonly code: 'unknown-account' }
  | { readonly code: 'name-unfit' }
  | PlacingRefusal

/** Adds a virtual account to an account; `by` is null from the command line. */
export async function addVirtualAccount(
  tx: Tx,
  by: PersonId | null,
  asked: VirtualAccountToAdd,
): Promise<Outcome<{ readonly id: VirtualAccountId }, AddVirtualAccountRefusal>> {
  const account = await accountNamed(tx, asked.account)
  if (!account) return refuse({ code: 'unknown-account' })
  const name = nameIn(asked.name)
  if (name === undefined) return refuse({ code: 'name-unfit' })
  // Where it stands is written into it: its parent must not move meanwhile.
  await lockTree(tx, account.id)
  const tree = await treeOf(tx, account.id)
  const parentId = asked.parent === null ? null : placeCalled(tree, asked.parent)
  if (parentId === undefined) return refuse({ code: 'unknown-parent' })
  const fits = placing(tree, { name, parentId })
  if (!fits.ok) return fits
  const parent = fits.value
  const id = newId<'virtual-account'>()
  const place = { accountId: account.id, id, name, parent, isDefault: false }
  const made = { ...place, restricted: asked.restricted ?? false }
  if (!(await insertVirtualAccount(tx, made))) return refuse({ code: 'name-taken' })
  await record(
    tx,
    {
      type: 'virtual-account.created',
      account: account.id,
      actor: by,
      facts: { virtualAccountId: id, parentId: parent?.id ?? null },
    },
    { quiet: true },
  )
  return done({ id })
}

async function accountNamed(tx: Tx, text: string): Promise<StoredAccount | undefined> {
  const identifier = readIdentifier(text)
  const account = identifier.ok ? await findAccount(tx, identifier.value) : undefined
  return account?.status === 'CLOSED' ? undefined : account
}
