import { type RawBuilder, sql } from 'kysely'
import type { Fact } from '../../event-log/index.ts'
import { type Database, type Placeholders, prepare } from '../../platform/db/index.ts'

/** Somebody an event names, as they are called now. */
export type Named = {
  readonly id: string
  readonly address: string
  readonly erased: boolean
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
}

/** One event of a log, with the names that go with it now. */
export type EventLine = {
  readonly seq: number
  readonly at: Date
  /** The same in microseconds since 1970, as the chain has it. */
  readonly micros: string
  readonly type: string
  readonly body: { readonly facts?: { readonly [name: string]: Fact }; readonly subject?: string }
  readonly text: string
  readonly hash: string
  readonly previous: string
  readonly actor: Named | null
  readonly subject: Named | null
  readonly requestId: string | null
  readonly reference: string | null
}

/** Which events: of which chain, of which kinds, about whom, from when to when, and in which virtual accounts. */
export type EventFilter = {
  readonly account: string
  /** Patterns of types; null for all. */
  readonly kinds: readonly string[] | null
  /** An address, or a part of a name; null for everybody. */
  readonly person: string | null
  /** Days as `2026-03-31`, as the reader's clock shows them; null without a limit. */
  readonly from: string | null
  readonly to: string | null
  readonly zone: string
  /** Only events about these virtual accounts; null for the whole account. */
  readonly places: readonly string[] | null
}

type Values = Omit<EventFilter, 'person'> & {
  readonly address: string | null
  readonly like: string | null
  readonly after: number
  readonly most: number
}

const named = (alias: 'a' | 's') => sql`
  case when ${sql.ref(`${alias}.id`)} is not null then jsonb_build_object('id', ${sql.ref(`${alias}.id`)},
    'address', ${sql.ref(`${alias}.address`)}, 'erased', ${sql.ref(`${alias}.status`)} = 'ERASED',
    'firstName', ${sql.ref(`${alias}.first_name`)}, 'lastName', ${sql.ref(`${alias}.last_name`)},
    'preferredFirstName', ${sql.ref(`${alias}.preferred_first_name`)}) end`

const isMeant = (alias: 'a' | 's', v: Placeholders<Values>): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(`${alias}.address`)} = ${v.address}
  or ${sql.ref(`${alias}.first_name`)} || ' ' || ${sql.ref(`${alias}.last_name`)} ilike ${v.like})`

const select = (v: Placeholders<Values>, place: RawBuilder<unknown>) => sql<EventLine>`
  select e.seq, e.occurred_at as at, (extract(epoch from e.occurred_at) * 1000000)::bigint::text as micros, e.type, e.body::jsonb as body, e.body as text, encode(e.hash, 'hex') as hash,
    encode(e.previous_hash, 'hex') as previous, ${named('a')} as actor, ${named('s')} as subject,
    e.request_id as "requestId", r.reference
  from events e
  left join access_requests r on r.account_id = e.account_id and r.id = e.request_id
  left join people a on a.id = e.actor_id
  left join people s on s.id = coalesce((e.body::jsonb ->> 'subject')::uuid, r.beneficiary_id)
  where e.account_id = ${v.account}::uuid
    and (${v.kinds}::text[] is null or e.type like any(${v.kinds}::text[]))
    and (${v.address}::text is null or ${isMeant('a', v)} or ${isMeant('s', v)})
    and (${v.from}::date is null or e.occurred_at >= (${v.from}::date)::timestamp at time zone ${v.zone})
    and (${v.to}::date is null or e.occurred_at < (${v.to}::date + 1)::timestamp at time zone ${v.zone})
    and (${v.places}::uuid[] is null
      or (r.ask_scope = 'VIRTUAL' and r.ask_virtual_account_ids <@ ${v.places}::uuid[])
      or (e.body::jsonb -> 'facts' ->> 'virtualAccountId')::uuid = any(${v.places}::uuid[]))
    and ${place}
  limit ${v.most}::int`

const newestFirst = prepare<Values, EventLine>((v) =>
  select(v, sql`(${v.after}::bigint = 0 or e.seq < ${v.after}::bigint) order by e.seq desc`),
)
const oldestFirst = prepare<Values, EventLine>((v) =>
  select(v, sql`e.seq > ${v.after}::bigint order by e.seq`),
)

function valuesOf(filter: EventFilter, after: number, most: number): Values {
  const { person, ...rest } = filter
  const like = person === null ? null : `%${person.replace(/[\\%_]/g, '\\$&')}%`
  return { ...rest, address: person?.toLowerCase() ?? null, like, after, most }
}

/** Events, newest first, before the number `before` (0: from the newest on). */
export function eventsBefore(
  db: Database,
  filter: EventFilter,
  before: number,
  most: number,
): Promise<EventLine[]> {
  return newestFirst(db, valuesOf(filter, before, most))
}

/** Events, oldest first, after the number `after`. */
export function eventsAfter(
  db: Database,
  filter: EventFilter,
  after: number,
  most: number,
): Promise<EventLine[]> {
  return oldestFirst(db, valuesOf(filter, after, most))
}

/** The end of a chain: its number and hash; undefined while it is empty. */
export async function headOf(
  db: Database,
  account: string,
): Promise<{ seq: number; hash: string } | undefined> {
  const row = await db
    .selectFrom('chain_heads')
    .select(['seq', 'hash'])
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row && { seq: row.seq, hash: row.hash.toString('hex') }
}
