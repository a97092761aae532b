import { type RawBuilder, sql } from 'kysely'

/** SQL: how many changes of accounts wait for an agent or operator, who is not the first of the two. */
export const changesToAgree = (person: RawBuilder<unknown>) => sql<number>`
  select count(*)::int from people p join account_changes x on x.settled_at is null
    and x.lapses_at > (select app_now()) and x.first_by is distinct from p.id
  where p.id = ${person}::uuid and (p.is_support or p.is_operator)`
