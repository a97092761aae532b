import { sql } from 'kysely'
import type { CustomRole } from '../../accounts/domain/roles.ts'
import type { AccountId } from '../../kernel/id.ts'
import { grantIsHeld } from '../../people/index.ts'
import { prepare, type Tx } from '../../platform/db/index.ts'

/** A role that somebody holds or asks for. */
export type NeededRole = CustomRole & { readonly description: string }

const needed = prepare<{ account: string }, NeededRole>(
  (p) => sql<NeededRole>`
    select c.id, c.name, c.version, c.reach, c.actions, c.description from custom_roles c
    where c.account_id = ${p.account}::uuid and c.retired_at is null and (exists (
      select from grants g where g.account_id = c.account_id and g.custom_role_id = c.id and ${grantIsHeld}) or exists (
      select from access_requests r where r.account_id = c.account_id and r.ask_custom_role_id = c.id
        and r.status in ('PENDING', 'INFO_REQUESTED')))
    order by lower(c.name), c.id for share of c`,
)

/** The own roles of an account that somebody holds or asks for, locked. */
export function rolesNeeded(tx: Tx, accountId: AccountId): Promise<NeededRole[]> {
  return needed(tx, { account: accountId })
}
