import { type RawBuilder, sql } from 'kysely'
import type { Placeholders } from '../../platform/db/index.ts'
import type { EventFilter, Values } from './events.query.ts'

/** What events are found by; the rest of what was chosen is asked of each that is found. */
export type Driver = 'all' | 'kinds' | 'who' | 'object' | 'places'

// When several things are chosen, so many are looked at for one answer; the answer says when it stopped there.
const mostLooked = 10_000
const mostLookedInPlaces = 1_000

/** What the events are found by, and how many of those are looked at at most. */
export function driverOf(filter: EventFilter, most: number): { driver: Driver; looked: number } {
  const { kinds, who, object, places, from, to } = filter
  const chosen: Driver[] = []
  if (object !== null) chosen.push('object')
  if (who !== null) chosen.push('who')
  if (places !== null) chosen.push('places')
  if (kinds !== null) chosen.push('kinds')
  const driver = chosen[0] ?? 'all'
  if (driver === 'places') return { driver, looked: mostLookedInPlaces }
  return { driver, looked: chosen.length > 1 || from !== null || to !== null ? mostLooked : most }
}

// An event may have waited for the chain's lock, and so be a little older than one with a smaller number.
const outOfOrder = sql.lit(1_000)

const bounds = (v: Placeholders<Values>) => sql`
  bounds as materialized (
    select greatest(${v.after}::bigint + 1, case when ${v.from}::date is not null then coalesce((
        select e.seq - ${outOfOrder} from events e where e.account_id = ${v.account}::uuid
          and e.occurred_at >= (${v.from}::date)::timestamp at time zone ${v.zone}
        order by e.occurred_at, e.seq limit 1), 9223372036854775807) end) as low,
      least(${v.before}::bigint - 1, case when ${v.to}::date is not null then coalesce((
        select e.seq + ${outOfOrder} from events e where e.account_id = ${v.account}::uuid
          and e.occurred_at < (${v.to}::date + 1)::timestamp at time zone ${v.zone}
        order by e.occurred_at desc, e.seq desc limit 1), 0) end) as high
  )`

const within = (column: RawBuilder<unknown>) =>
  sql`${column} between (select low from bounds) and (select high from bounds)`

type Ordered = (v: Placeholders<Values>, order: RawBuilder<unknown>) => RawBuilder<unknown>

const aboutObject = (v: Placeholders<Values>, object: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`
  (select o.seq from event_objects o
    where o.account_id = ${v.account}::uuid and o.object_id = ${object}::uuid and ${within(sql`o.seq`)}
    order by o.seq ${order} limit ${v.looked}::int)`

/** SQL: the ids of all identities of a person: the one that stays when they were made one, and those that went. */
export function identitiesOf(person: RawBuilder<unknown>): RawBuilder<string[]> {
  return sql<string[]>`coalesce((
    select array_agg(o.id) from people p
    join people o on o.id = coalesce(p.merged_into, p.id) or o.merged_into = coalesce(p.merged_into, p.id)
    where p.id = ${person}::uuid), array[${person}::uuid])`
}

const drivers: Readonly<Record<Driver, Ordered>> = {
  all: (v, order) => sql`
    select e.seq from events e where e.account_id = ${v.account}::uuid and ${within(sql`e.seq`)}
    order by e.seq ${order} limit ${v.looked}::int`,
  // The types that occur are found one after the other in the index, then the events of each.
  kinds: (v, order) => sql`
    select found.seq
    from (
      with recursive occurring as (
        (select e.type from events e where e.account_id = ${v.account}::uuid order by e.type limit 1)
        union all
        select (select e.type from events e where e.account_id = ${v.account}::uuid and e.type > o.type
          order by e.type limit 1)
        from occurring o where o.type is not null
      )
      select o.type from occurring o where o.type like any(${v.kinds}::text[])
    ) as kind
    cross join lateral (
      select e.seq from events e
      where e.account_id = ${v.account}::uuid and e.type = kind.type and ${within(sql`e.seq`)}
      order by e.seq ${order} limit ${v.looked}::int
    ) as found
    order by found.seq ${order} limit ${v.looked}::int`,
  who: (v, order) => sql`
    select distinct found.seq
    from unnest(${identitiesOf(v.who)}) as self (id)
    cross join lateral (
      (select e.seq from events e
        where e.account_id = ${v.account}::uuid and e.actor_id = self.id and ${within(sql`e.seq`)}
        order by e.seq ${order} limit ${v.looked}::int)
      union
      ${aboutObject(v, sql`self.id`, order)}
    ) as found order by found.seq ${order} limit ${v.looked}::int`,
  object: (v, order) => sql`
    select found.seq
    from (
      (select e.seq from events e
        where e.account_id = ${v.account}::uuid and e.request_id = ${v.object}::uuid and ${within(sql`e.seq`)}
        order by e.seq ${order} limit ${v.looked}::int)
      union
      ${aboutObject(v, v.object, order)}
    ) as found order by found.seq ${order} limit ${v.looked}::int`,
  places: (v, order) => sql`
    select distinct found.seq
    from unnest(${v.places}::uuid[]) as place (id)
    cross join lateral ${aboutObject(v, sql`place.id`, order)} as found
    order by found.seq ${order} limit ${v.looked}::int`,
}

/** SQL: `candidates`, the numbers of the events to look at, and what they need before them. */
export function seqsFrom(
  driver: Driver,
  order: RawBuilder<unknown>,
  v: Placeholders<Values>,
): RawBuilder<unknown> {
  return sql`${bounds(v)}, candidates as materialized (${drivers[driver](v, order)})`
}
