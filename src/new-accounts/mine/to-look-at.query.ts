import { type RawBuilder, sql } from 'kysely'
import { installation } from '../../kernel/id.ts'

/** SQL: how many new accounts wait for an operator's look, counted to a thousand; none for anybody else. */
export const applicationsToLookAt = (person: RawBuilder<unknown>) => sql<number>`
  select case when p.is_operator then (
      select count(*)::int from (
        select from account_applications a
        where a.account_id = ${sql.lit(installation)}::uuid and a.status = 'CHECKING' order by a.id limit 1000
      ) few
    ) else 0 end
  from people p where p.id = ${person}::uuid`
