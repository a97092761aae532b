import { sql } from 'kysely'
import type { Flaw, Walk } from '../../event-log/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { Named } from './events.query.ts'

/** A walk along a whole chain that somebody asked for, as far as it has come. */
export type Check = {
  readonly id: string
  readonly account: string
  readonly startedAt: Date
  readonly endedAt: Date | null
  readonly by: Named
  /** The end of the chain when it began. */
  readonly aim: { readonly seq: number; readonly hash: string }
  readonly walk: Walk
}

type Row = Omit<Check, 'aim' | 'walk'> & {
  readonly aimSeq: number
  readonly aimHash: string
  readonly kept: string | null
  readonly isKeptMet: boolean
  readonly lastSeq: number
  readonly lastHash: string
  readonly lastWrong: boolean
  readonly events: number
  readonly erased: number
  readonly flaws: readonly Flaw[]
}

const columns = sql`
  c.id, c.account_id as account, c.started_at as "startedAt", c.ended_at as "endedAt", c.aim_seq as "aimSeq",
  c.aim_hash as "aimHash", c.kept_hash as kept, c.kept_met as "isKeptMet", c.last_seq as "lastSeq",
  c.last_hash as "lastHash", c.last_wrong as "lastWrong", c.events, c.erased, c.flaws,
  json_build_object('id', p.id, 'address', p.address, 'erased', p.status = 'ERASED', 'firstName', p.first_name,
    'lastName', p.last_name, 'preferredFirstName', p.preferred_first_name) as by`

function checkFrom(row: Row): Check {
  const { id, account, startedAt, endedAt, by, events, erased, flaws, kept, isKeptMet } = row
  const last = { seq: row.lastSeq, hash: row.lastHash, wrong: row.lastWrong }
  return {
    id,
    account,
    startedAt,
    endedAt,
    by,
    aim: { seq: row.aimSeq, hash: row.aimHash },
    walk: { account, last, events, erased, flaws, kept, isKeptMet },
  }
}

type Begun = {
  readonly id: string
  readonly person: string
  readonly aim: Check['aim']
  readonly walk: Walk
  readonly over: boolean
}

/** Writes a walk that has begun, and perhaps ended. */
export async function insertCheck(tx: Tx, { id, person, aim, walk, over }: Begun): Promise<void> {
  const { account, last, events, erased, flaws, kept, isKeptMet } = walk
  await sql`
    insert into chain_checks (account_id, id, started_by, aim_seq, aim_hash, kept_hash, kept_met, last_seq, last_hash,
      last_wrong, events, erased, flaws, ended_at)
    values (${account}::uuid, ${id}::uuid, ${person}::uuid, ${aim.seq}::bigint, ${aim.hash}, ${kept}, ${isKeptMet},
      ${last.seq}::bigint, ${last.hash}, ${last.wrong ?? false}, ${events}::bigint, ${erased}::bigint,
      ${JSON.stringify(flaws)}::jsonb, case when ${over} then app_now() end)`.execute(tx)
}

/** Writes how far a walk has come. */
export async function saveCheck(
  tx: Tx,
  id: string,
  { walk, over }: { walk: Walk; over: boolean },
): Promise<void> {
  const { account, last, events, erased, flaws, isKeptMet } = walk
  await sql`
    update chain_checks set kept_met = ${isKeptMet}, last_seq = ${last.seq}::bigint, last_hash = ${last.hash},
      last_wrong = ${last.wrong ?? false}, events = ${events}::bigint, erased = ${erased}::bigint,
      flaws = ${JSON.stringify(flaws)}::jsonb, ended_at = case when ${over} then app_now() end
    where account_id = ${account}::uuid and id = ${id}::uuid and ended_at is null`.execute(tx)
}

const one = prepare<{ account: string; id: string }, Row>(
  (v) => sql<Row>`
    select ${columns} from chain_checks c join people p on p.id = c.started_by
    where c.account_id = ${v.account}::uuid and c.id = ${v.id}::uuid`,
)

/** One walk along a chain. */
export async function findCheck(db: Database, account: string, id: string): Promise<Check | undefined> {
  const [row] = await one(db, { account, id })
  return row && checkFrom(row)
}

const latest = prepare<{ account: string; most: number }, Row>(
  (v) => sql<Row>`
    select ${columns} from chain_checks c join people p on p.id = c.started_by
    where c.account_id = ${v.account}::uuid order by c.id desc limit ${v.most}::int`,
)

const mostListed = 10

/** The last walks along a chain, newest first. */
export async function latestChecks(db: Database, account: string): Promise<Check[]> {
  return (await latest(db, { account, most: mostListed })).map(checkFrom)
}
