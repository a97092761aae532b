import { createHash, randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { newId } from '../kernel/id.ts'
import { type Placeholders, prepare, type Tx } from '../platform/db/index.ts'
import { channelNow } from './channel.ts'
import { canonical } from './domain/canonical.ts'
import type { Details, Event, Fact } from './domain/event.ts'

/** An event as it goes into the database: its body is canonical JSON, its details are sealed by a salted hash. */
export type Entry = {
  readonly account: string
  readonly event: string
  readonly body: string
  /** The id of the job that announces it; null: nobody is told. */
  readonly job: string | null
  readonly person: string | null
  readonly salt: string | null
  readonly content: string | null
}

function bodyOf({ type, actor, request, subject, facts }: Event, sealed: string | undefined): Fact {
  const body: Record<string, Fact> = { type, actor }
  const channel = channelNow()
  if (channel) body.channel = channel
  if (request) body.request = request
  if (subject) body.subject = subject
  if (facts) body.facts = facts
  if (sealed) body.sealed = sealed
  return body
}

/** Prepares an event to be inserted; pure but for its ids, its salt, and the way it was done by. */
export function entryOf(event: Event, details?: Details): Entry {
  const salt = details ? randomBytes(16).toString('base64url') : null
  const content = details ? canonical(details.content) : null
  const sealed =
    salt && content ? createHash('sha256').update(`${salt}\n${content}`).digest('hex') : undefined
  return {
    account: event.account,
    event: newId(),
    body: canonical(bodyOf(event, sealed)),
    job: newId(),
    person: details?.person ?? null,
    salt,
    content,
  }
}

const insertEvent = prepare<Entry, { seq: number }>(
  (entry) => sql`
    with recorded as (
      insert into events (account_id, id, body)
      values (${entry.account}::uuid, ${entry.event}::uuid, ${entry.body})
      returning seq
    ), ${consequences(entry)}
    select seq from recorded`,
)

/** What an event brings along in its statement: its sealed details and the job that announces it. */
export function consequences(entry: Placeholders<Entry>): RawBuilder<unknown> {
  return sql`sealed as (
      insert into event_details (account_id, event_id, person_id, salt, content)
      select ${entry.account}::uuid, ${entry.event}::uuid, ${entry.person}::uuid, ${entry.salt}::text, ${entry.content}::jsonb
      from recorded where ${entry.person}::uuid is not null
    ), announced as (
      insert into jobs (account_id, id, kind, key)
      select ${entry.account}::uuid, ${entry.job}::uuid, 'announce', ${entry.event}::text
      from recorded where ${entry.job}::uuid is not null
    )`
}

/**
 * Records an event, last in its transaction, since it locks the account's chain; the job that tells people about it rides along.
 * `quiet`: nobody is told. Gives the event's id.
 */
export async function record(
  tx: Tx,
  event: Event,
  options: { details?: Details; quiet?: boolean } = {},
): Promise<string> {
  const entry = entryOf(event, options.details)
  await insertEvent(tx, options.quiet ? { ...entry, job: null } : entry)
  return entry.event
}

const insertAll = prepare<{ account: string; ids: readonly string[]; bodies: readonly string[] }, never>(
  (p) => sql<never>`
    insert into events (account_id, id, body)
    select ${p.account}::uuid, e.id, e.body
    from unnest(${p.ids}::uuid[], ${p.bodies}::text[]) with ordinality as e (id, body, n) order by e.n`,
)

/** Records many events of one account at once, in their order, of which nobody is told; like `record`, last in its transaction. */
export async function recordAll(tx: Tx, account: Event['account'], events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  const entries = events.map((event) => entryOf(event))
  await insertAll(tx, {
    account,
    ids: entries.map(({ event }) => event),
    bodies: entries.map(({ body }) => body),
  })
}
