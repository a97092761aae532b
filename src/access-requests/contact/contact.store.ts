import { type RawBuilder, sql } from 'kysely'
import type { AccountId, Id, PersonId, RequestId } from '../../kernel/id.ts'
import { administersAsked, grantIsActive, nameOf, type Viewer } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'

export type MessageId = Id<'contact-message'>

/** An account whose administrators somebody can write to without seeing who they are. */
export type Contactable = {
  readonly id: AccountId
  readonly identifier: string
  readonly name: string
  /** The viewer's own open request that the message is about. */
  readonly request: { readonly id: RequestId; readonly reference: string } | null
  /** How many messages the viewer has sent to it in the last 24 hours. */
  readonly sentToday: number
}

type Asked = { identifier: string; person: string; request: string | null }

// Whoever holds a role there, asks for one, or has found the account by looking it up, and is not blocked.
const reachesOut = (person: RawBuilder<unknown>) => sql`(
  exists (select from grants g where g.person_id = ${person}::uuid and g.account_id = a.id and ${grantIsActive})
  or exists (select from access_requests r where r.requester_id = ${person}::uuid and r.account_id = a.id
    and r.status in ('PENDING', 'INFO_REQUESTED'))
  or exists (select from look_ups l where l.person_id = ${person}::uuid and l.identifier = a.identifier and l.hit
    and l.looked_at > (select app_now()) - interval '1 day')
) and not exists (
  select from blocks b
  where b.account_id = a.id and b.person_id = ${person}::uuid and b.lifted_at is null and b.virtual_account_ids is null
    and b.blocked_until > (select app_now()))`

const find = prepare<Asked, Contactable>(
  (p) => sql<Contactable>`
    select a.id, a.identifier, a.name,
      (select json_build_object('id', r.id, 'reference', r.reference) from access_requests r
        where r.account_id = a.id and r.id = ${p.request}::uuid and r.requester_id = ${p.person}::uuid
          and r.status in ('PENDING', 'INFO_REQUESTED')) as request,
      (select count(*)::int from contact_messages m
        where m.person_id = ${p.person}::uuid and m.account_id = a.id
          and m.sent_at > (select app_now()) - interval '1 day') as "sentToday"
    from accounts a
    where a.identifier = ${p.identifier} and a.status = 'ACTIVE' and a.show_administrators = 'RELAY'
      and ${reachesOut(p.person)}`,
)

/** The account of this identifier when the viewer can write to its administrators; undefined looks like "none". */
export async function findContactable(
  db: Database | Tx,
  viewer: Pick<Viewer, 'personId'>,
  asked: { readonly identifier: string; readonly requestId: string | null },
): Promise<Contactable | undefined> {
  const { identifier, requestId: request } = asked
  return (await find(db, { identifier, request, person: viewer.personId }))[0]
}

const lately = prepare<{ account: string; by: string; text: string }, { id: MessageId }>(
  (p) => sql<{ id: MessageId }>`
    select m.id from contact_messages m
    where m.person_id = ${p.by}::uuid and m.account_id = ${p.account}::uuid and m.text = ${p.text}
      and m.sent_at > app_now() - interval '1 minute'
    order by m.id desc limit 1`,
)

/** The same message that somebody sent within the last minute: pressed twice, it is one. */
export async function sentLately(
  tx: Tx,
  sent: { readonly accountId: AccountId; readonly by: PersonId; readonly text: string },
): Promise<MessageId | undefined> {
  return (await lately(tx, { account: sent.accountId, by: sent.by, text: sent.text }))[0]?.id
}

/** Writes a message. */
export async function insertMessage(
  tx: Tx,
  message: {
    readonly accountId: AccountId
    readonly id: MessageId
    readonly by: PersonId
    readonly requestId: RequestId | null
    readonly text: string
  },
): Promise<void> {
  await tx
    .insertInto('contact_messages')
    .values({
      account_id: message.accountId,
      id: message.id,
      person_id: message.by,
      request_id: message.requestId,
      text: message.text,
    })
    .execute()
}

/** A message, as its sender or an administrator of its account sees it. */
export type SeenMessage = {
  readonly id: MessageId
  readonly accountId: AccountId
  readonly identifier: string
  readonly accountName: string
  readonly showAdministrators: 'NAMES' | 'RELAY' | 'NONE'
  readonly sender: PersonId
  readonly senderName: string
  readonly company: string
  readonly request: { readonly id: RequestId; readonly reference: string } | null
  readonly text: string
  readonly sentAt: Date
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  /** The viewer is among those it is for. */
  readonly isForViewer: boolean
}

