import { type RawBuilder, sql } from 'kysely'
import type { AccountId, PersonId, RequestId } from '../../kernel/id.ts'
import { accountsDecidedBy, administersAsked, mayBeDecidedBy } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import { type RequestRow, requestOf, type StoredRequest } from '../requests.row.ts'
import { requestColumns, requestSource } from '../requests.store.ts'

/** One row of the queue: a request, with what tells it apart at a glance. */
export type InboxRow = StoredRequest & {
  /** The requester's confirmed address lies in a domain that the account has proved. */
  readonly ofTheHouse: boolean
  /** One administrator has approved, another must. */
  readonly halfDecided: boolean
  /** Who says that they are looking at it. */
  readonly claim: { readonly name: string; readonly isMine: boolean } | null
  /** The names of the asked virtual accounts, by their ids. */
  readonly places: Readonly<Record<string, string>>
  /** The viewer may decide it now. */
  readonly decidable: boolean
  readonly deciderName: string | null
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
type Row = RequestRow & Omit<InboxRow, keyof StoredRequest>

const shown = (person: RawBuilder<unknown>, key: RawBuilder<unknown>) => sql`
  ${requestColumns}, ${key}::text as key,
  p.verified_at is not null and split_part(p.address, '@', 2) = any(a.verified_domains) as "ofTheHouse",
  exists (select from decisions half where half.account_id = r.account_id and half.request_id = r.id
    and not half.final and half.request_version = r.version) as "halfDecided",
  (select json_build_object('isMine', k.person_id = ${person}::uuid, 'name',
      coalesce(nullif(trim(coalesce(nullif(by.preferred_first_name, ''), by.first_name) || ' ' || by.last_name), ''), by.address))
    from request_claims k join people by on by.id = k.person_id and by.status = 'ACTIVE'
    where k.account_id = r.account_id and k.request_id = r.id and k.until > (select app_now())) as claim,
  coalesce((select json_object_agg(v.id, v.name) from virtual_accounts v
    where v.account_id = r.account_id and v.id = any(r.ask_virtual_account_ids)), '{}') as places,
  ${mayBeDecidedBy(person)} as decidable,
  (select coalesce(nullif(trim(coalesce(nullif(by.preferred_first_name, ''), by.first_name) || ' ' || by.last_name), ''), by.address)
    from people by where by.id = d.decided_by) as "deciderName"`

// The accounts first, from the viewer's grants; then each one's open requests by its own index.
const accounts = (p: Record<'person' | 'account' | 'seesAll', RawBuilder<unknown>>) => sql`(
  select mine.account_id from ${accountsDecidedBy(p.person)} mine
  where ${p.account}::uuid is null or mine.account_id = ${p.account}::uuid
  union
  select ${p.account}::uuid where ${p.seesAll}::boolean and ${p.account}::uuid is not null
)`

const pendingBy = {
  due: prepare<Values, Row>((p) => pending(p, sql`r.due_at`)),
  sent: prepare<Values, Row>((p) => pending(p, sql`r.submitted_at`)),
}

function pending(p: { [Name in keyof Values]: RawBuilder<unknown> }, key: RawBuilder<unknown>) {
  // First the keys of one page, then its rows: what waits may be much more than is shown.
  return sql<Row>`
    select ${shown(p.person, key)}
    from (
      select r.account_id, r.id, ${key} as key
      from ${accounts(p)} mine
      join access_requests r on r.account_id = mine.account_id
      where r.status in ('PENDING', 'INFO_REQUESTED')
        and (${p.seesAll}::boolean or (${mayBeDecidedBy(p.person)}))
        and (${p.afterAt}::timestamptz is null or (${key}, r.id) > (${p.afterAt}::timestamptz, ${p.afterId}::uuid))
      order by ${key}, r.id limit ${p.limit}::int
    ) page
    join ${requestSource} on r.account_id = page.account_id and r.id = page.id
    join people p on p.id = r.requester_id
    order by page.key, page.id`
}

const settled = prepare<Values, Row>(
  (p) => sql<Row>`
    select ${shown(p.person, sql`r.settled_at`)}
    from ${accounts(p)} mine
    join ${requestSource} on r.account_id = mine.account_id
    join people p on p.id = r.requester_id
    where r.status not in ('PENDING', 'INFO_REQUESTED')
      and (${p.seesAll}::boolean or ${administersAsked(p.person)})
      and (${p.afterAt}::timestamptz is null or (r.settled_at, r.id) < (${p.afterAt}::timestamptz, ${p.afterId}::uuid))
    order by r.settled_at desc, r.id desc limit ${p.limit}::int`,
)

const chosen = prepare<{ person: string; ids: readonly string[] }, Row>(
  (p) => sql<Row>`
    select ${shown(p.person, sql`r.due_at`)}
    from ${requestSource} join people p on p.id = r.requester_id
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

function rowOf({
  ofTheHouse,
  halfDecided,
  claim,
  places,
  decidable,
  deciderName,
  key,
  ...row
}: Row): InboxRow {
  return { ...requestOf(row), ofTheHouse, halfDecided, claim, places, decidable, deciderName, key }
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
