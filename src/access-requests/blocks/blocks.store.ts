import { sql } from 'kysely'
import type { AccountId, Id, PersonId, RequestId } from '../../kernel/id.ts'
import { grantIsActive } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

export type BlockId = Id<'block'>

type NameParts = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

/** Somebody from whom the account takes no request. */
export type StandingBlock = {
  readonly id: BlockId
  readonly personId: PersonId
  readonly person: NameParts
  readonly by: NameParts
  readonly reason: string
  readonly blockedAt: Date
  /** Null: for ever. */
  readonly until: Date | null
  /** The request that was declined with it. */
  readonly request: { readonly id: RequestId; readonly reference: string } | null
}

const parts = (table: 'p' | 'w') => {
  const of = (name: string) => sql.ref(`${table}.${name}`)
  return sql`json_build_object('firstName', ${of('first_name')}, 'lastName', ${of('last_name')},
    'preferredFirstName', ${of('preferred_first_name')}, 'address', ${of('address')})`
}

const standing = prepare<{ account: string; after: string | null; limit: number }, StandingBlock>(
  (v) => sql<StandingBlock>`
    select b.id, b.person_id as "personId", ${parts('p')} as person, ${parts('w')} as by, b.reason,
      b.blocked_at as "blockedAt", case when isfinite(b.blocked_until) then b.blocked_until end as until,
      case when r.id is not null then json_build_object('id', r.id, 'reference', r.reference) end as request
    from blocks b
    join people p on p.id = b.person_id and p.status <> 'ERASED'
    join people w on w.id = b.blocked_by
    left join access_requests r on r.account_id = b.account_id and r.id = b.request_id
    where b.account_id = ${v.account}::uuid and b.lifted_at is null and b.blocked_until > (select app_now())
      and (${v.after}::uuid is null or b.id < ${v.after}::uuid)
    order by b.id desc limit ${v.limit}::int`,
)

/** Those from whom the account takes no request now, the last first. */
export function standingBlocks(
  db: Database,
  accountId: AccountId,
  part: { readonly after: string | null; readonly limit: number },
): Promise<StandingBlock[]> {
  return standing(db, { account: accountId, ...part })
}

type Known = { id: PersonId; blocked: boolean }
const known = prepare<{ account: string; address: string }, Known>(
  (v) => sql<Known>`
    select p.id, exists (
      select from blocks b where b.account_id = ${v.account}::uuid and b.person_id = p.id and b.lifted_at is null
        and b.blocked_until > (select app_now())) as blocked
    from people p
    where p.address = ${v.address} and p.status = 'ACTIVE' and (
      exists (select from access_requests r where r.beneficiary_id = p.id and r.account_id = ${v.account}::uuid)
      or exists (select from grants g where g.person_id = p.id and g.account_id = ${v.account}::uuid and ${grantIsActive}))
    for no key update of p`,
)

/** Somebody who has asked this account, or holds something in it, held against being blocked twice. */
export async function holdKnown(tx: Tx, accountId: AccountId, address: string): Promise<Known | undefined> {
  return (await known(tx, { account: accountId, address: address.trim().toLowerCase() }))[0]
}

/** A block as it is written. */
export type NewBlock = {
  readonly account: AccountId
  readonly id: BlockId
  readonly person: PersonId
  readonly by: PersonId
  readonly reason: string
  /** Null: for ever. */
  readonly until: Date | null
}

const insert = prepare<NewBlock, never>(
  (v) => sql<never>`
    insert into blocks (account_id, id, person_id, reason, blocked_by, blocked_at, blocked_until)
    values (${v.account}::uuid, ${v.id}::uuid, ${v.person}::uuid, ${v.reason}, ${v.by}::uuid, app_now(),
      coalesce(${v.until}::timestamptz, 'infinity'))`,
)

/** Writes a block. */
export async function insertBlock(tx: Tx, block: NewBlock): Promise<void> {
  await insert(tx, block)
}

const lift = prepare<{ account: string; id: string; by: string }, { person: PersonId }>(
  (v) => sql<{ person: PersonId }>`
    update blocks set lifted_at = app_now(), lifted_by = ${v.by}::uuid
    where account_id = ${v.account}::uuid and id = ${v.id}::uuid and lifted_at is null and blocked_until > app_now()
    returning person_id as person`,
)

/** Ends a block that stands; gives whose it was. */
export async function endBlock(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: BlockId; readonly by: PersonId },
): Promise<PersonId | undefined> {
  return (await lift(tx, { account: which.accountId, id: which.id, by: which.by }))[0]?.person
}
