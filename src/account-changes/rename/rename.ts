import { record } from '../../event-log/index.ts'
import { daysAfter } from '../../kernel/time.ts'
import type { Tx } from '../../platform/db/index.ts'
import type { Ending } from '../close/close-account.ts'
import { daysReserved, type Wish } from '../domain/change.ts'
import { writeIdentifier, writeListed, writeType } from './rename.store.ts'

type Named = Extract<Wish, { kind: 'IDENTIFIER' | 'TYPE' | 'LIST' }>

/** Gives an account another identifier or type, or lets everybody find it; its people, rights and requests stay. */
export async function renameAccount(
  tx: Tx,
  change: Ending & { readonly now: Date },
  wish: Named,
): Promise<void> {
  const { accountId, changeId, by, now } = change
  const about = { account: accountId, actor: by }
  if (wish.kind === 'IDENTIFIER') {
    await writeIdentifier(tx, accountId, { identifier: wish.identifier, until: daysAfter(now, daysReserved) })
    await record(tx, { type: 'account.identifier-changed', ...about, facts: { changeId } })
  } else if (wish.kind === 'TYPE') {
    await writeType(tx, accountId, wish.type)
    await record(tx, { type: 'account.type-changed', ...about, facts: { changeId, type: wish.type } })
  } else {
    await writeListed(tx, accountId)
    await record(tx, { type: 'account.listed', ...about, facts: { changeId } })
  }
}
