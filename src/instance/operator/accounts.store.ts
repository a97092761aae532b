import { sql } from 'kysely'
import type { Visibility } from '../../accounts/domain/account.ts'
import type { AccountId, PersonId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'

/** Writes who finds an account; false when it was so already, or there is no such account. */
export async function setVisibility(tx: Tx, account: AccountId, visibility: Visibility): Promise<boolean> {
  const row = await tx
    .updateTable('accounts')
    .set({ visibility })
    .where('id', '=', account)
    .where('visibility', '<>', visibility)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The active accounts where somebody was the last administrator who is not disabled. */
export async function leftAlone(tx: Tx, person: PersonId): Promise<AccountId[]> {
  const { rows } = await sql<{ id: AccountId }>`
    select a.id from accounts a
    where a.status = 'ACTIVE'
      and exists (select from grants g where g.account_id = a.id and g.person_id = ${person}::uuid and g.role = 'SA'
        and g.revoked_at is null and g.suspended_at is null and (g.ends_at is null or g.ends_at > app_now()))
      and not exists (
        select from grants g join people p on p.id = g.person_id and p.status = 'ACTIVE'
        where g.account_id = a.id and g.role = 'SA' and g.revoked_at is null and g.suspended_at is null
          and (g.ends_at is null or g.ends_at > app_now()))
    order by a.id`.execute(tx)
  return rows.map(({ id }) => id)
}
