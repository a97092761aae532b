import { sql } from 'kysely'
import type { Role } from '../../accounts/domain/roles.ts'
import type { AccountId, Id, PersonId, RequestId } from '../../kernel/id.ts'
import { holdPerson, nameOf, type Viewer } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { OnBehalf, OnBehalfStatus } from '../domain/on-behalf.ts'
import type { WishForm } from '../submit/wish.ts'

export type OnBehalfId = Id<'request-on-behalf'>

/** What somebody wishes for a colleague, as it is kept; of an account’s own roles none is named to them. */
export type KeptWish = Omit<WishForm, 'reason' | 'role'> & { readonly role: Role | null }

/** A request for a colleague, with the names its pages and mails need. */
export type StoredOnBehalf = OnBehalf & {
  readonly id: OnBehalfId
  readonly accountId: AccountId
  readonly identifier: string
  readonly accountName: string
  readonly timeZone: string
  /** Whoever may find the account sees its name. */
  readonly isListed: boolean
  readonly verifiedDomains: readonly string[]
  readonly askedByName: string
  readonly wish: KeptWish
  readonly reason: string
  readonly requestId: RequestId | null
  readonly askedAt: Date
  readonly settledAt: Date | null
  /** The account takes no request any more. */
  readonly isAccountClosed: boolean
  readonly now: Date
}

type Row = Omit<StoredOnBehalf, 'askedByName'> & { asker: Parameters<typeof nameOf>[0] }

const columns = sql`
  b.id, b.account_id as "accountId", a.identifier, b.account_name as "accountName", a.time_zone as "timeZone",
  a.visibility = 'LISTED' and a.status = 'ACTIVE' as "isListed", a.verified_domains as "verifiedDomains",
  coalesce(p.merged_into, b.asked_by) as "askedBy", b.address, b.status, b.wish, b.reason, b.request_id as "requestId",
  b.asked_at as "askedAt", b.lapses_at as "lapsesAt", b.settled_at as "settledAt",
  a.status = 'CLOSED' as "isAccountClosed", app_now() as now,
  json_build_object('firstName', p.first_name, 'lastName', p.last_name, 'preferredFirstName', p.preferred_first_name,
    'address', p.address) as asker`
const source = sql`requests_on_behalf b
  join accounts a on a.id = b.account_id join people p on p.id = b.asked_by`

const storedOf = ({ asker, ...row }: Row): StoredOnBehalf => ({ ...row, askedByName: nameOf(asker) })

const one = prepare<{ id: string }, Row>(
  (p) => sql<Row>`select ${columns} from ${source} where b.id = ${p.id}::uuid`,
)

/** One, whoever looks; ask the policy who may. */
export async function findOnBehalf(db: Database | Tx, id: string): Promise<StoredOnBehalf | undefined> {
  const [row] = await one(db, { id })
  return row && storedOf(row)
}

const lock = prepare<{ id: string }, never>(
  (p) => sql<never>`select from requests_on_behalf where id = ${p.id}::uuid for update`,
)

/** The same, locked until the transaction ends. */
export async function lockOnBehalf(tx: Tx, id: string): Promise<StoredOnBehalf | undefined> {
  await lock(tx, { id })
  return findOnBehalf(tx, id)
}

/** Which of those that wait: of an account, or by or for a person. */
export type WhichWait =
  | { readonly account: AccountId; readonly person?: never }
  | { readonly person: PersonId; readonly account?: never }

const hold = prepare<{ account: string | null; person: string | null }, { id: string }>(
  (p) => sql<{ id: string }>`
    select b.id from requests_on_behalf b
    where b.status = 'WAITING' and (b.account_id = ${p.account}::uuid or b.asked_by in (
        select i.id from people i where i.id = ${p.person}::uuid or i.merged_into = ${p.person}::uuid)
      or b.address = (select o.address from people o where o.id = ${p.person}::uuid))
    order by b.id for update`,
)

/** Locks them, in one order. */
export async function lockWaiting(tx: Tx, { account, person }: WhichWait): Promise<StoredOnBehalf[]> {
  const held = await hold(tx, { account: account ?? null, person: person ?? null })
  const found: StoredOnBehalf[] = []
  for (const { id } of held) {
    const one = await findOnBehalf(tx, id)
    if (one?.status === 'WAITING') found.push(one)
  }
  return found
}

