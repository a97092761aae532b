import { sql } from 'kysely'
import type { AccountId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { grantIsActive, grantIsHeld, nameOf } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import type { TagId } from './domain/tags.ts'

/** A tag of an account, and how much carries it. */
export type StoredTag = {
  readonly id: TagId
  readonly name: string
  readonly places: number
  readonly people: number
}

const columns = sql`
  t.id, t.name,
  (select count(*)::int from virtual_account_tags v where v.account_id = t.account_id and v.tag_id = t.id) as places,
  (select count(*)::int from person_tags p where p.account_id = t.account_id and p.tag_id = t.id) as people`

const list = prepare<{ account: string }, StoredTag>(
  (p) => sql<StoredTag>`
    select ${columns} from custom_tags t where t.account_id = ${p.account}::uuid order by lower(t.name), t.id limit 200`,
)

/** The tags of an account, by name; there are 200 at most. */
export function tagsOf(db: Database | Tx, accountId: AccountId): Promise<StoredTag[]> {
  return list(db, { account: accountId })
}

/** Which tag. */
export type WhichTag = { readonly accountId: AccountId; readonly id: string }

const one = prepare<{ account: string; id: string }, StoredTag>(
  (p) => sql<StoredTag>`
    select ${columns} from custom_tags t where t.account_id = ${p.account}::uuid and t.id = ${p.id}::uuid`,
)

/** One tag of an account. */
export async function findTag(db: Database | Tx, which: WhichTag): Promise<StoredTag | undefined> {
  return (await one(db, { account: which.accountId, id: which.id }))[0]
}

const lock = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`
    select from custom_tags where account_id = ${p.account}::uuid and id = ${p.id}::uuid for update`,
)

/** The same, locked until the transaction ends. */
export async function lockTag(tx: Tx, which: WhichTag): Promise<StoredTag | undefined> {
  await lock(tx, { account: which.accountId, id: which.id })
  return findTag(tx, which)
}

const hold = prepare<{ account: string }, { n: number }>(
  (p) => sql<{ n: number }>`
    with held as (select id from accounts where id = ${p.account}::uuid for no key update)
    select count(t.id)::int as n from held left join custom_tags t on t.account_id = held.id`,
)

/** How many tags the account has; whoever makes one at the same time waits. */
export async function countTags(tx: Tx, accountId: AccountId): Promise<number> {
  return (await hold(tx, { account: accountId }))[0]?.n ?? 0
}

const insert = prepare<{ account: string; id: string; name: string; by: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    insert into custom_tags (account_id, id, name, created_by)
    values (${p.account}::uuid, ${p.id}::uuid, ${p.name}, ${p.by}::uuid) on conflict do nothing returning id`,
)

/** Writes a tag; false when there is one of this name. */
export async function insertTag(
  tx: Tx,
  tag: WhichTag & { readonly name: string; readonly by: PersonId },
): Promise<boolean> {
  const { accountId: account, id, name, by } = tag
  return (await insert(tx, { account, id, name, by })).length === 1
}

const rename = prepare<{ account: string; id: string; name: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    update custom_tags t set name = ${p.name}
    where t.account_id = ${p.account}::uuid and t.id = ${p.id}::uuid and not exists (
      select from custom_tags o
      where o.account_id = t.account_id and o.id <> t.id and lower(o.name) = lower(${p.name}))
    returning t.id`,
)

/** Gives a locked tag another name; false when there is one of this name. */
export async function updateTag(
  tx: Tx,
  { accountId: account, id, name }: WhichTag & { readonly name: string },
): Promise<boolean> {
  return (await rename(tx, { account, id, name })).length === 1
}

const drop = prepare<{ account: string; id: string }, never>(
  (p) => sql<never>`delete from custom_tags where account_id = ${p.account}::uuid and id = ${p.id}::uuid`,
)

/** Deletes a tag, wherever it is. */
export async function deleteTag(tx: Tx, which: WhichTag): Promise<void> {
  await drop(tx, { account: which.accountId, id: which.id })
}

const places = prepare<{ account: string; id: string }, { id: VirtualAccountId }>(
  (p) => sql<{ id: VirtualAccountId }>`
    select virtual_account_id as id from virtual_account_tags
    where account_id = ${p.account}::uuid and tag_id = ${p.id}::uuid order by virtual_account_id`,
)

/** The virtual accounts that carry a tag. */
export async function placesOfTag(db: Database | Tx, which: WhichTag): Promise<VirtualAccountId[]> {
  return (await places(db, { account: which.accountId, id: which.id })).map(({ id }) => id)
}

type Changed = { account: string; id: string; add: readonly string[]; remove: readonly string[] }
const put = prepare<Changed, never>(
  (p) => sql<never>`
    with gone as (
      delete from virtual_account_tags where account_id = ${p.account}::uuid and tag_id = ${p.id}::uuid
        and virtual_account_id = any(${p.remove}::uuid[])
    )
    insert into virtual_account_tags (account_id, tag_id, virtual_account_id)
    select ${p.account}::uuid, ${p.id}::uuid, one from unnest(${p.add}::uuid[]) one on conflict do nothing`,
)

