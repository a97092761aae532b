import { sql } from 'kysely'
import type { AccountId, Id } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { PreparedText, Purpose } from '../domain/prepared-text.ts'

export type PreparedTextId = Id<'prepared-text'>

/** A prepared text as an account keeps it. */
export type StoredText = PreparedText & { readonly id: PreparedTextId }

type Row = {
  id: PreparedTextId
  purpose: Purpose
  titleEn: string
  textEn: string
  titleFr: string
  textFr: string
}

const columns = sql`p.id, p.purpose, p.title_en as "titleEn", p.text_en as "textEn", p.title_fr as "titleFr",
  p.text_fr as "textFr"`

function textOf({ id, purpose, titleEn, textEn, titleFr, textFr }: Row): StoredText {
  return { id, purpose, en: { title: titleEn, text: textEn }, fr: { title: titleFr, text: textFr } }
}

const all = prepare<{ account: string }, Row>(
  (p) => sql<Row>`
    select ${columns} from prepared_texts p where p.account_id = ${p.account}::uuid
    order by p.purpose, lower(coalesce(nullif(p.title_en, ''), p.title_fr)), p.id`,
)

/** Everything an account keeps ready, by what it is for, then by its title. */
export async function preparedTextsOf(db: Database | Tx, accountId: AccountId): Promise<StoredText[]> {
  return (await all(db, { account: accountId })).map(textOf)
}

const one = prepare<{ account: string; id: string }, Row>(
  (p) => sql<Row>`
    select ${columns} from prepared_texts p
    where p.account_id = ${p.account}::uuid and p.id = ${p.id}::uuid`,
)

/** One text of an account. */
export async function preparedText(
  db: Database | Tx,
  accountId: AccountId,
  id: string,
): Promise<StoredText | undefined> {
  const [row] = await one(db, { account: accountId, id })
  return row && textOf(row)
}

const holding = prepare<{ account: string }, never>(
  (p) =>
    sql<never>`select pg_advisory_xact_lock(hashtextextended('prepared-texts ' || ${p.account}::text, 0))`,
)

/** Lets whoever saves a text of the same account at the same time wait, so that they are counted right. */
export async function holdPreparedTexts(tx: Tx, accountId: AccountId): Promise<void> {
  await holding(tx, { account: accountId })
}

const counted = prepare<{ account: string }, { n: number }>(
  (p) => sql<{ n: number }>`
    select count(*)::int as n from prepared_texts t where t.account_id = ${p.account}::uuid`,
)

/** How many texts an account keeps. */
export async function countPreparedTexts(tx: Tx, accountId: AccountId): Promise<number> {
  return (await counted(tx, { account: accountId }))[0]?.n ?? 0
}

const put = prepare<Row & { account: string }, never>(
  (p) => sql<never>`
    insert into prepared_texts (account_id, id, purpose, title_en, text_en, title_fr, text_fr)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.purpose}, ${p.titleEn}, ${p.textEn}, ${p.titleFr}, ${p.textFr})
    on conflict (account_id, id) do update set purpose = excluded.purpose, title_en = excluded.title_en,
      text_en = excluded.text_en, title_fr = excluded.title_fr, text_fr = excluded.text_fr`,
)

/** Writes a text, new or in the place of what it was. */
export async function writePreparedText(tx: Tx, accountId: AccountId, text: StoredText): Promise<void> {
  const { id, purpose, en, fr } = text
  await put(tx, {
    account: accountId,
    id,
    purpose,
    titleEn: en.title,
    textEn: en.text,
    titleFr: fr.title,
    textFr: fr.text,
  })
}

/** Removes a text; false when there is none any more. */
export async function deletePreparedText(tx: Tx, accountId: AccountId, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('prepared_texts')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

const offered = prepare<{ account: string; purpose: Purpose; reader: string }, Row & { locale: 'en' | 'fr' }>(
  (p) => sql<Row & { locale: 'en' | 'fr' }>`
    select ${columns}, reader.locale from prepared_texts p, people reader
    where p.account_id = ${p.account}::uuid and p.purpose = ${p.purpose} and reader.id = ${p.reader}::uuid
    order by lower(coalesce(nullif(p.title_en, ''), p.title_fr)), p.id`,
)

/** The texts of an account for one purpose, with the language of the person who will read what is sent. */
export async function offeredTexts(
  db: Database,
  what: { readonly account: AccountId; readonly purpose: Purpose; readonly reader: string },
): Promise<(StoredText & { readonly locale: 'en' | 'fr' })[]> {
  const rows = await offered(db, what)
  return rows.map(({ locale, ...row }) => ({ ...textOf(row), locale }))
}
