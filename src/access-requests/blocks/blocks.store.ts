import { sql } from 'kysely'
import type { AccountId, Id, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { grantIsActive, takingHeld } from '../../people/index.ts'
import { type Database, type Placeholders, prepare, type Tx, withTimes } from '../../platform/db/index.ts'
import type { Typed } from '../../platform/http/index.ts'

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
  /** Where; null: in the whole account. */
  readonly virtualAccountIds: readonly VirtualAccountId[] | null
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

type Within = { readonly within: readonly string[] | null }

type Listed = Within & { readonly account: string; readonly after: string | null; readonly limit: number }

const standingAs = (v: Placeholders<Listed>) => sql<StandingBlock>`
    select b.id, b.person_id as "personId", ${parts('p')} as person, ${parts('w')} as by, b.reason,
      b.virtual_account_ids as "virtualAccountIds", b.blocked_at as "blockedAt", case when isfinite(b.blocked_until) then b.blocked_until end as until,
      case when r.id is not null then json_build_object('id', r.id, 'reference', r.reference) end as request
    from blocks b
    join people p on p.id = b.person_id and p.status <> 'ERASED'
    join people w on w.id = b.blocked_by
    left join access_requests r on r.account_id = b.account_id and r.id = b.request_id
    where b.account_id = ${v.account}::uuid and b.lifted_at is null and b.blocked_until > (select app_now())
      and (${v.within}::uuid[] is null or b.virtual_account_ids <@ ${v.within}::uuid[])
      and (${v.after}::uuid is null or b.id < ${v.after}::uuid)
    order by b.id desc limit ${v.limit}::int`
const standing = prepare<Listed, StandingBlock>(standingAs)

/** Those from whom the account, or a part of it, takes no request now, the last first; `within`: as seen from these virtual accounts. */
export function standingBlocks(
  db: Database,
  accountId: AccountId,
  part: Within & { readonly after: string | null; readonly limit: number },
): Promise<StandingBlock[]> {
  return standing(db, { account: accountId, ...part })
}

type Opened = { readonly blocks: readonly StandingBlock[]; readonly held: Typed | null }

const opened = prepare<Listed & { person: string; path: string }, Opened>(
  (v) => sql<Opened>`
    with taken as (${takingHeld(v)})
    select (select content from taken) as held, coalesce((select json_agg(s) from (${standingAs(v)}) s), '[]') as blocks`,
)

/** The same for the page at `path`, with what was typed there before its reader had to sign in again, given once. */
export async function openedBlocks(
  db: Database,
  accountId: AccountId,
  part: Omit<Listed, 'account'> & { readonly person: PersonId; readonly path: string },
): Promise<Opened> {
  const [found] = await opened(db, { account: accountId, ...part })
  const { blocks = [], held = null } = found ?? {}
  return { held, blocks: blocks.map((block) => withTimes(block, ['until'])) }
}

/** Somebody as far as blocking them asks. */
export type Known = { id: PersonId; blocked: boolean }
type Who = Within & { address: string; places: readonly string[] | null }
const known = prepare<Who & { account: string }, Known>(
  (v) => sql<Known>`
    select p.id, exists (
      select from blocks b where b.account_id = ${v.account}::uuid and b.person_id = p.id and b.lifted_at is null
        and b.blocked_until > (select app_now())
        and case when ${v.within}::uuid[] is null and b.virtual_account_ids is null then true
          else b.virtual_account_ids @> ${v.places}::uuid[] end) as blocked
    from people p
    where p.address = ${v.address} and p.status = 'ACTIVE' and (
      exists (select from access_requests r where r.beneficiary_id = p.id and r.account_id = ${v.account}::uuid
        and (${v.within}::uuid[] is null or r.ask_virtual_account_ids && ${v.within}::uuid[]))
      or exists (select from grants g where g.person_id = p.id and g.account_id = ${v.account}::uuid and ${grantIsActive}
        and (${v.within}::uuid[] is null or g.virtual_account_id = any(${v.within}::uuid[]))))
    for no key update of p`,
)

/**
 * Somebody who has asked this account, or holds something in it, held against being blocked twice; `within`: as known in
 * these virtual accounts. `blocked`: already, in all of these places or in the whole account.
 */
export async function holdKnown(tx: Tx, accountId: AccountId, who: Who): Promise<Known | undefined> {
  return (await known(tx, { ...who, account: accountId, address: who.address.trim().toLowerCase() }))[0]
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
  /** Null: in the whole account. */
  readonly places: readonly VirtualAccountId[] | null
}

const insert = prepare<NewBlock, never>(
  (v) => sql<never>`
    insert into blocks (account_id, id, person_id, reason, blocked_by, blocked_at, blocked_until, virtual_account_ids)
    values (${v.account}::uuid, ${v.id}::uuid, ${v.person}::uuid, ${v.reason}, ${v.by}::uuid, app_now(),
      coalesce(${v.until}::timestamptz, 'infinity'), ${v.places}::uuid[])`,
)

/** Writes a block. */
export async function insertBlock(tx: Tx, block: NewBlock): Promise<void> {
  await insert(tx, block)
}

type Lifted = { readonly person: PersonId; readonly places: readonly VirtualAccountId[] | null }
const lift = prepare<Within & { account: string; id: string; by: string }, Lifted>(
  (v) => sql<Lifted>`
    update blocks set lifted_at = app_now(), lifted_by = ${v.by}::uuid
    where account_id = ${v.account}::uuid and id = ${v.id}::uuid and lifted_at is null and blocked_until > app_now()
      and (${v.within}::uuid[] is null or virtual_account_ids <@ ${v.within}::uuid[])
    returning person_id as person, virtual_account_ids as places`,
)

/** Ends a block that stands; gives whose it was, and where. */
export async function endBlock(
  tx: Tx,
  which: Within & { readonly accountId: AccountId; readonly id: BlockId; readonly by: PersonId },
): Promise<Lifted | undefined> {
  const { accountId: account, ...rest } = which
  return (await lift(tx, { account, ...rest }))[0]
}
