import type { RoleChanges } from '../accounts/domain/custom-role.ts'
import { record } from '../event-log/index.ts'
import type { AccountId, PersonId } from '../kernel/id.ts'
import type { Tx } from '../platform/db/index.ts'

/** What is recorded of a role, by ids alone: what it was called at this version is kept with the version. */
export type RoleEvent = {
  readonly accountId: AccountId
  readonly id: string
  readonly version: number
  readonly by: PersonId
}

type Happened = 'created' | 'changed' | 'retired' | 'brought-back'

/** Records something about a role, last in its transaction. */
export async function recordRole(
  tx: Tx,
  happened: Happened,
  { accountId, id, version, by }: RoleEvent,
  more: Partial<RoleChanges> & { readonly people?: number; readonly rules?: number } = {},
): Promise<void> {
  const type = `role.${happened}`
  const { rules = 0, ...facts } = { role: { custom: id, version }, ...more }
  await record(tx, {
    type,
    account: accountId,
    actor: by,
    facts: { ...facts, ...(rules > 0 ? { rules } : {}) },
  })
}
