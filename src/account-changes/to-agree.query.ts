import { type RawBuilder, sql } from 'kysely'

/**
 * SQL: how many changes of accounts wait for an agent or operator, who is not the first of the two; counted to a
 * thousand.
 */
export const changesToAgree = (person: RawBuilder<unknown>) => sql<number>`
  select case when p.is_support or p.is_operator then (
      select count(*)::int from (
        select from account_changes x
        where x.settled_at is null and x.lapses_at > (select app_now()) and x.first_by is distinct from p.id
        order by x.asked_at, x.id limit 1000
      ) few
    ) else 0 end
  from people p where p.id = ${person}::uuid`
