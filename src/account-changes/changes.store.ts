import { sql } from 'kysely'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { grantIsActive } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { Change, Changeable, ChangeId, ChangeKind } from './domain/change.ts'

/** A change as it is kept, with who had to do with it. */
export type StoredChange = Change & {
  readonly kind: ChangeKind
  readonly what: Readonly<Record<string, string>>
  readonly reason: string
  readonly askedAt: Date
  readonly firstAt: Date | null
  readonly secondBy: PersonId | null
  readonly settledBy: PersonId | null
  readonly outcome: 'DONE' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED' | null
  readonly answer: string
  readonly names: { readonly asked: string; readonly first: string; readonly settled: string }
}

const nameOf = (alias: 'ask' | 'one' | 'end') =>
  sql`coalesce(nullif(trim(coalesce(nullif(${sql.ref(`${alias}.preferred_first_name`)}, ''), ${sql.ref(`${alias}.first_name`)})
    || ' ' || ${sql.ref(`${alias}.last_name`)}), ''), case when ${sql.ref(`${alias}.status`)} <> 'ERASED' then ${sql.ref(`${alias}.address`)} end, '')`

const columns = sql`
  x.id, x.account_id as "accountId", x.kind, x.what, x.reason, x.asked_by as "askedBy", x.asked_at as "askedAt",
  x.lapses_at as "lapsesAt", x.first_by as "firstBy", x.first_at as "firstAt", x.second_by as "secondBy",
  x.settled_at as "settledAt", x.settled_by as "settledBy", x.outcome, x.answer, x.version,
  coalesce(one.status = 'ACTIVE' and (one.is_support or one.is_operator), false) as "firstStands",
  json_build_object('asked', ${nameOf('ask')}, 'first', ${nameOf('one')}, 'settled', ${nameOf('end')}) as names`
const source = sql`
  account_changes x join people ask on ask.id = x.asked_by left join people one on one.id = x.first_by
  left join people "end" on "end".id = x.settled_by`

type Key = { account: string; id: string }

const byId = prepare<Key, StoredChange>(
  (p) => sql<StoredChange>`
    select ${columns} from ${source} where x.account_id = ${p.account}::uuid and x.id = ${p.id}::uuid`,
)
const lockById = prepare<Key, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from account_changes where account_id = ${p.account}::uuid and id = ${p.id}::uuid for update`,
)

/** One change of an account, open or settled. */
export async function findChange(
  db: Database | Tx,
  which: { readonly accountId: AccountId; readonly id: string },
): Promise<StoredChange | undefined> {
  return (await byId(db, { account: which.accountId, id: which.id }))[0]
}

/** The same, locked until the transaction ends. */
export async function lockChange(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: string },
): Promise<StoredChange | undefined> {
  await lockById(tx, { account: which.accountId, id: which.id })
  return findChange(tx, which)
}

const ofAccount = prepare<{ account: string; most: number }, StoredChange>(
  (p) => sql<StoredChange>`
    select ${columns} from ${source} where x.account_id = ${p.account}::uuid
    order by x.id desc limit ${p.most}::int`,
)

/** What was asked of an account, newest first. */
export function changesOf(db: Database, accountId: AccountId, most: number): Promise<StoredChange[]> {
  return ofAccount(db, { account: accountId, most })
}

/** A change that waits, with its account. */
export type OpenChange = StoredChange & { readonly accountName: string; readonly identifier: string }

const open = prepare<{ after: string | null; most: number }, OpenChange>(
  (p) => sql<OpenChange>`
    select ${columns}, a.name as "accountName", a.identifier
    from ${source} join accounts a on a.id = x.account_id
    where x.settled_at is null and x.lapses_at > (select app_now())
      and (${p.after}::uuid is null or x.id > ${p.after}::uuid)
    order by x.asked_at, x.id limit ${p.most}::int`,
)

/** The changes of all accounts that wait for somebody, the oldest first. */
export function openChanges(db: Database, after: string | null, most: number): Promise<OpenChange[]> {
  return open(db, { after, most })
}

/** A change that is asked now. */
export type NewChange = {
  readonly id: ChangeId
  readonly accountId: AccountId
  readonly kind: ChangeKind
  readonly what: Readonly<Record<string, string>>
  readonly reason: string
  readonly by: PersonId
  /** Who asks counts as the first of the two. */
  readonly isFirst: boolean
  readonly now: Date
  readonly lapsesAt: Date
  /** It is done at once, by one. */
  readonly isDone: boolean
}

type NewRow = Omit<NewChange, 'accountId' | 'what'> & { account: string; what: string }

const insert = prepare<NewRow, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into account_changes (account_id, id, kind, what, reason, asked_by, asked_at, lapses_at, first_by, first_at,
      settled_at, settled_by, outcome)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.kind}, ${p.what}::jsonb, ${p.reason}, ${p.by}::uuid,
      ${p.now}::timestamptz, ${p.lapsesAt}::timestamptz, case when ${p.isFirst}::boolean then ${p.by}::uuid end,
      case when ${p.isFirst}::boolean then ${p.now}::timestamptz end,
      case when ${p.isDone}::boolean then app_now() end, case when ${p.isDone}::boolean then ${p.by}::uuid end,
      case when ${p.isDone}::boolean then 'DONE' end)
    on conflict do nothing returning id`,
)

