import { type RawBuilder, sql } from 'kysely'

/** SQL: the rule of this alias names the role `c`. */
export const namesRole = (row: string) => sql<boolean>`(
  ${sql.ref(`${row}.outcome`)} -> 'role' ->> 'custom' = c.id::text
  or jsonb_exists(${sql.ref(`${row}.conditions`)} -> 'roles', c.id::text))`

/** SQL: the names of the account's own roles that the rule of this alias names, or the older one of the other. */
export function roleNamesIn(rule: string, older = rule): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(json_build_object('id', c.id, 'name', c.name)) from custom_roles c
    where c.account_id = ${sql.ref(`${rule}.account_id`)}
      and (${namesRole(rule)} or coalesce(${namesRole(older)}, false))), '[]')`
}
