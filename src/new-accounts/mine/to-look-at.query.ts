import { type RawBuilder, sql } from 'kysely'
import { installation } from '../../kernel/id.ts'

/** SQL: how many new accounts wait for an operator's look; none for anybody else. */
export const applicationsToLookAt = (person: RawBuilder<unknown>) => sql<number>`
  select count(*)::int from people p join account_applications a
    on a.account_id = ${sql.lit(installation)}::uuid and a.status = 'CHECKING'
  where p.id = ${person}::uuid and p.is_operator`
