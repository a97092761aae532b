import { type RawBuilder, sql } from 'kysely'
import type { AccountId, GrantId } from '../../kernel/id.ts'
import { columnsOf } from '../../platform/clocks/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { clocksOfEnd, endKinds } from '../domain/ending.ts'
import type { GrantedRole } from '../domain/roles.ts'

/** A right that is given until a moment, once for each place. */
type Ending = {
  readonly accountId: AccountId
  readonly ids: readonly GrantId[]
  readonly role: GrantedRole
  readonly endsAt: Date
}

const place = prepare<{ account: string }, { timeZone: string; now: Date }>(
  (p) => sql<{ timeZone: string; now: Date }>`
    select time_zone as "timeZone", app_now() as now from accounts where id = ${p.account}::uuid`,
)

type Set = { account: string; ids: readonly string[] } & ReturnType<typeof columnsOf>

const start = prepare<Set, never>(
  (p) => sql<never>`
    insert into clocks (account_id, subject_id, kind, n, due_at, irreversible)
    select ${p.account}::uuid, given.id, c.kind, c.n, c.due_at, c.irreversible
    from unnest(${p.ids}::uuid[]) as given (id), unnest(${p.kinds}::text[], ${p.ns}::int[], ${p.dues}::timestamptz[],
      ${p.irreversibles}::boolean[]) as c (kind, n, due_at, irreversible)
    on conflict do nothing`,
)

/** Starts the clocks of rights that have just been given with an end. */
export async function startEndClocks(tx: Tx, { accountId, ids, role, endsAt }: Ending): Promise<void> {
  const [here] = ids.length === 0 ? [] : await place(tx, { account: accountId })
  if (!here) return
  const clocks = clocksOfEnd({ role, endsAt }, here.timeZone, here.now)
  await start(tx, { account: accountId, ids, ...columnsOf(clocks) })
}

/** SQL: stops the clocks of the grants in `ended` (account_id, id), as a part of the statement that ends them. */
export function stoppingEndClocks(ended: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    delete from clocks c using ${ended} e
    where c.account_id = e.account_id and c.subject_id = e.id and c.settled_at is null`
}

/** A right whose clocks are not those of its end. */
export type Forgotten = { readonly accountId: AccountId; readonly id: GrantId }

const forgotten = prepare<{ most: number }, Forgotten>(
  (p) => sql<Forgotten>`
    select g.account_id as "accountId", g.id from grants g
    where g.ends_at is not null and g.revoked_at is null and g.expired_at is null and not exists (
      select from clocks c where c.account_id = g.account_id and c.subject_id = g.id
        and c.kind = ${sql.lit(endKinds.expire)} and c.settled_at is null and c.due_at = date_trunc('milliseconds', g.ends_at))
    order by g.account_id, g.ends_at, g.id limit ${p.most}::int`,
)

/** Rights that end and whose clocks were never started, or were for another end: those that came by another way. */
export function forgottenEnds(db: Database, most: number): Promise<Forgotten[]> {
  return forgotten(db, { most })
}
