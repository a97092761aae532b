import { sql } from 'kysely'
import type { AccountId, PersonId } from '../kernel/id.ts'
import { nameOf } from '../people/index.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'

const there = prepare<{ id: string }, { id: string }>(
  (p) => sql<{ id: string }>`
    select p.id from people p where p.id = ${p.id}::uuid and p.status = 'ACTIVE' for share of p`,
)

/** Whether somebody can sign in, which stays so until the transaction ends. */
export async function isThere(tx: Tx, id: PersonId): Promise<boolean> {
  return (await there(tx, { id })).length === 1
}

/** Somebody as pages and letters of this slice name them. */
export type Party = {
  readonly personId: PersonId
  readonly name: string
  readonly address: string
}

type Row = Parameters<typeof nameOf>[0] & { personId: PersonId }
const named = prepare<{ ids: readonly string[] }, Row>(
  (p) => sql<Row>`
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
      p.preferred_first_name as "preferredFirstName", p.address
    from people p where p.id = any(${p.ids}::uuid[]) and p.status <> 'ERASED'`,
)

/** How people are called, by their ids; whoever was erased is left out. */
export async function partiesOf(
  db: Database | Tx,
  ids: readonly (PersonId | null)[],
): Promise<ReadonlyMap<PersonId, Party>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = wanted.length === 0 ? [] : await named(db, { ids: wanted })
  return new Map(
    rows.map((row) => [row.personId, { personId: row.personId, name: nameOf(row), address: row.address }]),
  )
}

type Confirmer = { personId: PersonId; locale: 'en' | 'fr'; timeZone: string; now: Date }
const confirmer = prepare<{ account: string; id: string }, Confirmer>(
  (p) => sql<Confirmer>`
    select p.id as "personId", p.locale, p.time_zone as "timeZone", app_now() as now
    from member_batches b join people p on p.id = b.made_by
    where b.account_id = ${p.account}::uuid and b.id = ${p.id}::uuid`,
)

/** Who confirmed a list of many people, for the work that goes on behind the pages. */
export async function confirmerOf(
  tx: Tx,
  which: { readonly accountId: AccountId; readonly id: string },
): Promise<
  | {
      readonly personId: PersonId
      readonly now: Date
      readonly authenticatedAt: null
      readonly reader: { readonly locale: 'en' | 'fr'; readonly timeZone: string }
    }
  | undefined
> {
  const [row] = await confirmer(tx, { account: which.accountId, id: which.id })
  if (!row) return undefined
  const { personId, now, locale, timeZone } = row
  return { personId, now, authenticatedAt: null, reader: { locale, timeZone } }
}

const behind = prepare<{ address: string }, { id: PersonId }>(
  (p) => sql<{ id: PersonId }>`
    select p.id from people p where p.address = ${p.address} and p.status = 'ACTIVE'`,
)

/** Whom an address belongs to, for the bell; null when that is nobody here. */
export async function invitedPerson(tx: Tx, address: string): Promise<PersonId | null> {
  return (await behind(tx, { address }))[0]?.id ?? null
}

type Proved = { personId: PersonId; address: string; verified: boolean; now: Date }
const proved = prepare<{ id: string }, Proved>(
  (p) => sql<Proved>`
    select p.id as "personId", p.address, true as verified, app_now() as now from people p
    where p.id = ${p.id}::uuid and p.status = 'ACTIVE' and p.verified_at is not null`,
)

/** Somebody with the address that they proved; undefined when they have not, or cannot sign in. */
export async function provedBy(tx: Tx, id: PersonId): Promise<Proved | undefined> {
  return (await proved(tx, { id }))[0]
}
