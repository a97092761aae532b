import { type RawBuilder, sql } from 'kysely'

/** SQL: whether each word that is looked for begins one of the words of somebody or something, which an index knows. */
export function areBegun(words: RawBuilder<unknown>, text: RawBuilder<string>): RawBuilder<boolean> {
  // Selected, so that what is typed is taken apart once and not for every row.
  return sql<boolean>`${words} @@ (select words_begun(${text}::text))`
}

const few = 3_000

/** How a page of a list is to be read. */
export type Reading = {
  /** The people or accounts to read from, as a table with the name `found`; where they are not few, all of them. */
  readonly from: RawBuilder<unknown>
  /** Which of their rows count. */
  readonly condition: RawBuilder<boolean>
  /** They are few: what else is read, is looked up for each of them. */
  readonly areFew: boolean
}

/** All of them, where nothing is looked for. */
export const allOf = (table: 'people' | 'accounts'): Reading => ({
  from: sql`${sql.table(table)} found`,
  condition: sql<boolean>`true`,
  areFew: false,
})

/**
 * SQL: a page of a list in which somebody looks for words. Where few of all people or accounts fit, these are looked up
 * and put in order; where many do, the list is read in its own order until the page is full. The order of the rows is
 * the caller's to say once more.
 */
export function lookedFor(
  table: 'people' | 'accounts',
  text: RawBuilder<string>,
  rows: (reading: Reading) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const all = sql.table(table)
  const found = {
    from: sql`(select f.* from fit join ${all} f on f.id = fit.id offset 0) found`,
    condition: sql<boolean>`(select count(*) from fit) <= ${sql.lit(few)}`,
    areFew: true,
  }
  // "Is true" keeps it from the index of words, which would give all that fit at once.
  const walked = {
    from: sql`${all} found`,
    condition: sql<boolean>`(select count(*) from fit) > ${sql.lit(few)} and (${areBegun(sql`found.words`, text)}) is true`,
    areFew: false,
  }
  return sql`
    with fit as materialized (
      select f.id from ${all} f where ${areBegun(sql`f.words`, text)} limit ${sql.lit(few + 1)}
    )
    (${rows(found)}) union all (${rows(walked)})`
}
