import { sql } from 'kysely'
import { type CaseId, type Id, newId, type PersonId } from '../kernel/id.ts'
import { prepare, type Tx } from '../platform/db/index.ts'
import type { Room, Side, SupportCase } from './domain/case.ts'

/** The id of something said in a case. */
export type MessageId = Id<'case-message'>

type NewMessage = {
  account: string
  caseId: CaseId
  id: MessageId
  room: Room
  side: Side
  author: PersonId | null
  text: string
  byMail: boolean
}

const insert = prepare<NewMessage, { id: MessageId }>(
  (p) => sql<{ id: MessageId }>`
    insert into case_messages (account_id, case_id, id, room, side, author_id, text, by_mail)
    values (${p.account}::uuid, ${p.caseId}::uuid, ${p.id}::uuid, ${p.room}, ${p.side}, ${p.author}::uuid, ${p.text},
      ${p.byMail}::boolean)
    returning id`,
)

/** Keeps what somebody said in a case; without an author it came by mail from the outside desk. */
export async function writeMessage(
  tx: Tx,
  one: Pick<SupportCase, 'accountId' | 'id'>,
  said: {
    readonly room: Room
    readonly side: Side
    readonly author: PersonId | null
    readonly text: string
    readonly byMail?: boolean
  },
): Promise<MessageId> {
  const id = newId<'case-message'>()
  const { byMail = false, ...rest } = said
  await insert(tx, { account: one.accountId, caseId: one.id, id, byMail, ...rest })
  return id
}

type Which = { account: string; caseId: string; room: Room; after: string | null; by: string }

const newer = prepare<Which, { found: boolean }>(
  (p) => sql<{ found: boolean }>`
    select exists (
      select from case_messages m
      where m.account_id = ${p.account}::uuid and m.case_id = ${p.caseId}::uuid and m.room = ${p.room}
        and m.side = 'SUPPORT' and m.author_id is distinct from ${p.by}::uuid
        and (${p.after}::uuid is null or m.id > ${p.after}::uuid)) as found`,
)

/** Whether another agent has said something in the room since the message that was last on somebody's page. */
export async function anotherAnswered(
  tx: Tx,
  one: Pick<SupportCase, 'accountId' | 'id'>,
  since: { readonly room: Room; readonly after: string | null; readonly by: PersonId },
): Promise<boolean> {
  const [row] = await newer(tx, { account: one.accountId, caseId: one.id, ...since })
  return row?.found ?? false
}

type One = { account: string; id: string }
/** Something that was said, for a letter. */
export type Said = {
  readonly room: Room
  readonly side: Side
  readonly text: string
  readonly author: string | null
}

const readSaid = prepare<One & { caseId: string }, Said>(
  (p) => sql<Said>`
    select m.room, m.side, m.text,
      nullif(trim(coalesce(nullif(p.preferred_first_name, ''), p.first_name) || ' ' || p.last_name), '') as author
    from case_messages m left join people p on p.id = m.author_id
    where m.account_id = ${p.account}::uuid and m.case_id = ${p.caseId}::uuid and m.id = ${p.id}::uuid`,
)

/** Something that was said in a case; undefined when there is no such message. */
export async function readMessage(
  tx: Tx,
  one: Pick<SupportCase, 'accountId' | 'id'>,
  id: string,
): Promise<Said | undefined> {
  return (await readSaid(tx, { account: one.accountId, caseId: one.id, id }))[0]
}

const readFirst = prepare<{ account: string; caseId: string }, Said>(
  (p) => sql<Said>`
    select m.room, m.side, m.text,
      nullif(trim(coalesce(nullif(p.preferred_first_name, ''), p.first_name) || ' ' || p.last_name), '') as author
    from case_messages m left join people p on p.id = m.author_id
    where m.account_id = ${p.account}::uuid and m.case_id = ${p.caseId}::uuid and m.room = 'REQUESTER'
    order by m.id limit 1`,
)

/** What the requester said first; undefined when a case began without words. */
export async function firstMessage(
  tx: Tx,
  one: Pick<SupportCase, 'accountId' | 'id'>,
): Promise<Said | undefined> {
  return (await readFirst(tx, { account: one.accountId, caseId: one.id }))[0]
}