/** Writes what is asked; false when something else waits for this account. */
export async function insertChange(tx: Tx, change: NewChange): Promise<boolean> {
  const { accountId, what, ...rest } = change
  return (await insert(tx, { ...rest, account: accountId, what: JSON.stringify(what) })).length === 1
}

const agreeFirst = prepare<Key & { by: string }, never>(
  (p) => sql<never>`
    update account_changes set first_by = ${p.by}::uuid, first_at = app_now(), version = version + 1
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and settled_at is null`,
)

/** Writes who is the first of the two. */
export async function writeFirst(tx: Tx, change: StoredChange, by: PersonId): Promise<void> {
  await agreeFirst(tx, { account: change.accountId, id: change.id, by })
}

type End = { by: string | null; outcome: string; second: string | null; answer: string }

const end = prepare<Key & End, never>(
  (p) => sql<never>`
    update account_changes set settled_at = app_now(), settled_by = ${p.by}::uuid, outcome = ${p.outcome},
      second_by = ${p.second}::uuid, answer = ${p.answer}, version = version + 1
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and settled_at is null`,
)

/** Ends what was asked: done by a second person, refused, taken back or lapsed. */
export async function settleChange(
  tx: Tx,
  change: Pick<StoredChange, 'accountId' | 'id'>,
  how: {
    readonly outcome: NonNullable<StoredChange['outcome']>
    readonly by: PersonId | null
    readonly answer?: string
  },
): Promise<void> {
  const { outcome, by, answer = '' } = how
  const second = outcome === 'DONE' ? by : null
  await end(tx, { account: change.accountId, id: change.id, outcome, by, second, answer })
}

type Facts = Changeable & { readonly now: Date; readonly name: string }

const lockAccounts = prepare<{ ids: readonly string[] }, Facts>(
  (p) => sql<Facts>`
    select a.id, a.identifier, a.name, a.type, a.status, a.visibility, app_now() as now from accounts a
    where a.id = any(${p.ids}::uuid[]) order by a.id for update`,
)
const lockGrants = prepare<{ account: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    select id from grants where account_id = ${p.account}::uuid and revoked_at is null order by id for update`,
)

/**
 * Holds accounts so that nobody asks, decides or gives in them until the transaction ends. Everywhere requests are
 * locked before grants, and grants before accounts: hold an account's requests first, then this.
 */
export async function holdAccounts(tx: Tx, ids: readonly AccountId[]): Promise<Facts[]> {
  for (const account of ids) await lockGrants(tx, { account })
  return lockAccounts(tx, { ids })
}

const support = prepare<
  { person: string },
  { office: boolean; operator: boolean; ids: PersonId[]; now: Date }
>(
  (p) => sql<{ office: boolean; operator: boolean; ids: PersonId[]; now: Date }>`
    select p.is_support or p.is_operator as office, p.is_operator as operator, app_now() as now,
      array(select o.id from people o where o.merged_into = p.id) as ids
    from people p where p.id = ${p.person}::uuid and p.status = 'ACTIVE' for share of p`,
)

/** The office of somebody, held until the transaction ends, with their other identities. */
export async function holdOffice(tx: Tx, person: PersonId) {
  const [row] = await support(tx, { person })
  return row ?? { office: false, operator: false, ids: [] as PersonId[], now: new Date() }
}

const known = prepare<{ account: string; person: string }, { known: boolean }>(
  (p) => sql<{ known: boolean }>`
    select exists (
      select from accounts a, people q
      where a.id = ${p.account}::uuid and a.status = 'ACTIVE' and q.id = ${p.person}::uuid and (
        a.visibility = 'LISTED'
        or (q.verified_at is not null and split_part(q.address, '@', 2) = any(a.verified_domains))
        or exists (select from grants g where g.account_id = a.id and g.person_id = q.id and ${grantIsActive}))
    ) as known`,
)

/** Whether somebody would find this account without any office. */
export async function isKnownTo(db: Database | Tx, account: AccountId, person: PersonId): Promise<boolean> {
  return (await known(db, { account, person }))[0]?.known ?? false
}

const identities = prepare<{ person: string }, { id: PersonId }>(
  (p) => sql<{ id: PersonId }>`select id from people where merged_into = ${p.person}::uuid order by id`,
)

/** The other identities of somebody, which turned out to be theirs. */
export async function identitiesOf(db: Database | Tx, person: PersonId): Promise<PersonId[]> {
  return (await identities(db, { person })).map(({ id }) => id)
}
