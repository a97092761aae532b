import { type RawBuilder, sql } from 'kysely'
import { type Database, prepare } from '../../platform/db/index.ts'
import { caseColumns, caseSource, type StoredCase } from '../case.store.ts'
import type { CaseCause } from '../domain/case.ts'

export const shownCases = ['open', 'waiting', 'mine', 'resolved'] as const
/** Which cases of the desk are listed. */
export type ShownCases = (typeof shownCases)[number]

type Name = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

/** A case on the desk's list. */
export type DeskCase = StoredCase & {
  readonly requester: Name | null
  readonly assigned: Name | null
  readonly beginning: string
  /** What the list is ordered by, to the microsecond, with the id. */
  readonly key: string
}

/** Which cases are asked for; `after` is the key and the id of the last one seen. */
export type DeskFilter = {
  readonly agent: string
  readonly cause: CaseCause | null
  readonly after: readonly [string, string] | null
  readonly limit: number
}

const nameOf = (person: string): RawBuilder<unknown> => sql`(
  select json_build_object('firstName', p.first_name, 'lastName', p.last_name, 'preferredFirstName',
    p.preferred_first_name, 'address', p.address)
  from people p where p.id = ${sql.ref(person)} and p.status <> 'ERASED')`

type Values = {
  agent: string | null
  cause: string | null
  at: string | null
  id: string | null
  limit: number
}
type Order = { readonly by: string; readonly down: boolean; readonly where: RawBuilder<boolean> }

const beginning = sql`
  case when c.cause = 'PORTAL_TROUBLE' then coalesce((
    select left(m.text, 120) from case_messages m
    where m.account_id = c.account_id and m.case_id = c.id and m.room = 'REQUESTER' order by m.id limit 1), '')
  else '' end as beginning`

function listing({ by, down, where }: Order) {
  const key = sql.ref(by)
  const direction = down ? sql`desc` : sql`asc`
  const beyond = down ? sql`<` : sql`>`
  return prepare<Values, DeskCase>(
    (p) => sql<DeskCase>`
      select ${caseColumns}, ${nameOf('c.requester_id')} as requester, ${nameOf('c.assigned_to')} as assigned,
        ${key}::text as key, ${beginning}
      from ${caseSource}
      where ${where} and (${p.agent}::uuid is null or c.assigned_to = ${p.agent}::uuid)
        and (${p.cause}::text is null or c.cause = ${p.cause}::text)
        and (${p.at}::timestamptz is null or (${key}, c.id) ${beyond} (${p.at}::timestamptz, ${p.id}::uuid))
      order by ${key} ${direction}, c.id ${direction} limit ${p.limit}::int`,
  )
}

const lists: { readonly [Name in ShownCases]: ReturnType<typeof listing> } = {
  open: listing({ by: 'c.answer_due_at', down: false, where: sql<boolean>`c.status = 'OPEN'` }),
  waiting: listing({
    by: 'c.changed_at',
    down: false,
    where: sql<boolean>`c.status in ('WAITING_REQUESTER', 'WAITING_ACCOUNT')`,
  }),
  mine: listing({
    by: 'c.changed_at',
    down: false,
    where: sql<boolean>`c.status in ('OPEN', 'WAITING_REQUESTER', 'WAITING_ACCOUNT')`,
  }),
  resolved: listing({
    by: 'c.changed_at',
    down: true,
    where: sql<boolean>`c.status in ('RESOLVED', 'CLOSED')`,
  }),
}

/** The cases of the desk: what is due first stands first, what is over last changed first. */
export function deskCases(db: Database, shown: ShownCases, filter: DeskFilter): Promise<DeskCase[]> {
  const [at = null, id = null] = filter.after ?? []
  const agent = shown === 'mine' ? filter.agent : null
  return lists[shown](db, { agent, cause: filter.cause, at, id, limit: filter.limit })
}
