import { type RawBuilder, sql } from 'kysely'
import { areBegun } from '../platform/db/index.ts'

/** SQL: the ids of people whose names and address begin, word for word, like this. */
export function alikeIds(text: RawBuilder<string>): RawBuilder<unknown> {
  return sql`select p.id from people p where ${areBegun(sql`p.words`, text)}`
}
