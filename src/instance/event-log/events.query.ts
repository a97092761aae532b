import { type RawBuilder, sql } from 'kysely'
import type { Fact } from '../../event-log/index.ts'
import { installation } from '../../kernel/id.ts'
import { type Database, type Placeholders, prepare } from '../../platform/db/index.ts'
import { type Driver, driverOf, identitiesOf, seqsFrom } from './drivers.query.ts'

/** Somebody an event names, as they are called now. */
export type Named = {
  readonly id: string
  readonly address: string
  readonly erased: boolean
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  /** The identity that stayed when two were found to be one person, where it is asked for. */
  readonly mergedInto?: PersonName | null
}

type PersonName = Pick<Named, 'firstName' | 'lastName' | 'preferredFirstName' | 'address'>

/** One event of a log, with the names that go with it now. */
export type EventLine = {
  readonly seq: number
  readonly id: string
  readonly at: Date
  /** The same in microseconds since 1970, as the chain has it. */
  readonly micros: string
  readonly type: string
  readonly body: {
    readonly facts?: { readonly [name: string]: Fact }
    readonly subject?: string
    /** Where it was not done by a page, a program or a clock. */
    readonly channel?: 'command-line'
  }
  readonly text: string
  readonly hash: string
  readonly previous: string
  readonly actor: Named | null
  readonly subject: Named | null
  readonly requestId: string | null
  readonly reference: string | null
}

/** Which events: of which chain, of which kinds, about whom and what, from when to when, and in which virtual accounts. */
export type EventFilter = {
  readonly account: string
  /** Patterns of types; null for all. */
  readonly kinds: readonly string[] | null
  /** Somebody who did it, or to whom it was done; null for everybody. */
  readonly who: string | null
  /** A request, a virtual account, a grant or anything else with an id; null for all. */
  readonly object: string | null
  /** Days as `2026-03-31`, as the clock in `zone` shows them; null without a limit. */
  readonly from: string | null
  readonly to: string | null
  readonly zone: string
  /** Only events about these virtual accounts; null for the whole account. */
  readonly places: readonly string[] | null
}

/** The values that a reading of the log is given. */
export type Values = EventFilter & {
  /** Events between these numbers, both left out. */
  readonly after: number
  readonly before: number
  /** How many are given at most, and how many are looked at for it. */
  readonly most: number
  readonly looked: number
}

const named = (alias: 'a' | 's' | 'w') => sql`
  case when ${sql.ref(`${alias}.id`)} is not null then json_build_object('id', ${sql.ref(`${alias}.id`)},
    'address', ${sql.ref(`${alias}.address`)}, 'erased', ${sql.ref(`${alias}.status`)} = 'ERASED',
    'firstName', ${sql.ref(`${alias}.first_name`)}, 'lastName', ${sql.ref(`${alias}.last_name`)},
    'preferredFirstName', ${sql.ref(`${alias}.preferred_first_name`)}, 'mergedInto', (
      select json_build_object('firstName', m.first_name, 'lastName', m.last_name,
        'preferredFirstName', m.preferred_first_name, 'address', m.address)
      from people m where m.id = ${sql.ref(`${alias}.merged_into`)} and m.status <> 'ERASED')) end`

const facts = sql`(e.body::jsonb -> 'facts')`

/** What was chosen beside what the events are found by. */
const isMeant = (v: Placeholders<Values>) => sql<boolean>`
  (${v.kinds}::text[] is null or e.type like any(${v.kinds}::text[]))
  and (${v.who}::uuid is null or e.actor_id = any(${identitiesOf(v.who)}) or exists (
    select from event_objects o
    where o.account_id = e.account_id and o.object_id = any(${identitiesOf(v.who)}) and o.seq = e.seq))
  and (${v.object}::uuid is null or e.request_id = ${v.object}::uuid or exists (
    select from event_objects o
    where o.account_id = e.account_id and o.object_id = ${v.object}::uuid and o.seq = e.seq))
  and (${v.from}::date is null or e.occurred_at >= (${v.from}::date)::timestamp at time zone ${v.zone})
  and (${v.to}::date is null or e.occurred_at < (${v.to}::date + 1)::timestamp at time zone ${v.zone})
  and (${v.places}::uuid[] is null
    or (r.ask_scope = 'VIRTUAL' and r.ask_virtual_account_ids <@ ${v.places}::uuid[])
    or (${facts} ->> 'virtualAccountId')::uuid = any(${v.places}::uuid[])
    or (e.request_id is null and jsonb_typeof(${facts} -> 'virtualAccountIds') = 'array'
      and jsonb_array_length(${facts} -> 'virtualAccountIds') > 0
      and not exists (
        select from jsonb_array_elements_text(${facts} -> 'virtualAccountIds') as one (id)
        where one.id::uuid <> all(${v.places}::uuid[]))))`

type Row = {
  readonly lines: readonly Omit<EventLine, 'at'>[]
  readonly looked: number
  readonly last: number | null
  readonly head: { readonly seq: number; readonly hash: string } | null
  readonly who: Named | null
  readonly reference: string | null
  /** What is named in these events and is in no tree: virtual accounts that are closed, roles of its own, tags and groups; for the installation, accounts. */
  readonly called: Readonly<Record<string, string>>
}

const idsNamed = sql`(
      select (named.word #>> '{}')::uuid
      from shown e cross join lateral
        jsonb_path_query(e.body::jsonb, '$.facts.** ? (@.type() == "string")') as named (word)
      where named.word #>> '{}' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$')`

