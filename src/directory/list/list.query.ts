import { sql } from 'kysely'
import type { GrantedRole } from '../../accounts/domain/roles.ts'
import type { Stage, Status } from '../../access-requests/domain/request.ts'
import { grantedRole, grantIsActive } from '../../people/index.ts'
import type { PersonId, RequestId } from '../../kernel/id.ts'
import { areBegun, type Database, prepare } from '../../platform/db/index.ts'

/** One account of somebody's directory, with what they have to do with it. */
export type DirectoryEntry = {
  readonly identifier: string
  /** As they may know it: an account that is not listed for them keeps the name it had when they asked. */
  readonly name: string
  readonly roles: readonly GrantedRole[]
  /** Their open request for it. */
  readonly request: {
    readonly id: RequestId
    readonly status: Status
    readonly stage: Stage
    readonly submittedAt: Date
    readonly dueAt: Date
  } | null
  /** The application that is to make it an account. */
  readonly applicationId: string | null
  /** It can be asked for here; an account that is not listed is asked for by its exact identifier. */
  readonly listed: boolean
  /** Sorts the list, and says where the next page goes on. */
  readonly key: string
}

/** Whose directory, what it is narrowed to, and where it goes on. */
export type DirectoryFilter = {
  readonly person: PersonId
  /** The domains of their own proved address. */
  readonly domains: readonly string[]
  readonly find: string
  readonly after: readonly [key: string, identifier: string] | null
  readonly limit: number
}

type Values = {
  person: string
  domains: readonly string[]
  find: string
  afterKey: string | null
  afterIdentifier: string | null
  limit: number
}

type Told = { id: RequestId; status: Status; stage: Stage; submittedAt: string; dueAt: string }
type Row = Omit<DirectoryEntry, 'request'> & { request: Told | null }

const list = prepare<Values, Row>(
  (p) => sql<Row>`
    with held as (
      select g.account_id, jsonb_agg(distinct ${grantedRole}) as roles from grants g
      where g.person_id = ${p.person}::uuid and ${grantIsActive} group by g.account_id
    ), asked as (
      select r.account_id, r.account_name, json_build_object('id', r.id, 'status', r.status, 'stage', r.stage,
        'submittedAt', r.submitted_at, 'dueAt', r.due_at) as request
      from access_requests r
      where r.beneficiary_id = ${p.person}::uuid and r.status in ('PENDING', 'INFO_REQUESTED')
    ), house as (
      select a.id from accounts a
      where a.verified_domains && ${p.domains}::text[] and a.status = 'ACTIVE' and a.visibility = 'LISTED'
    ), entries as (
      select a.identifier, case when held.roles is null and house.id is null then asked.account_name else a.name end as name,
        coalesce(held.roles, '[]') as roles, asked.request, null::uuid as "applicationId",
        a.status = 'ACTIVE' and (house.id is not null or held.roles is not null) as listed
      from (select account_id from held union select account_id from asked union select id from house) mine
      cross join lateral (
        select x.* from accounts x where x.id = mine.account_id and x.status <> 'CLOSED' offset 0
      ) a
      left join held on held.account_id = a.id
      left join asked on asked.account_id = a.id
      left join house on house.id = a.id
      union all
      select n.identifier, n.name, '[]', null, n.id, false from account_applications n
      where n.requester_id = ${p.person}::uuid and n.status in ('CHECKING', 'ACTION_NEEDED', 'AWAITING_NOMINEE')
    ), keyed as (select *, lower(name) collate "C" as key from entries)
    select * from keyed
    where (${p.find}::text = '' or ${areBegun(sql`words_in(name || ' ' || identifier)`, p.find)})
      and (${p.afterKey}::text is null
        or (key, identifier) > (${p.afterKey}::text collate "C", ${p.afterIdentifier}::text))
    order by key, identifier limit ${p.limit}::int`,
)

/** The accounts somebody has, asks for, has asked to create, and the listed ones of their own organisation; by name. */
export async function directoryOf(db: Database, filter: DirectoryFilter): Promise<DirectoryEntry[]> {
  const { after, ...rest } = filter
  const rows = await list(db, { ...rest, afterKey: after?.[0] ?? null, afterIdentifier: after?.[1] ?? null })
  return rows.map((row) => ({ ...row, request: row.request && dated(row.request) }))
}

const dated = (request: Told) => ({
  ...request,
  submittedAt: new Date(request.submittedAt),
  dueAt: new Date(request.dueAt),
})
