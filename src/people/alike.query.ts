import { type RawBuilder, sql } from 'kysely'

// Beyond every text that begins like another.
const beyondAll = '\u{10ffff}'

const begins = (column: RawBuilder<unknown>, text: RawBuilder<string>) =>
  sql`${column} ~>=~ lower(${text}::text) and ${column} ~<~ (lower(${text}::text) || ${sql.lit(beyondAll)})`

/**
 * SQL: the ids of people whose first name, last name, whole name, address or its domain begins like this. Answered by
 * indexes, so that a million people are no more than a thousand.
 */
export function alikeIds(text: RawBuilder<string>): RawBuilder<unknown> {
  return sql`
    select p.id from people p where ${begins(sql`lower(p.first_name || ' ' || p.last_name)`, text)}
    union
    select p.id from people p where ${begins(sql`lower(p.last_name || ' ' || p.first_name)`, text)}
    union
    select p.id from people p where ${begins(sql`p.address`, text)}
    union
    select p.id from people p where ${begins(sql`split_part(p.address, '@', 2)`, text)}`
}