// Whoever reads a part of the log learns the names of what stood in that part; whoever reads the installation's sees
// every account.
const calledIn = (v: Placeholders<Values>) => sql`
  select json_object_agg(called.id, called.name) from (
    select c.id, (
        select string_agg(w.name, ' / ' order by way.n)
        from unnest(c.path) with ordinality as way (id, n)
        join virtual_accounts w on w.account_id = c.account_id and w.id = way.id) as name
    from virtual_accounts c
    where c.account_id = ${v.account}::uuid and c.closed_at is not null
      and (${v.places}::uuid[] is null or c.path && ${v.places}::uuid[]) and c.id in ${idsNamed}
    union all
    select c.id, c.name from custom_roles c where c.account_id = ${v.account}::uuid and c.id in ${idsNamed}
    union all
    select c.id, c.name from custom_tags c where c.account_id = ${v.account}::uuid and c.id in ${idsNamed}
    union all
    select c.id, c.name from user_groups c where c.account_id = ${v.account}::uuid and c.id in ${idsNamed}
    union all
    select a.id, a.name || ' (' || a.identifier || ')' from accounts a
    where ${v.account}::uuid = ${sql.lit(installation)}::uuid and a.id in ${idsNamed}
  ) called`

// `offset 0` keeps each event a look-up by its number: whatever the planner thinks of the rest, it reads no whole table.
function reading(driver: Driver, order: RawBuilder<unknown>) {
  return prepare<Values, Row>(
    (v) => sql<Row>`
    with ${seqsFrom(driver, order, v)}, shown as (
      select e.*, r.reference, r.beneficiary_id
      from candidates c
      cross join lateral (
        select * from events e where e.account_id = ${v.account}::uuid and e.seq = c.seq offset 0
      ) e
      left join lateral (
        select q.reference, q.beneficiary_id, q.ask_scope, q.ask_virtual_account_ids from access_requests q
        where q.account_id = e.account_id and q.id = e.request_id offset 0
      ) r on true
      where ${isMeant(v)}
      order by c.seq ${order} limit ${v.most}::int
    ), lines as (
      select e.seq, e.id, (extract(epoch from e.occurred_at) * 1000000)::bigint::text as micros, e.type,
        e.body::json as body, e.body as text, encode(e.hash, 'hex') as hash,
        encode(e.previous_hash, 'hex') as previous, ${named('a')} as actor, ${named('s')} as subject,
        e.request_id as "requestId", e.reference
      from shown e
      left join people a on a.id = e.actor_id
      left join people s on s.id = coalesce((e.body::jsonb ->> 'subject')::uuid, e.beneficiary_id)
    )
    select coalesce((select json_agg(row_to_json(l) order by l.seq ${order}) from lines l), '[]') as lines,
      (select count(*)::int from candidates) as looked,
      (select c.seq from candidates c order by c.seq ${order} offset greatest((select count(*) from candidates) - 1, 0) limit 1) as last,
      (select json_build_object('seq', h.seq, 'hash', encode(h.hash, 'hex')) from chain_heads h
        where h.account_id = ${v.account}::uuid) as head,
      (select ${named('w')} from people w where w.id = ${v.who}::uuid) as who,
      coalesce(
        (select q.reference from access_requests q where q.account_id = ${v.account}::uuid and q.id = ${v.object}::uuid),
        (select k.reference from cases k where k.account_id = ${v.account}::uuid and k.id = ${v.object}::uuid)
      ) as reference,
      coalesce((${calledIn(v)}), '{}') as called`,
  )
}

type Readings = Record<Driver, ReturnType<typeof reading>>

function readingsIn(order: RawBuilder<unknown>): Readings {
  return {
    all: reading('all', order),
    kinds: reading('kinds', order),
    who: reading('who', order),
    object: reading('object', order),
    places: reading('places', order),
  }
}

const newestFirst = readingsIn(sql`desc`)
const oldestFirst = readingsIn(sql`asc`)
const endless = Number.MAX_SAFE_INTEGER

/** A piece of a log, and where the next begins. */
export type Piece = Omit<Row, 'lines' | 'looked' | 'last'> & {
  readonly lines: readonly EventLine[]
  /** The number after which the log goes on; undefined at its end. */
  readonly on: number | undefined
  /** So much was looked at that it was left off before the piece was full. */
  readonly tired: boolean
}

function pieceOf(row: Row | undefined, { most, looked }: Values): Piece {
  if (!row) throw new Error('A reading of the log gives a row')
  const { lines, last, head, who, reference, called } = row
  const full = lines.length === most
  const tired = !full && row.looked === looked
  return {
    lines: lines.map((line) => ({ ...line, at: new Date(Number(line.micros) / 1_000) })),
    head,
    who,
    reference,
    called,
    on: (full ? lines.at(-1)?.seq : tired ? last : undefined) ?? undefined,
    tired,
  }
}

/** Events, newest first, before a number; from the newest on without one. */
export async function eventsBefore(
  db: Database,
  filter: EventFilter,
  { before = endless, most }: { readonly before?: number | undefined; readonly most: number },
): Promise<Piece> {
  const { driver, looked } = driverOf(filter, most)
  const values = { ...filter, after: 0, before, most, looked }
  return pieceOf((await newestFirst[driver](db, values))[0], values)
}

/** Events, oldest first, after a number and up to another. */
export async function eventsAfter(
  db: Database,
  filter: EventFilter,
  { after, upTo, most }: { readonly after: number; readonly upTo: number; readonly most: number },
): Promise<Piece> {
  const { driver, looked } = driverOf(filter, most)
  const values = { ...filter, after, before: upTo + 1, most, looked }
  return pieceOf((await oldestFirst[driver](db, values))[0], values)
}
