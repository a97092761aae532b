import { record } from '../../event-log/index.ts'
import type { AccountId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import { nameIn } from '../add-account/add-account.ts'
import { lookAlikeBeside, placing, type PlacingRefusal } from '../domain/virtual-accounts.ts'
import { type Arranger, holdPlace, type Unavailable, type Which } from './power.ts'
import { writeName, writeRestricted } from './virtual-accounts.store.ts'

/** Why a name was not taken; one that looks like another beside it is taken once that was said and confirmed. */
export type NamingRefusal =
  | PlacingRefusal
  | { readonly code: 'name-unfit' }
  | { readonly code: 'looks-like'; readonly other: string }
export type RenameRefusal = NamingRefusal | Unavailable | { readonly code: 'changed-meanwhile' }

/** Another name; `before` is the one that the form was made from, null where nobody looked at one. */
export type Renaming = Which & {
  readonly name: string
  readonly before: string | null
  /** They were told that it looks like this one, and want it all the same. */
  readonly despite: string | null
}

/** Gives a virtual account another name; gives whether it is another. */
export async function renameVirtualAccount(
  tx: Tx,
  by: Arranger,
  { account, id, name: typed, before, despite }: Renaming,
): Promise<Outcome<boolean, RenameRefusal>> {
  const held = await holdPlace(tx, by, { account, id }, 'rename')
  if (!held.ok) return held
  const { place, tree } = held.value
  const name = nameIn(typed)
  if (name === undefined) return refuse({ code: 'name-unfit' })
  if (name === place.name) return done(false)
  if (before !== null && before !== place.name) return refuse({ code: 'changed-meanwhile' })
  const where = { name, parentId: place.parentId, except: id }
  const fits = placing(tree, where)
  if (!fits.ok) return fits
  const other = lookAlikeBeside(tree, where)
  if (other && despite !== other.name) return refuse({ code: 'looks-like', other: other.name })
  await writeName(tx, account, id, name)
  await recordChange(tx, by, { account, id, type: 'virtual-account.renamed', name })
  return done(true)
}

/** Lets only those find a virtual account who know its name, or everybody of the account's domains; gives whether that is new. */
export async function restrictVirtualAccount(
  tx: Tx,
  by: Arranger,
  { account, id, restricted }: Which & { readonly restricted: boolean },
): Promise<Outcome<boolean, Unavailable>> {
  const held = await holdPlace(tx, by, { account, id }, 'restrict')
  if (!held.ok) return held
  if (held.value.place.restricted === restricted) return done(false)
  await writeRestricted(tx, account, id, restricted)
  const type = restricted ? 'virtual-account.restricted' : 'virtual-account.unrestricted'
  await recordChange(tx, by, { account, id, type })
  return done(true)
}

type Change = {
  readonly account: AccountId
  readonly id: VirtualAccountId
  readonly type: string
  readonly name?: string
}

async function recordChange(tx: Tx, by: Arranger, { account, id, type, name }: Change): Promise<void> {
  await record(
    tx,
    { type, account, actor: by?.personId ?? null, facts: { virtualAccountId: id } },
    {
      quiet: true,
      ...(by && name !== undefined ? { details: { person: by.personId, content: { name } } } : {}),
    },
  )
}