type Named = Parameters<typeof nameOf>[0]
type Row = Omit<SeenMessage, 'senderName' | 'answeredBy'> & {
  senderParts: Named
  answeredParts: Named | null
}

const parts = (alias: RawBuilder<unknown>) => sql`json_build_object('firstName', ${alias}.first_name,
  'lastName', ${alias}.last_name, 'preferredFirstName', ${alias}.preferred_first_name, 'address', ${alias}.address)`

// Those who decide for the whole account; of a request for parts of it, also those who see it as theirs.
const isFor = (person: RawBuilder<unknown>) => sql`(m.person_id <> ${person}::uuid and (
  exists (select from grants g where g.person_id = ${person}::uuid and g.account_id = m.account_id and g.decides
    and g.virtual_account_id is null and ${grantIsActive})
  or (r.id is not null and ${administersAsked(person)})))`

const columns = (person: RawBuilder<unknown>) => sql`
  m.id, m.account_id as "accountId", a.identifier, a.name as "accountName",
  a.show_administrators as "showAdministrators", m.person_id as sender, s.company,
  ${parts(sql`s`)} as "senderParts", case when b.id is not null then ${parts(sql`b`)} end as "answeredParts",
  case when r.id is not null then json_build_object('id', r.id, 'reference', r.reference) end as request,
  m.text, m.sent_at as "sentAt", m.answer, m.answered_at as "answeredAt", ${isFor(person)} as "isForViewer"`

const source = sql`contact_messages m
  join accounts a on a.id = m.account_id
  join people s on s.id = m.person_id
  left join people b on b.id = m.answered_by
  left join access_requests r on r.account_id = m.account_id and r.id = m.request_id`

const one = prepare<{ id: string; person: string }, Row>(
  (p) => sql<Row>`
    select ${columns(p.person)} from ${source}
    where m.id = ${p.id}::uuid and (m.person_id = ${p.person}::uuid or ${isFor(p.person)})`,
)

function messageOf({ senderParts, answeredParts, ...row }: Row): SeenMessage {
  return {
    ...row,
    senderName: nameOf(senderParts),
    answeredBy: answeredParts && nameOf(answeredParts),
  }
}

/** The message with this id, for its sender and those it is for; undefined looks like "none". */
export async function findMessage(
  db: Database | Tx,
  viewer: Pick<Viewer, 'personId'>,
  id: string,
): Promise<SeenMessage | undefined> {
  const [row] = await one(db, { id, person: viewer.personId })
  return row && messageOf(row)
}

const lock = prepare<{ id: string }, never>(
  (p) => sql<never>`select from contact_messages where id = ${p.id}::uuid for update`,
)

/** The same, locked until the transaction ends. */
export async function lockMessage(
  tx: Tx,
  viewer: Pick<Viewer, 'personId'>,
  id: string,
): Promise<SeenMessage | undefined> {
  await lock(tx, { id })
  return findMessage(tx, viewer, id)
}

const fill = prepare<{ account: string; id: string; by: string; text: string }, never>(
  (p) => sql<never>`
    update contact_messages set answer = ${p.text}, answered_by = ${p.by}::uuid, answered_at = app_now()
    where account_id = ${p.account}::uuid and id = ${p.id}::uuid and answered_at is null`,
)

/** Writes the answer to a message. */
export async function writeMessageAnswer(
  tx: Tx,
  message: Pick<SeenMessage, 'accountId' | 'id'>,
  answer: { readonly by: PersonId; readonly text: string },
): Promise<void> {
  await fill(tx, { account: message.accountId, id: message.id, by: answer.by, text: answer.text })
}

const list = prepare<{ account: string; person: string; after: string | null; most: number }, Row>(
  (p) => sql<Row>`
    select ${columns(p.person)} from ${source}
    where m.account_id = ${p.account}::uuid and (${p.after}::uuid is null or m.id < ${p.after}::uuid)
    order by m.id desc limit ${p.most}::int`,
)

/** The messages to the administrators of an account, the newest first. */
export async function messagesTo(
  db: Database,
  viewer: Pick<Viewer, 'personId'>,
  page: { readonly account: AccountId; readonly after: string | null; readonly most: number },
): Promise<SeenMessage[]> {
  const { account, after, most } = page
  return (await list(db, { account, after, most, person: viewer.personId })).map(messageOf)
}
