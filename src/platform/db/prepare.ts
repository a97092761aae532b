import { type CompiledQuery, type Kysely, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import type { Tables } from './tables.ts'

class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A query, by the builder or as `sql` text. */
type Query<Row> = { compile(provider: QueryExecutorProvider): CompiledQuery<Row> }
/** A value that is given each time. */
export type Placeholders<Values> = { readonly [Name in keyof Values]: RawBuilder<Values[Name]> }

/**
 * Compiles a query once and runs it with other values each time.
 * `build` gets a placeholder for each value, by the value's name, and the database to build with.
 */
export function prepare<Values extends object, Row>(
  build: (values: Placeholders<Values>, db: Kysely<Tables>) => Query<Row>,
): (db: Kysely<Tables>, values: Values) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined
  const placeholders = new Proxy({} as Placeholders<Values>, {
    get: (_, name) => sql`${new Placeholder(String(name))}`,
  })
  return async (db, values) => {
    compiled ??= build(placeholders, db).compile(db)
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name as keyof Values] : parameter,
    )
    const result = await db.executeQuery<Row>({ ...compiled, parameters })
    return result.rows
  }
}