/** Puts a tag on virtual accounts, and takes it off others. */
export async function changePlaces(
  tx: Tx,
  { accountId, id }: WhichTag,
  {
    add,
    remove,
  }: { readonly add: readonly VirtualAccountId[]; readonly remove: readonly VirtualAccountId[] },
): Promise<void> {
  await put(tx, { account: accountId, id, add, remove })
}

/** Somebody who carries a tag. */
export type Tagged = { readonly personId: PersonId; readonly name: string; readonly address: string }
type TaggedRow = Parameters<typeof nameOf>[0] & Omit<Tagged, 'name'>
type TaggedValues = {
  account: string
  id: string
  within: readonly string[] | null
  after: string | null
  most: number
}

const inSight = sql`
  exists (select from grants g where g.account_id = x.account_id and g.person_id = x.person_id and ${grantIsActive}`

const people = prepare<TaggedValues, TaggedRow>(
  (p) => sql<TaggedRow>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address
    from person_tags x join people p on p.id = x.person_id
    where x.account_id = ${p.account}::uuid and x.tag_id = ${p.id}::uuid
      and (${p.after}::uuid is null or x.person_id > ${p.after}::uuid)
      and (${p.within}::uuid[] is null or ${inSight} and g.virtual_account_id = any(${p.within}::uuid[])))
    order by x.person_id limit ${p.most}::int`,
)

/** The people who carry a tag, as far as somebody sees people; `after` is the last one of the page before. */
export async function peopleOfTag(
  db: Database,
  which: WhichTag & {
    readonly within: readonly VirtualAccountId[] | null
    readonly after: string | null
    readonly most: number
  },
): Promise<Tagged[]> {
  const { accountId: account, id, within, after, most } = which
  return (await people(db, { account, id, within, after, most })).map((row) => ({
    ...row,
    name: nameOf(row),
  }))
}

const within = prepare<{ account: string; person: string; within: readonly string[] }, { id: string }>(
  (p) => sql<{ id: string }>`
    select g.id from grants g
    where g.account_id = ${p.account}::uuid and g.person_id = ${p.person}::uuid and ${grantIsActive}
      and g.virtual_account_id = any(${p.within}::uuid[]) limit 1`,
)

/** Whether somebody holds a role in one of these virtual accounts. */
export async function isUserWithin(
  tx: Tx,
  accountId: AccountId,
  of: { readonly person: PersonId; readonly places: readonly VirtualAccountId[] },
): Promise<boolean> {
  return (await within(tx, { account: accountId, person: of.person, within: of.places })).length === 1
}

const tagAll = prepare<{ account: string; id: string; people: readonly string[] }, { person: string }>(
  (p) => sql<{ person: string }>`
    insert into person_tags (account_id, tag_id, person_id)
    select ${p.account}::uuid, ${p.id}::uuid, one from unnest(${p.people}::uuid[]) one
    on conflict do nothing returning person_id as person`,
)

/** Puts a tag on people; gives how many did not carry it. */
export async function tagThem(
  tx: Tx,
  { accountId, id }: WhichTag,
  ids: readonly PersonId[],
): Promise<number> {
  return (await tagAll(tx, { account: accountId, id, people: ids })).length
}

const untag = prepare<{ account: string; id: string; person: string }, { person: string }>(
  (p) => sql<{ person: string }>`
    delete from person_tags
    where account_id = ${p.account}::uuid and tag_id = ${p.id}::uuid and person_id = ${p.person}::uuid
    returning person_id as person`,
)

/** Takes a tag off somebody; false when they did not carry it. */
export async function untagOne(tx: Tx, { accountId, id }: WhichTag, person: PersonId): Promise<boolean> {
  return (await untag(tx, { account: accountId, id, person })).length === 1
}

const onPlace = prepare<{ account: string; place: string }, { id: TagId }>(
  (p) => sql<{ id: TagId }>`
    select tag_id as id from virtual_account_tags
    where account_id = ${p.account}::uuid and virtual_account_id = ${p.place}::uuid`,
)

/** The tags that a virtual account carries. */
export async function tagsOnPlace(
  db: Database,
  accountId: AccountId,
  place: VirtualAccountId,
): Promise<TagId[]> {
  return (await onPlace(db, { account: accountId, place })).map(({ id }) => id)
}

type UserValues = { account: string; person: string; within: readonly string[] | null }
type UserRow = TaggedRow & { readonly tags: TagId[] }

const onUser = prepare<UserValues, UserRow>(
  (p) => sql<UserRow>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address,
      array(select x.tag_id from person_tags x where x.account_id = ${p.account}::uuid and x.person_id = p.id) as tags
    from people p
    where p.id = ${p.person}::uuid and p.status <> 'ERASED' and exists (
      select from grants g where g.account_id = ${p.account}::uuid and g.person_id = p.id and ${grantIsHeld}
        and (${p.within}::uuid[] is null or g.virtual_account_id = any(${p.within}::uuid[])))`,
)

/** A user of the account, or of these virtual accounts, with the tags they carry. */
export async function userWithTags(
  db: Database | Tx,
  accountId: AccountId,
  of: { readonly person: PersonId; readonly places: readonly VirtualAccountId[] | null },
): Promise<(Tagged & { readonly tags: readonly TagId[] }) | undefined> {
  const [row] = await onUser(db, { account: accountId, person: of.person, within: of.places })
  return row && { ...row, name: nameOf(row) }
}
