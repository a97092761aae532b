import { sql } from 'kysely'
import { type AccountId, type Id, newId, type PersonId } from '../../kernel/id.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Line } from '../domain/adding.ts'
import type { AddOutcome } from './add-members.ts'

export type BatchId = Id<'member-batch'>

/** Many people who are to be added at once, for whoever typed or sent them. */
export type Batch = {
  readonly accountId: AccountId
  readonly id: BatchId
  readonly madeBy: PersonId
  readonly madeAt: Date
  readonly lines: number
  readonly confirmedAt: Date | null
  readonly done: number
  readonly finishedAt: Date | null
}

/** A line of them; `line` is its number in the file, `outcome` what became of it. */
export type BatchLine = Line & {
  readonly n: number
  readonly line: number
  readonly outcome: AddOutcome | null
}

const columns = sql`
  b.account_id as "accountId", b.id, b.made_by as "madeBy", b.made_at as "madeAt", b.lines,
  b.confirmed_at as "confirmedAt", b.done, b.finished_at as "finishedAt"`

const insertLines = prepare<
  {
    account: string
    batch: string
    lines: readonly number[]
    addresses: readonly string[]
    roles: readonly string[]
    places: readonly string[]
    ends: readonly string[]
  },
  never
>(
  (p) => sql<never>`
    insert into member_batch_lines (account_id, batch_id, n, line, address, role, place, ends)
    select ${p.account}::uuid, ${p.batch}::uuid, given.n, given.line, given.address, given.role, given.place, given.ends
    from unnest(${p.lines}::int[], ${p.addresses}::text[], ${p.roles}::text[], ${p.places}::text[], ${p.ends}::text[])
      with ordinality as given (line, address, role, place, ends, n)`,
)

/** Keeps lines until they are confirmed; what the same person kept long ago is forgotten. */
export async function insertBatch(
  tx: Tx,
  made: { readonly accountId: AccountId; readonly by: PersonId; readonly now: Date },
  lines: readonly (Line & { readonly line: number })[],
): Promise<BatchId> {
  await sql`delete from member_batches where made_by = ${made.by}::uuid
    and made_at < app_now() - interval '30 days'`.execute(tx)
  const id = newId<'member-batch'>()
  await tx
    .insertInto('member_batches')
    .values({
      account_id: made.accountId,
      id,
      made_by: made.by,
      made_at: made.now,
      lines: lines.length,
    })
    .execute()
  const cut = (text: string) => text.slice(0, 300)
  await insertLines(tx, {
    account: made.accountId,
    batch: id,
    lines: lines.map(({ line }) => line),
    addresses: lines.map(({ address }) => cut(address).trim()),
    roles: lines.map(({ role }) => cut(role)),
    places: lines.map(({ place }) => place.slice(0, 4000)),
    ends: lines.map(({ ends }) => cut(ends)),
  })
  return id
}

const find = prepare<{ account: string; id: string }, Batch>(
  (p) => sql<Batch>`
    select ${columns} from member_batches b where b.account_id = ${p.account}::uuid and b.id = ${p.id}::uuid`,
)
const lock = prepare<{ account: string; id: string }, Batch>(
  (p) => sql<Batch>`
    select ${columns} from member_batches b where b.account_id = ${p.account}::uuid and b.id = ${p.id}::uuid
    for update of b`,
)

type Which = { readonly accountId: AccountId; readonly id: string }

/** What somebody kept; show it to nobody else. */
export async function findBatch(db: Database | Tx, which: Which): Promise<Batch | undefined> {
  return (await find(db, { account: which.accountId, id: which.id }))[0]
}

/** The same, locked. */
export async function lockBatch(tx: Tx, which: Which): Promise<Batch | undefined> {
  return (await lock(tx, { account: which.accountId, id: which.id }))[0]
}

const linesOf = prepare<{ account: string; id: string; after: number; most: number }, BatchLine>(
  (p) => sql<BatchLine>`
    select l.n, l.line, l.address, l.role, l.place, l.ends, l.outcome from member_batch_lines l
    where l.account_id = ${p.account}::uuid and l.batch_id = ${p.id}::uuid and l.n > ${p.after}::int
    order by l.n limit ${p.most}::int`,
)

/** Lines from after the nth on. */
export function batchLines(
  db: Database | Tx,
  which: Which,
  { after = 0, most }: { readonly after?: number; readonly most: number },
): Promise<BatchLine[]> {
  return linesOf(db, { account: which.accountId, id: which.id, after, most })
}

/** Marks a batch as confirmed by whoever made it. */
export async function confirm(tx: Tx, which: Which, now: Date): Promise<void> {
  await tx
    .updateTable('member_batches')
    .set({ confirmed_at: now })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .execute()
}

const keep = prepare<
  { account: string; id: string; ns: readonly number[]; outcomes: readonly string[] },
  never
>(
  (p) => sql<never>`
    update member_batch_lines l set outcome = given.outcome
    from unnest(${p.ns}::int[], ${p.outcomes}::text[]) as given (n, outcome)
    where l.account_id = ${p.account}::uuid and l.batch_id = ${p.id}::uuid and l.n = given.n`,
)

/** Keeps what became of lines, and how far the batch is. */
export async function keepOutcomes(
  tx: Tx,
  batch: Batch,
  worked: { readonly ns: readonly number[]; readonly outcomes: readonly AddOutcome[]; readonly now: Date },
): Promise<void> {
  const { ns, outcomes, now } = worked
  await keep(tx, { account: batch.accountId, id: batch.id, ns, outcomes })
  const total = batch.done + ns.length
  await tx
    .updateTable('member_batches')
    .set({ done: total, finished_at: total >= batch.lines ? now : null })
    .where('account_id', '=', batch.accountId)
    .where('id', '=', batch.id)
    .execute()
}

const counts = prepare<{ account: string; id: string }, { outcome: string; n: number }>(
  (p) => sql<{ outcome: string; n: number }>`
    select coalesce(split_part(l.outcome, ':', 1), 'OPEN') as outcome, count(*)::int as n from member_batch_lines l
    where l.account_id = ${p.account}::uuid and l.batch_id = ${p.id}::uuid group by 1`,
)

/** How many lines came to what; problems together, lines that wait as OPEN. */
export async function countOutcomes(db: Database | Tx, which: Which): Promise<ReadonlyMap<string, number>> {
  const rows = await counts(db, { account: which.accountId, id: which.id })
  return new Map(rows.map(({ outcome, n }) => [outcome, n]))
}
