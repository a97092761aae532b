import { type RawBuilder, sql } from 'kysely'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { accountsDecidedBy, administersAsked, askedOwnRole, mayBeDecidedBy } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { type AskRow, askOf, type StoredRequest } from '../requests.row.ts'
import { stillAdministers } from '../requests.store.ts'

/** What the queue shows of a request itself. */
type Listed = Pick<
  StoredRequest,
  | 'id'
  | 'version'
  | 'status'
  | 'ask'
  | 'profile'
  | 'accountName'
  | 'identifier'
  | 'submittedAt'
  | 'dueAt'
  | 'settledAt'
>

/** One row of the queue: a request, with what tells it apart at a glance. */
export type InboxRow = Listed & {
  /** The requester's confirmed address lies in a domain that the account has proved. */
  readonly ofTheHouse: boolean
  /** One administrator has approved, another must. */
  readonly halfDecided: boolean
  /** Who says that they are looking at it. */
  readonly claim: { readonly name: string; readonly isMine: boolean; readonly at: string } | null
  /** The names of the asked virtual accounts, by their ids. */
  readonly places: Readonly<Record<string, string>>
  /** The viewer may decide it now. */
  readonly decidable: boolean
  readonly deciderName: string | null
  /** A rule has decided it. */
  readonly byRule?: boolean
  /** Where a page that ends with this row goes on; as precise as the database. */
  readonly key: string
}

/** What a list is narrowed to, and the keys of the last row of the page before. */
export type InboxFilter = {
  readonly person: PersonId
  /** One account, or null for all that one decides for. */
  readonly account: AccountId | null
  /** Somebody of the office, who sees one account without administering it. */
  readonly seesAll: boolean
  readonly after: readonly [at: string, id: string] | null
  readonly limit: number
}

type Values = {
  person: string
  account: string | null
  seesAll: boolean
  afterAt: string | null
  afterId: string | null
  limit: number
}
type Params = { [Name in keyof Values]: RawBuilder<unknown> }
type Row = Omit<InboxRow, 'ask' | 'places'> & AskRow & { places: InboxRow['places'] | null }

/** SQL: the name of the person `by`. */
const nameOfThem = sql`coalesce(
  nullif(trim(coalesce(nullif(by.preferred_first_name, ''), by.first_name) || ' ' || by.last_name), ''), by.address)`

/** SQL: a row of a request `r`, its account `a` and its requester `p`, but for what only one of the lists shows. */
const shown = (key: RawBuilder<unknown>) => sql`
  r.id, r.version, r.status, r.profile, r.account_name as "accountName", r.submitted_at as "submittedAt",
  r.due_at as "dueAt", r.settled_at as "settledAt", r.ask_scope as "askScope",
  r.ask_virtual_account_ids as "askVirtualAccountIds", r.ask_named as "askNamed", r.ask_role as "askRole",
  ${askedOwnRole} as "askOwnRole", r.ask_ends_at as "askEndsAt", a.identifier, ${key}::text as key,
  p.verified_at is not null and split_part(p.address, '@', 2) = any(a.verified_domains) as "ofTheHouse",
  case when r.ask_scope = 'VIRTUAL' then (
    select json_object_agg(v.id, v.name) from virtual_accounts v
    where v.account_id = r.account_id and v.id = any(r.ask_virtual_account_ids)) end as places`

/** SQL: the same of a request that waits. */
const shownWaiting = (
  person: RawBuilder<unknown>,
  decidable: RawBuilder<boolean>,
  key: RawBuilder<unknown>,
) => sql`
  ${shown(key)}, ${decidable} as decidable, null as "deciderName",
  exists (select from decisions half where half.account_id = r.account_id and half.request_id = r.id
    and not half.final and half.request_version = r.version and ${stillAdministers('half')}) as "halfDecided",
  (select json_build_object('at', k.claimed_at, 'isMine', k.person_id = ${person}::uuid, 'name', ${nameOfThem})
    from request_claims k join people by on by.id = k.person_id and by.status = 'ACTIVE'
    where k.account_id = r.account_id and k.request_id = r.id and k.until > (select app_now())) as claim`

// The accounts, from the viewer's grants.
const accounts = (p: Record<'person' | 'account' | 'seesAll', RawBuilder<unknown>>) => sql`(
  select mine.account_id from ${accountsDecidedBy(p.person)} mine
  where ${p.account}::uuid is null or mine.account_id = ${p.account}::uuid
  union
  select ${p.account}::uuid where ${p.seesAll}::boolean and ${p.account}::uuid is not null
)`