const readdress = prepare<{ account: string; id: string; to: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    update requests_on_behalf b set address = o.address
    from people o
    where b.account_id = ${p.account}::uuid and b.id = ${p.id}::uuid and o.id = ${p.to}::uuid and b.asked_by <> o.id
      and not exists (select from requests_on_behalf t where t.account_id = b.account_id and t.asked_by = b.asked_by
        and t.address = o.address and t.status = 'WAITING')
    returning b.id`,
)

/** Lets somebody confirm it under their other address; false where they asked it themselves, or it waits there already. */
export async function giveAddress(tx: Tx, one: StoredOnBehalf, to: PersonId): Promise<boolean> {
  return (await readdress(tx, { account: one.accountId, id: one.id, to })).length === 1
}

type Listing = { person: string; address: string; after: string | null; most: number }

const list = prepare<Listing, Row>(
  (p) => sql<Row>`
    select ${columns} from ${source}
    where b.id in (
      (select m.id from requests_on_behalf m
        where m.asked_by in (select i.id from people i where i.id = ${p.person}::uuid or i.merged_into = ${p.person}::uuid)
        and (${p.after}::uuid is null or m.id < ${p.after}::uuid) order by m.id desc limit ${p.most}::int)
      union all
      (select m.id from requests_on_behalf m where m.address = ${p.address}
        and (${p.after}::uuid is null or m.id < ${p.after}::uuid) order by m.id desc limit ${p.most}::int))
    order by b.id desc limit ${p.most}::int`,
)

/** Those that somebody asked, and those that were asked for them; the newest first. */
export async function listOnBehalf(
  db: Database,
  viewer: Pick<Viewer, 'personId' | 'address' | 'verified'>,
  page: { readonly after: string | null; readonly most: number },
): Promise<StoredOnBehalf[]> {
  const address = viewer.verified ? viewer.address : ''
  return (await list(db, { person: viewer.personId, address, ...page })).map(storedOf)
}

/** What the policy asks about whoever asks, and the account they found. */
export type Asker = {
  readonly now: Date
  readonly account: { readonly id: AccountId; readonly name: string } | null
  readonly waiting: number
  readonly today: number
  /** One of theirs for the same colleague and account that still waits. */
  readonly same: OnBehalfId | null
}

const facts = prepare<{ person: string; identifier: string; colleague: string }, Asker>(
  (p) => sql<Asker>`
    select app_now() as now,
      (select json_build_object('id', a.id, 'name', a.name) from accounts a
        join look_ups l on l.identifier = a.identifier and l.person_id = ${p.person}::uuid and l.hit
        where a.identifier = ${p.identifier} and a.status = 'ACTIVE') as account,
      (select count(*)::int from requests_on_behalf b where b.asked_by = ${p.person}::uuid and b.status = 'WAITING'
        and b.lapses_at > app_now()) as waiting,
      (select count(*)::int from requests_on_behalf b where b.asked_by = ${p.person}::uuid
        and b.asked_at > app_now() - interval '1 day') as today,
      (select b.id from requests_on_behalf b join accounts a on a.id = b.account_id
        where b.asked_by = ${p.person}::uuid and b.address = ${p.colleague} and a.identifier = ${p.identifier}
          and b.status = 'WAITING' and b.lapses_at > app_now()) as same`,
)

/** Reads it, and lets whoever asks at the same time in the same name wait, so that they are counted right. */
export async function holdAsker(
  tx: Tx,
  asked: { readonly person: PersonId; readonly identifier: string; readonly colleague: string },
): Promise<Asker> {
  await holdPerson(tx, asked.person)
  const [row] = await facts(tx, { ...asked })
  if (!row) throw new Error('An asker gave no row')
  return row
}

type New = {
  readonly accountId: AccountId
  readonly id: OnBehalfId
  readonly askedBy: PersonId
  readonly address: string
  readonly accountName: string
  readonly wish: KeptWish
  readonly reason: string
  readonly lapsesAt: Date
}

const lapseOld = prepare<{ account: string; by: string; address: string }, never>(
  (p) => sql<never>`
    update requests_on_behalf set status = 'LAPSED', settled_at = app_now()
    where account_id = ${p.account}::uuid and asked_by = ${p.by}::uuid and address = ${p.address}
      and status = 'WAITING' and lapses_at <= app_now()`,
)

/** Writes one; an older one for the same that has lapsed makes room. */
export async function insertOnBehalf(tx: Tx, one: New): Promise<void> {
  await lapseOld(tx, { account: one.accountId, by: one.askedBy, address: one.address })
  await tx
    .insertInto('requests_on_behalf')
    .values({
      account_id: one.accountId,
      id: one.id,
      asked_by: one.askedBy,
      address: one.address,
      account_name: one.accountName,
      wish: JSON.stringify(one.wish),
      reason: one.reason,
      lapses_at: one.lapsesAt,
    })
    .execute()
}

/** Settles one that waits. */
export async function settleOnBehalf(
  tx: Tx,
  { accountId, id }: Pick<StoredOnBehalf, 'accountId' | 'id'>,
  settled: {
    readonly status: Exclude<OnBehalfStatus, 'WAITING'>
    readonly at: Date
    readonly beneficiary?: PersonId
    readonly request?: RequestId
  },
): Promise<void> {
  await tx
    .updateTable('requests_on_behalf')
    .set({
      status: settled.status,
      settled_at: settled.at,
      beneficiary_id: settled.beneficiary ?? null,
      request_id: settled.request ?? null,
    })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where('status', '=', 'WAITING')
    .execute()
}
