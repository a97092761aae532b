import type { ColumnType, JSONColumnType } from 'kysely'

/** An instant; the database's own time unless one is given. */
export type At = ColumnType<Date, Date | undefined, Date>
/** An instant, or none. */
export type AtOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>
/** A JSON value, written as text. */
export type Json<T extends object> = JSONColumnType<T>
