import { sql } from 'kysely'
import { mayBeDecidedBy } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { Side } from '../domain/conversation.ts'
import type { SeenRequest, Sight } from '../requests.store.ts'
import { sightOf, visibleTo } from '../requests.store.ts'
import type { NameParts } from './request.query.ts'

/** A question about a request, with its answer when there is one. */
export type Question = {
  readonly n: number
  readonly text: string
  readonly askedAt: Date
  readonly askedBy: NameParts
  readonly answer: string | null
  readonly answeredAt: Date | null
}

/** What somebody said on a request; found by its side and number. */
export type Comment = {
  readonly side: Side
  readonly n: number
  readonly text: string
  readonly at: Date
  readonly by: NameParts
}

/** Who says that they are looking at a request, while that stands. */
export type StandingClaim = {
  readonly name: NameParts
  readonly isMine: boolean
  readonly at: Date
  readonly until: Date
}

/** What was said on a request, and who is looking at it. */
export type Conversation = {
  readonly questions: readonly Question[]
  readonly comments: readonly Comment[]
  /** Null for those who do not decide. */
  readonly claim: StandingClaim | null
  /** The request that this one repeats, when the viewer may see it. */
  readonly previous: { readonly id: string; readonly reference: string } | null
  /** The newest version that somebody who may decide has read. */
  readonly seenVersion: number | null
}

type Told<Value> = {
  [Name in keyof Value]: Value[Name] extends Date
    ? string
    : Value[Name] extends Date | null
      ? string | null
      : Value[Name]
}
type Row = Omit<Conversation, 'questions' | 'comments' | 'claim'> & {
  questions: Told<Question>[]
  comments: Told<Comment>[]
  claim: Told<StandingClaim> | null
}
type Values = { account: string; request: string; person: string; seesAll: boolean; seesClaim: boolean }

const name = sql`json_build_object('firstName', p.first_name, 'lastName', p.last_name,
  'preferredFirstName', p.preferred_first_name, 'address', p.address)`

const read = prepare<Values, Row>(
  (v) => sql<Row>`
    select
      coalesce((
        select json_agg(json_build_object('n', q.n, 'text', q.text, 'askedAt', q.asked_at, 'askedBy', ${name},
          'answer', q.answer, 'answeredAt', q.answered_at) order by q.n)
        from questions q join people p on p.id = q.asked_by
        where q.account_id = ${v.account}::uuid and q.request_id = ${v.request}::uuid), '[]') as questions,
      coalesce((
        select json_agg(json_build_object('side', c.side, 'n', c.n, 'text', c.text, 'at', c.written_at, 'by', ${name})
          order by c.written_at, c.id)
        from comments c join people p on p.id = c.written_by
        where c.account_id = ${v.account}::uuid and c.request_id = ${v.request}::uuid), '[]') as comments,
      (select json_build_object('name', ${name}, 'isMine', k.person_id = ${v.person}::uuid, 'at', k.claimed_at,
          'until', k.until)
        from request_claims k join people p on p.id = k.person_id and p.status = 'ACTIVE'
        join access_requests r on r.account_id = k.account_id and r.id = k.request_id
        where ${v.seesClaim}::boolean and k.account_id = ${v.account}::uuid and k.request_id = ${v.request}::uuid
          and k.until > app_now() and ${mayBeDecidedBy(sql`k.person_id`)}) as claim,
      (select json_build_object('id', r.id, 'reference', r.reference)
        from access_requests now
        join access_requests r on r.id = now.previous_request_id
        where now.account_id = ${v.account}::uuid and now.id = ${v.request}::uuid
          and ${visibleTo(v)}) as previous,
      (select max(w.version) from views w
        where w.account_id = ${v.account}::uuid and w.request_id = ${v.request}::uuid) as "seenVersion"`,
)

/** Everything that was said on a request, for somebody who may see it. */
export async function readConversation(
  db: Database,
  viewer: Sight,
  request: SeenRequest,
): Promise<Conversation> {
  const [row] = await read(db, {
    account: request.accountId,
    request: request.id,
    seesClaim: request.decidable,
    ...sightOf(viewer),
  })
  if (!row) throw new Error('Reading gave no row')
  const { claim } = row
  return {
    ...row,
    questions: row.questions.map((question) => ({
      ...question,
      askedAt: new Date(question.askedAt),
      answeredAt: question.answeredAt === null ? null : new Date(question.answeredAt),
    })),
    comments: row.comments.map((comment) => ({ ...comment, at: new Date(comment.at) })),
    claim: claim && { ...claim, at: new Date(claim.at), until: new Date(claim.until) },
  }
}
