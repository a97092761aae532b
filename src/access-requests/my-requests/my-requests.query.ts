import { askedOwnRole } from '../../people/index.ts'
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { type Database, type Placeholders, prepare } from '../../platform/db/index.ts'
import type { PlaceNames } from '../asked.ts'
import type { Reference } from '../domain/reference.ts'
import { patienceColumns, patienceFrom, type PatienceRow } from '../../accounts/index.ts'
import { type AskedAccount, askedAccounts } from './applications.query.ts'
import { type AskRow, askOf, type StoredRequest } from '../requests.row.ts'
import { approverIds, isReachable, type Sight, sightOf, visibleTo } from '../requests.store.ts'

export const filters = ['all', 'open', 'approved', 'declined'] as const
/** Which of one's requests are listed. */
export type Filter = (typeof filters)[number]

/** How many there are of each. */
export type Counts = { readonly [Name in Filter]: number }

/** What the list shows of a request itself, and what its steps depend on. */
type Listed = Pick<
  StoredRequest,
  | 'id'
  | 'reference'
  | 'requesterId'
  | 'beneficiaryId'
  | 'status'
  | 'stage'
  | 'version'
  | 'ask'
  | 'accountName'
  | 'identifier'
  | 'submittedAt'
  | 'dueAt'
  | 'settledAt'
  | 'lastRemindedAt'
  | 'lastRemindedByHandAt'
  | 'remindersByHand'
  | 'patience'
>

/** One of one's own requests in the list. */
export type ListedRequest = Listed & {
  /** How many who may decide it can be reached; 0 for a settled one. */
  readonly deciders: number
  readonly placeNames: PlaceNames
}

const pageSize = 50

/** The page of a list of one's own requests, newest first. */
export type MyRequests = {
  readonly requests: readonly ListedRequest[]
  /** The id after which the next page begins. */
  readonly next: string | undefined
  readonly counts: Counts
  /** The last new accounts they asked for. */
  readonly accounts: readonly AskedAccount[]
}

type Row = Omit<ListedRequest, 'ask' | 'patience' | 'placeNames'> &
  AskRow &
  PatienceRow & { placeNames: PlaceNames | null }
type Values = { person: string; statuses: readonly string[]; after: string | null }

const open = sql`r.status in ('PENDING', 'INFO_REQUESTED')`

// Only an open request waits for anybody, and a person has ten of them at most.
function deciders(): RawBuilder<number> {
  const ids = approverIds({ account: sql`r.account_id`, virtualAccounts: sql`r.ask_virtual_account_ids` })
  return sql<number>`case when ${open} then (
    select count(*) from people p
    where p.status = 'ACTIVE' and p.id not in (r.requester_id, r.beneficiary_id) and ${isReachable}
      and p.id in ${ids}) else 0 end`
}

const placeNames = sql`
  case when r.ask_scope = 'VIRTUAL' then (
    select json_object_agg(v.id, v.name) from virtual_accounts v
    where v.account_id = r.account_id and v.id = any(r.ask_virtual_account_ids)) end`

// Each half by its own index, in the order of the list, with its rows, so that none is looked for once more.
const pageOf = (p: Placeholders<Values>, whose: RawBuilder<unknown>) => sql`(
  select m.* from access_requests m
  where ${whose} and m.status = any(${p.statuses}::text[]) and (${p.after}::uuid is null or m.id < ${p.after}::uuid)
  order by m.id desc limit ${sql.lit(pageSize + 1)})`

const list = prepare<Values, Row>(
  (p) => sql<Row>`
    select r.id, r.reference, r.requester_id as "requesterId", r.beneficiary_id as "beneficiaryId", r.status, r.stage,
      r.version, r.account_name as "accountName", r.submitted_at as "submittedAt", r.due_at as "dueAt",
      r.settled_at as "settledAt", r.last_reminded_at as "lastRemindedAt",
      r.last_reminded_by_hand_at as "lastRemindedByHandAt", r.reminders_by_hand as "remindersByHand",
      r.ask_scope as "askScope", r.ask_virtual_account_ids as "askVirtualAccountIds", r.ask_named as "askNamed",
      r.ask_role as "askRole", ${askedOwnRole} as "askOwnRole", r.ask_ends_at as "askEndsAt", a.identifier, ${patienceColumns},
      ${deciders()} as deciders, ${placeNames} as "placeNames"
    from (
      ${pageOf(p, sql`m.requester_id = ${p.person}::uuid`)}
      union all
      ${pageOf(p, sql`m.beneficiary_id = ${p.person}::uuid and m.requester_id <> ${p.person}::uuid`)}
    ) r join accounts a on a.id = r.account_id
    order by r.id desc limit ${sql.lit(pageSize + 1)}`,
)

const count = prepare<{ person: string }, Counts & { accounts: readonly AskedAccount[] }>(
  (p) => sql<Counts & { accounts: readonly AskedAccount[] }>`
    select count(*) as "all", count(*) filter (where ${open}) as open,
      count(*) filter (where r.status = 'APPROVED') as approved,
      count(*) filter (where r.status = 'DECLINED') as declined, ${askedAccounts(p.person)} as accounts
    from access_requests r where r.requester_id = ${p.person}::uuid or r.beneficiary_id = ${p.person}::uuid`,
)

const statusesOf: { readonly [Name in Filter]: readonly string[] } = {
  all: ['PENDING', 'INFO_REQUESTED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED'],
  open: ['PENDING', 'INFO_REQUESTED'],
  approved: ['APPROVED'],
  declined: ['DECLINED'],
}

/** A person's requests, fifty at a time, and how many there are of each kind. */
export async function myRequests(
  db: Database,
  person: PersonId,
  shown: { readonly filter: Filter; readonly after: string | undefined },
): Promise<MyRequests> {
  const [page, [counts]] = await Promise.all([pageOfMine(db, person, shown), count(db, { person })])
  const { accounts = [], ...counted } = counts ?? { all: 0, open: 0, approved: 0, declined: 0 }
  return { ...page, counts: counted, accounts }
}

/** The page of them alone, where nobody reads how many there are. */
export async function pageOfMine(
  db: Database,
  person: PersonId,
  { filter, after = null }: { readonly filter: Filter; readonly after: string | null | undefined },
): Promise<Pick<MyRequests, 'requests' | 'next'>> {
  const rows = await list(db, { person, statuses: statusesOf[filter], after })
  const requests = rows.slice(0, pageSize).map(listedOf)
  return { requests, next: rows.length > pageSize ? requests.at(-1)?.id : undefined }
}

/** The newest of a person's open requests. */
export async function openRequestsOf(db: Database, person: PersonId): Promise<ListedRequest[]> {
  return (await list(db, { person, statuses: statusesOf.open, after: null })).map(listedOf)
}

function listedOf(row: Row): ListedRequest {
  const { askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt, placeNames, ...others } =
    row
  const { ownPatience, installationPatience, ...listed } = others
  const ask = askOf({ askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt })
  const patience = patienceFrom({ ownPatience, installationPatience })
  return { ...listed, ask, patience, placeNames: placeNames ?? {} }
}

const byReference = prepare<{ reference: string; person: string; seesAll: boolean }, { id: string }>(
  (p) => sql<{ id: string }>`
    select r.id from access_requests r
    where r.reference = ${p.reference} and ${visibleTo(p)}
    order by r.id desc limit 1`,
)

/** The id of the request with this reference, when the viewer may see it. */
export async function idOf(db: Database, viewer: Sight, reference: Reference): Promise<string | undefined> {
  const [row] = await byReference(db, { reference, ...sightOf(viewer) })
  return row?.id
}
