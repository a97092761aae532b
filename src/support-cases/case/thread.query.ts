import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { SeenCase } from '../case.store.ts'
import type { Room, Side } from '../domain/case.ts'
import { mayAddProof } from '../domain/proof.ts'
import type { Evidence } from '../domain/evidence.ts'
import { roomsOf } from '../domain/writing.ts'

/** The parts of a name, for `nameOf`. */
export type NameParts = {
  readonly firstName: string
  readonly lastName: string
  readonly preferredFirstName: string
  readonly address: string
}

/** Something that was said, as a page shows it. */
export type Message = {
  readonly id: string
  readonly room: Room
  readonly side: Side
  readonly authorId: PersonId | null
  readonly name: NameParts | null
  readonly text: string
  readonly byMail: boolean
  readonly at: Date
}

/** A file that was added as proof. */
export type ProofFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly addedBy: NameParts | null
  readonly at: Date
}

/** What is said and known in a case, as far as somebody in their seat may read it. */
export type Thread = {
  readonly messages: readonly Message[]
  readonly files: readonly ProofFile[]
  readonly evidence: Evidence | null
  /** The names behind the ids of the evidence, and of whoever the case names. */
  readonly names: ReadonlyMap<string, NameParts>
  readonly requester: NameParts | null
  readonly assigned: NameParts | null
  /** A decision of an agent that waits for a second one. */
  readonly isProposed: boolean
}

type Row = {
  messages: (Omit<Message, 'at'> & { at: string })[]
  files: (Omit<ProofFile, 'at'> & { at: string })[]
  evidence: Evidence | Record<string, never>
  names: (NameParts & { id: string })[]
  requester: NameParts | null
  assigned: NameParts | null
  isProposed: boolean
}

const parts = sql`'firstName', p.first_name, 'lastName', p.last_name, 'preferredFirstName', p.preferred_first_name,
  'address', p.address`
const name = sql`case when p.id is not null and p.status <> 'ERASED' then json_build_object(${parts}) end`

type Values = {
  account: string
  caseId: string
  rooms: readonly string[]
  support: boolean
  own: string | null
}

const read = prepare<Values, Row>(
  (v) => sql<Row>`
    select
      coalesce((
        select json_agg(json_build_object('id', m.id, 'room', m.room, 'side', m.side, 'authorId', m.author_id,
          'name', ${name}, 'text', m.text, 'byMail', m.by_mail, 'at', m.sent_at) order by m.id)
        from case_messages m left join people p on p.id = m.author_id
        where m.account_id = c.account_id and m.case_id = c.id and m.room = any(${v.rooms}::text[])), '[]') as messages,
      case when ${v.support}::boolean or ${v.own}::uuid is not null then coalesce((
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes,
          'addedBy', ${name}, 'at', f.added_at) order by f.id)
        from case_files f left join people p on p.id = f.added_by
        where f.account_id = c.account_id and f.case_id = c.id
          and (${v.support}::boolean or f.added_by = ${v.own}::uuid)), '[]') else '[]' end as files,
      case when ${v.support}::boolean then c.evidence else '{}' end as evidence,
      case when ${v.support}::boolean then coalesce((
        select json_agg(json_build_object('id', p.id, ${parts}))
        from people p
        where p.status <> 'ERASED' and p.id in (
          select (one ->> 'personId')::uuid
          from jsonb_array_elements(coalesce(c.evidence -> 'approvers', '[]') || coalesce(c.evidence -> 'mails', '[]')
            || coalesce(c.evidence -> 'views', '[]')) one)), '[]') else '[]' end as names,
      (select ${name} from people p where p.id = c.requester_id) as requester,
      (select ${name} from people p where p.id = c.assigned_to) as assigned,
      exists (
        select from support_proposals s
        where s.account_id = c.account_id and s.case_id = c.id and s.state = 'PROPOSED') as "isProposed"
    from cases c
    where c.account_id = ${v.account}::uuid and c.id = ${v.caseId}::uuid`,
)

/** What somebody in their seat may read of a case; what they may not is not even read. */
export async function readThread(db: Database, one: SeenCase): Promise<Thread> {
  const [row] = await read(db, {
    account: one.accountId,
    caseId: one.id,
    rooms: roomsOf(one.seat),
    support: one.seat === 'SUPPORT',
    own: one.seat === 'REQUESTER' && mayAddProof(one) ? one.requesterId : null,
  })
  if (!row) throw new Error('A case that was found is gone')
  return {
    ...row,
    messages: row.messages.map((message) => ({ ...message, at: new Date(message.at) })),
    files: row.files.map((file) => ({ ...file, at: new Date(file.at) })),
    evidence: 'takenAt' in row.evidence ? (row.evidence as Evidence) : null,
    names: new Map(row.names.map(({ id, ...parts }) => [id, parts])),
  }
}
