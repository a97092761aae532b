import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { nameOf } from '../people/index.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { Which } from './conversation.store.ts'
import type { Side } from './domain/conversation.ts'

type Named = Parameters<typeof nameOf>[0]

/** A question about a request, for a letter about it. */
export type AskedQuestion = {
  readonly by: PersonId
  readonly byName: string
  readonly text: string
  readonly answer: string | null
}

const question = prepare<
  { account: string; request: string; n: number },
  Omit<AskedQuestion, 'byName'> & Named
>(
  (p) => sql<Omit<AskedQuestion, 'byName'> & Named>`
    select q.asked_by as by, q.text, q.answer, p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address
    from questions q join people p on p.id = q.asked_by
    where q.account_id = ${p.account}::uuid and q.request_id = ${p.request}::uuid and q.n = ${p.n}::int`,
)

/** The nth question about a request; undefined when there is none. */
export async function questionOf(tx: Tx, which: Which, n: number): Promise<AskedQuestion | undefined> {
  const [row] = await question(tx, { account: which.accountId, request: which.id, n })
  return row && { by: row.by, byName: nameOf(row), text: row.text, answer: row.answer }
}

/** A comment, for a letter about it. */
export type WrittenComment = { readonly by: PersonId; readonly byName: string; readonly text: string }

const comments = prepare<
  { account: string; request: string; side: Side; first: number; last: number },
  Omit<WrittenComment, 'byName'> & Named
>(
  (p) => sql<Omit<WrittenComment, 'byName'> & Named>`
    select c.written_by as by, c.text, p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address
    from comments c join people p on p.id = c.written_by
    where c.account_id = ${p.account}::uuid and c.request_id = ${p.request}::uuid and c.side = ${p.side}
      and c.n between ${p.first}::int and ${p.last}::int
    order by c.n`,
)

/** What one side wrote, from its nth comment to another. */
export async function commentsOf(
  tx: Tx,
  which: Which,
  told: { readonly side: Side; readonly first: number; readonly last: number },
): Promise<WrittenComment[]> {
  const rows = await comments(tx, { account: which.accountId, request: which.id, ...told })
  return rows.map((row) => ({ by: row.by, byName: nameOf(row), text: row.text }))
}

const involved = prepare<{ account: string; request: string }, { id: PersonId }>(
  (p) => sql<{ id: PersonId }>`
    select v.person_id as id from views v
    where v.account_id = ${p.account}::uuid and v.request_id = ${p.request}::uuid
    union
    select q.asked_by from questions q
    where q.account_id = ${p.account}::uuid and q.request_id = ${p.request}::uuid
    union
    select c.written_by from comments c
    where c.account_id = ${p.account}::uuid and c.request_id = ${p.request}::uuid and c.side = 'ACCOUNT'`,
)

/** Those on the account's side who have read a request or said something about it. */
export async function involvedIn(tx: Tx, which: Which): Promise<ReadonlySet<PersonId>> {
  const rows = await involved(tx, { account: which.accountId, request: which.id })
  return new Set(rows.map(({ id }) => id))
}
