import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

/** SQL: the person of the row that is named so is away now; from the second they are back, they are not. */
export function isAwayAs(row: string): RawBuilder<boolean> {
  const [from, until] = [sql.ref(`${row}.away_from`), sql.ref(`${row}.away_until`)]
  return sql<boolean>`(${until} is not null and ${until} > (select app_now())
    and (${from} is null or ${from} <= (select app_now())))`
}

/** SQL: the person of the row that is named so gets mail and is there. */
export function isThereAs(row: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${row}.mail_bounced_at`)} is null and not ${isAwayAs(row)})`
}

/** When somebody is away, and what they say about it; `until` is the moment they are back. */
export type Away = { readonly from: Date | null; readonly until: Date; readonly note: string }

type Row = { from: Date | null; until: Date | null; note: string }

const read = prepare<{ person: string }, Row>(
  (p) => sql<Row>`
    select p.away_from as "from", p.away_until as until, p.away_note as note from people p
    where p.id = ${p.person}::uuid and p.away_until > app_now()`,
)

/** When somebody is or will be away; undefined when nothing is planned. */
export async function awayOf(db: Database | Tx, person: PersonId): Promise<Away | undefined> {
  const [row] = await read(db, { person })
  return row?.until ? { ...row, until: row.until } : undefined
}

const write = prepare<{ person: string; from: Date | null; until: Date | null; note: string }, never>(
  (p) => sql<never>`
    update people set away_from = ${p.from}::timestamptz, away_until = ${p.until}::timestamptz, away_note = ${p.note}
    where id = ${p.person}::uuid`,
)

/** Writes when somebody is away; null ends it. */
export async function writeAway(tx: Tx, person: PersonId, away: Away | null): Promise<void> {
  await write(tx, { person, from: away?.from ?? null, until: away?.until ?? null, note: away?.note ?? '' })
}
