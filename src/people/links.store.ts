import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId } from '../kernel/id.ts'
import { type Database, prepare, type Tx } from '../platform/db/index.ts'
import { type LinkPurpose, linkHours } from './domain/link.ts'

/** A link that can still be used. */
export type Link = {
  readonly purpose: LinkPurpose
  readonly personId: PersonId | null
  readonly address: string | null
  readonly payload: Readonly<Record<string, string>>
}

/** What a link is asked for; `payload` is what it will do, kept until it is used. */
export type LinkOrder = {
  readonly purpose: LinkPurpose
  readonly personId?: PersonId
  readonly address?: string
  readonly payload?: Readonly<Record<string, string>>
}

/** The hash that is kept of a link's token. */
export function hashOfLink(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

type Row = {
  hash: Buffer
  purpose: string
  person: string | null
  address: string | null
  payload: string
  hours: number
}

const insert = prepare<Row, never>(
  (link) => sql<never>`
    insert into links (hash, purpose, person_id, address, payload, expires_at)
    values (${link.hash}, ${link.purpose}, ${link.person}::uuid, ${link.address}, ${link.payload}::jsonb,
      app_now() + make_interval(hours => ${link.hours}::int))`,
)

async function add(tx: Tx | Database, hash: Buffer, order: LinkOrder): Promise<void> {
  await insert(tx, {
    hash,
    purpose: order.purpose,
    person: order.personId ?? null,
    address: order.address ?? null,
    payload: JSON.stringify(order.payload ?? {}),
    hours: linkHours[order.purpose],
  })
}

/**
 * Asks for a link that will be mailed: nobody knows its token before the mail is written.
 * Gives the handle by which the mail finds it; the handle opens nothing.
 */
export async function orderLink(tx: Tx, order: LinkOrder): Promise<string> {
  const handle = randomBytes(16).toString('hex')
  await add(tx, randomBytes(32), { ...order, payload: { ...order.payload, handle } })
  return handle
}

/** Makes a link that is printed at once, and ends older ones of its purpose for this person. Gives its token. */
export async function makeLink(tx: Tx, order: LinkOrder): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await sql`delete from links where purpose = ${order.purpose} and person_id is not distinct from ${order.personId ?? null}::uuid`.execute(
    tx,
  )
  await add(tx, hashOfLink(token), order)
  return token
}

const columns = sql`purpose, person_id as "personId", address, payload`

/**
 * Gives an ordered link its token, at the moment the mail is written; its time begins now, and older links of this
 * purpose for the same person end. Undefined when it was used or has gone.
 */
export async function sealLink(
  tx: Tx,
  link: { handle: string; token: string; purpose: LinkPurpose; personId?: PersonId; hours?: number },
): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    update links set hash = ${hashOfLink(link.token)}, person_id = coalesce(person_id, ${link.personId ?? null}::uuid),
      expires_at = app_now() + make_interval(hours => ${link.hours ?? linkHours[link.purpose]}::int)
    where payload ->> 'handle' = ${link.handle} and purpose = ${link.purpose} and used_at is null
      and created_at > app_now() - interval '7 days'
    returning ${columns}`.execute(tx)
  const sealed = rows[0]
  if (sealed?.personId) {
    await sql`delete from links where purpose = ${link.purpose} and person_id = ${sealed.personId}::uuid
      and used_at is null and hash <> ${hashOfLink(link.token)}`.execute(tx)
  }
  return sealed
}

/** What was ordered under a handle, used or not. */
export async function orderedLink(tx: Tx, handle: string): Promise<Link | undefined> {
  const { rows } =
    await sql<Link>`select ${columns} from links where payload ->> 'handle' = ${handle}`.execute(tx)
  return rows[0]
}

const find = prepare<{ hash: Buffer }, Link>(
  ({ hash }) => sql<Link>`
    select ${columns} from links where hash = ${hash} and used_at is null and expires_at > app_now()`,
)

/** The link of a token, while it can be used; looking changes nothing. */
export async function findLink(db: Database, token: string): Promise<Link | undefined> {
  return (await find(db, { hash: hashOfLink(token) }))[0]
}

const use = prepare<{ hash: Buffer; purpose: string }, Link>(
  ({ hash, purpose }) => sql<Link>`
    update links set used_at = app_now()
    where hash = ${hash} and purpose = ${purpose} and used_at is null and expires_at > app_now()
    returning ${columns}`,
)

/** Uses a link up; undefined when it is for another purpose, too old, or was used before: of two at once only one gets it. */
export async function useLink(tx: Tx, token: string, purpose: LinkPurpose): Promise<Link | undefined> {
  return (await use(tx, { hash: hashOfLink(token), purpose }))[0]
}

/** The newest sign-up of an address that waits to be confirmed. */
export async function waitingSignUp(tx: Tx, address: string): Promise<{ handle: string } | undefined> {
  const { rows } = await sql<{ handle: string }>`
    select payload ->> 'handle' as handle from links
    where purpose = 'VERIFY' and address = ${address} and payload ? 'password' and used_at is null
      and created_at > app_now() - interval '7 days'
    order by created_at desc limit 1`.execute(tx)
  return rows[0]
}

/** Ends every link that was made for this person, and every sign-up of this address. */
export async function endLinks(tx: Tx, of: { personId: PersonId; address: string }): Promise<void> {
  await sql`delete from links where (person_id = ${of.personId}::uuid or (purpose = 'VERIFY' and address = ${of.address}))`.execute(
    tx,
  )
}
