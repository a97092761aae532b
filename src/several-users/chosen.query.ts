import { sql } from 'kysely'
import { grantColumns, type StoredGrant } from '../accounts/index.ts'
import type { AccountId, GrantId, PersonId, VirtualAccountId } from '../kernel/id.ts'
import { grantIsHeld, nameOf } from '../people/index.ts'
import { type Database, prepare } from '../platform/db/index.ts'

type Name = Parameters<typeof nameOf>[0]
type Row = Name & {
  personId: PersonId
  tags: string[]
  isInSight: boolean
  mayBeTagged: boolean
}
type Values = {
  account: string
  people: readonly string[]
  within: readonly string[] | null
  tagging: readonly string[] | null
}

const holdsIn = (places: ReturnType<typeof sql>) => sql<boolean>`exists (
  select from grants g where g.account_id = ${sql.ref('wanted.account')} and g.person_id = p.id and ${grantIsHeld}
    and (${places}::uuid[] is null or g.virtual_account_id = any(${places}::uuid[])))`

const people = prepare<Values, Row>(
  (p) => sql<Row>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address,
      array(select x.tag_id::text from person_tags x where x.account_id = wanted.account and x.person_id = p.id) as tags,
      ${holdsIn(sql`${p.within}`)} as "isInSight", ${holdsIn(sql`${p.tagging}`)} as "mayBeTagged"
    from (select ${p.account}::uuid as account) wanted, people p
    where p.id = any(${p.people}::uuid[]) and p.status <> 'ERASED'
    order by lower(p.last_name), lower(p.first_name), p.id`,
)

/** Somebody among several, as they are called and what they carry. */
export type ChosenRow = {
  readonly personId: PersonId
  readonly name: string
  readonly address: string
  readonly tags: readonly string[]
  /** They hold something where whoever looks sees people. */
  readonly isInSight: boolean
  readonly mayBeTagged: boolean
}

/** People by their ids, in the order of their names; `within` is where people are seen, `tagging` where they are tagged. */
export async function chosenPeople(
  db: Database,
  asked: {
    readonly accountId: AccountId
    readonly people: readonly PersonId[]
    readonly within: readonly VirtualAccountId[] | null
    readonly tagging: readonly VirtualAccountId[] | null
  },
): Promise<ChosenRow[]> {
  const { accountId: account, within, tagging } = asked
  const rows = await people(db, { account, people: asked.people, within, tagging })
  return rows.map(({ personId, address, tags, isInSight, mayBeTagged, ...name }) => ({
    personId,
    address,
    tags,
    isInSight,
    mayBeTagged,
    name: nameOf({ ...name, address }),
  }))
}

const held = prepare<{ account: string; people: readonly string[] }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.person_id = any(${p.people}::uuid[]) and ${grantIsHeld}
    order by g.created_at, g.id`,
)

/** All that people hold in an account, suspended or not. */
export function grantsHeldBy(
  db: Database,
  accountId: AccountId,
  ids: readonly PersonId[],
): Promise<StoredGrant[]> {
  return held(db, { account: accountId, people: ids })
}

const byIds = prepare<{ account: string; ids: readonly string[] }, StoredGrant>(
  (p) => sql<StoredGrant>`
    select ${grantColumns} from grants g
    where g.account_id = ${p.account}::uuid and g.id = any(${p.ids}::uuid[])`,
)

/** Grants by their ids, in force or over. */
export async function grantsByIds(
  db: Database,
  accountId: AccountId,
  ids: readonly GrantId[],
): Promise<ReadonlyMap<GrantId, StoredGrant>> {
  const rows = ids.length === 0 ? [] : await byIds(db, { account: accountId, ids })
  return new Map(rows.map((grant) => [grant.id, grant]))
}

type Actor = { personId: PersonId; isSupport: boolean; isOperator: boolean; now: Date }
const actor = prepare<{ id: string }, Actor>(
  (p) => sql<Actor>`
    select p.id as "personId", p.is_support as "isSupport", p.is_operator as "isOperator", app_now() as now
    from people p where p.id = ${p.id}::uuid and p.status = 'ACTIVE'`,
)

/** Whoever started something, for the work that goes on behind the pages; undefined once they cannot sign in. */
export async function actorOf(db: Database, id: PersonId): Promise<Actor | undefined> {
  return (await actor(db, { id }))[0]
}