// The rows of one page, then what else they show: no more of each account than the page, by its own index.
const firstOfEach = (p: Params, where: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql`(
      select r.*
      from ${accounts(p)} mine
      cross join lateral (
        select r.* from access_requests r
        where r.account_id = mine.account_id and ${where}
        order by ${order} limit ${p.limit}::int
      ) r
      order by ${order} limit ${p.limit}::int
    )`

// Where the first page begins; without an "or", so that a later one begins in the index, too.
const lowest = sql`'00000000-0000-0000-0000-000000000000'::uuid`
const highest = sql`'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid`

const pendingBy = {
  due: prepare<Values, Row>((p) => pending(p, sql`r.due_at`)),
  sent: prepare<Values, Row>((p) => pending(p, sql`r.submitted_at`)),
}

function pending(p: Params, key: RawBuilder<unknown>) {
  const decidable = sql<boolean>`(not ${p.seesAll}::boolean or ${mayBeDecidedBy(p.person)})`
  return sql<Row>`
    select ${shownWaiting(p.person, decidable, key)}
    from ${firstOfEach(
      p,
      sql`r.status in ('PENDING', 'INFO_REQUESTED') and (${p.seesAll}::boolean or (${mayBeDecidedBy(p.person)}))
        and (${key}, r.id) > (coalesce(${p.afterAt}::timestamptz, '-infinity'), coalesce(${p.afterId}::uuid, ${lowest}))`,
      sql`${key}, r.id`,
    )} r
    join accounts a on a.id = r.account_id
    join people p on p.id = r.requester_id
    order by ${key}, r.id`
}

const settled = prepare<Values, Row>(
  (p) => sql<Row>`
    select ${shown(sql`r.settled_at`)}, false as decidable, false as "halfDecided", null as claim,
      (select ${nameOfThem} from decisions d join people by on by.id = d.decided_by
        where d.account_id = r.account_id and d.request_id = r.id and d.final) as "deciderName",
      exists (select from decisions d
        where d.account_id = r.account_id and d.request_id = r.id and d.rule_id is not null) as "byRule"
    from ${firstOfEach(
      p,
      sql`r.status not in ('PENDING', 'INFO_REQUESTED') and (${p.seesAll}::boolean or ${administersAsked(p.person)})
        and (r.settled_at, r.id) < (coalesce(${p.afterAt}::timestamptz, 'infinity'), coalesce(${p.afterId}::uuid, ${highest}))`,
      sql`r.settled_at desc, r.id desc`,
    )} r
    join accounts a on a.id = r.account_id
    join people p on p.id = r.requester_id
    order by r.settled_at desc, r.id desc`,
)

const chosen = prepare<{ person: string; ids: readonly string[] }, Row>(
  (p) => sql<Row>`
    select ${shownWaiting(p.person, sql<boolean>`true`, sql`r.due_at`)}
    from access_requests r join accounts a on a.id = r.account_id join people p on p.id = r.requester_id
    where r.id = any(${p.ids}::uuid[]) and (${mayBeDecidedBy(p.person)})
    order by r.due_at, r.id`,
)

/** Those of these requests that the viewer may decide now. */
export async function chosenRequests(
  db: Database,
  person: PersonId,
  ids: readonly RequestId[],
): Promise<InboxRow[]> {
  return (await chosen(db, { person, ids })).map(rowOf)
}

/** How the queue is ordered: what is due first, or what was sent first. */
export type InboxOrder = keyof typeof pendingBy

/** Requests that wait for this viewer; of one account also those that wait for others, for who may see all. */
export async function pendingRequests(
  db: Database,
  filter: InboxFilter,
  order: InboxOrder,
): Promise<InboxRow[]> {
  return (await pendingBy[order](db, valuesOf(filter))).map(rowOf)
}

/** Requests that are settled, the last one first. */
export async function settledRequests(db: Database, filter: InboxFilter): Promise<InboxRow[]> {
  return (await settled(db, valuesOf(filter))).map(rowOf)
}

function valuesOf({ person, account, seesAll, after, limit }: InboxFilter): Values {
  return { person, account, seesAll, afterAt: after?.[0] ?? null, afterId: after?.[1] ?? null, limit }
}

function rowOf(row: Row): InboxRow {
  const { askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt, places, ...listed } = row
  const ask = askOf({ askScope, askVirtualAccountIds, askNamed, askRole, askOwnRole, askEndsAt })
  return { ...listed, ask, places: places ?? {} }
}

/** An account that one decides for, as a filter shows it. */
export type DecidedAccount = { readonly id: AccountId; readonly identifier: string; readonly name: string }

const decided = prepare<{ person: string }, DecidedAccount>(
  (p) => sql<DecidedAccount>`
    select a.id, a.identifier, a.name from ${accountsDecidedBy(p.person)} mine
    join accounts a on a.id = mine.account_id order by lower(a.name), a.identifier limit 200`,
)

/** The accounts that somebody decides for. */
export function decidedAccounts(db: Database, person: PersonId): Promise<DecidedAccount[]> {
  return decided(db, { person })
}
