import { record } from '../../event-log/index.ts'
import { type AccountId, newId, type VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { insertVirtualAccount } from '../accounts.store.ts'
import { nameIn } from '../add-account/add-account.ts'
import { lookAlikeBeside, mayArrangeBelow, placing } from '../domain/virtual-accounts.ts'
import type { NamingRefusal } from '../virtual-accounts/change-virtual-account.ts'
import { type Arranger, holdTree } from '../virtual-accounts/power.ts'

/** What a new virtual account is to be. */
export type VirtualAccountToCreate = {
  readonly account: AccountId
  readonly name: string
  /** The one it stands under, or null for the top. */
  readonly parentId: VirtualAccountId | null
  readonly restricted: boolean
  /** They were told that it looks like this one, and want it all the same. */
  readonly despite: string | null
}

/** Why none was made. */
export type CreateRefusal = NamingRefusal | { readonly code: 'not-found' }

/** Makes a virtual account: at the top for account administrators, below one's own for its administrators. */
export async function createVirtualAccount(
  tx: Tx,
  by: Arranger,
  { account, name: typed, parentId, restricted, despite }: VirtualAccountToCreate,
): Promise<Outcome<VirtualAccountId, CreateRefusal>> {
  const { tree, rights } = await holdTree(tx, by, account)
  if (rights && !mayArrangeBelow(rights, parentId)) return refuse({ code: 'not-found' })
  const name = nameIn(typed)
  if (name === undefined) return refuse({ code: 'name-unfit' })
  const fits = placing(tree, { name, parentId })
  if (!fits.ok) return fits
  const other = lookAlikeBeside(tree, { name, parentId })
  if (other && despite !== other.name) return refuse({ code: 'looks-like', other: other.name })
  const id = newId<'virtual-account'>()
  const made = { accountId: account, id, name, parent: fits.value, isDefault: false, restricted }
  if (!(await insertVirtualAccount(tx, made))) return refuse({ code: 'name-taken' })
  await record(
    tx,
    {
      type: 'virtual-account.created',
      account,
      actor: by?.personId ?? null,
      facts: { virtualAccountId: id, parentId },
    },
    { quiet: true },
  )
  return done(id)
}
