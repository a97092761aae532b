import { sql } from 'kysely'
import { alikeIds } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** Somebody whom a log names. */
export type FoundPerson = {
  readonly id: string
  readonly address: string
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
}

const mostFound = 20

type Asked = {
  account: string
  text: string
  places: readonly string[] | null
  most: number
}

const people = prepare<Asked, FoundPerson>(
  (v) => sql<FoundPerson>`
    with alike as materialized (select * from (${alikeIds(v.text)}) as found limit 5000),
    near as materialized (
      select o.seq from unnest(${v.places}::uuid[]) as place (id)
      cross join lateral (
        select o.seq from event_objects o
        where o.account_id = ${v.account}::uuid and o.object_id = place.id order by o.seq desc limit 1000
      ) o
    )
    select p.id, p.address, p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName"
    from alike cross join lateral (
      select f.* from people f where f.id = alike.id and f.status <> 'ERASED' offset 0
    ) p
    where case when ${v.places}::uuid[] is null
      then exists (select from event_objects o
          where o.account_id = ${v.account}::uuid and o.object_id = p.id offset 0)
        or exists (select from events e where e.account_id = ${v.account}::uuid and e.actor_id = p.id offset 0)
      else exists (
        select from (
          select o.seq from event_objects o
          where o.account_id = ${v.account}::uuid and o.object_id = p.id order by o.seq desc limit 1000
        ) o
        where (o.seq in (select near.seq from near)) is true offset 0)
      end
    order by lower(p.last_name), lower(p.first_name), p.id limit ${v.most}::int`,
)

/**
 * People of a log whose name or address begins like this, twenty at most; for somebody who sees parts of an account,
 * among the last thousand events of each part.
 */
export function peopleNamed(
  db: Database,
  log: { readonly account: string; readonly places: readonly string[] | null },
  text: string,
): Promise<FoundPerson[]> {
  return people(db, { ...log, text: text.replace(/\s+/g, ' '), most: mostFound })
}

/** The request or the case of an account with this reference. */
export async function referred(
  db: Database,
  account: string,
  reference: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select r.id from access_requests r where r.account_id = ${account}::uuid and r.reference = ${reference}
    union all
    select c.id from cases c where c.account_id = ${account}::uuid and c.reference = ${reference}
    limit 1`.execute(db)
  return rows[0]?.id
}
