import { rightsOf } from '../../accounts/domain/rights.ts'
import { holdGrantsOf, treeOf } from '../../accounts/index.ts'
import { record } from '../../event-log/index.ts'
import type { AccountId, VirtualAccountId } from '../../kernel/id.ts'
import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Author } from '../change-rules/change-rules.ts'
import { mayChangeRules } from '../domain/reading.ts'
import { holdBook, writeManualOnly } from '../rules.store.ts'

/** Where only people are to decide, of what its author may say this for; `version` is that of the rules they saw. */
export type LockAsked = {
  readonly accountId: AccountId
  readonly places: readonly (VirtualAccountId | null)[]
  readonly version: number
}

/** Why it was not changed. */
export type LockRefusal = { readonly code: 'not-found' } | { readonly code: 'changed-meanwhile' }

/** Says where only people decide, whatever the rules say; what its author may not change stays as it is. */
export async function lockRules(
  tx: Tx,
  by: Author,
  { accountId, places, version }: LockAsked,
): Promise<Outcome<'saved' | 'unchanged', LockRefusal>> {
  const book = await holdBook(tx, accountId)
  const held = await holdGrantsOf(tx, { accountId, personId: by.personId })
  const tree = await treeOf(tx, accountId)
  const rights = rightsOf(held, tree, by.now)
  const all = [null, ...tree.virtualAccounts.map(({ id }) => id)]
  const open = new Set(all.filter((place) => mayChangeRules(rights, place)))
  if (open.size === 0 || places.some((place) => !open.has(place))) return refuse({ code: 'not-found' })
  if (book.version !== version) return refuse({ code: 'changed-meanwhile' })
  const add = [...new Set(places)].filter((place) => !book.manualOnly.includes(place))
  const remove = book.manualOnly.filter((place) => open.has(place) && !places.includes(place))
  if (add.length + remove.length === 0) return done('unchanged')
  await writeManualOnly(tx, accountId, { add, remove, by: by.personId, version: version + 1 })
  await record(tx, {
    type: 'rule.manual-only',
    account: accountId,
    actor: by.personId,
    facts: {
      whole: places.includes(null),
      added: add.filter((place) => place !== null),
      removed: remove.filter((place) => place !== null),
      version: version + 1,
    },
  })
  return done('saved')
}
