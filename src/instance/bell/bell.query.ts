import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { stillTold } from '../../people/index.ts'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { Category } from '../../platform/mailer/index.ts'

/** An entry of the bell. */
export type BellEntry = {
  readonly id: string
  readonly kind: string
  readonly category: Category | null
  readonly at: Date
  readonly unread: boolean
  readonly requestId: string | null
  readonly reference: string | null
  /** Who asks, as they were called when they asked. */
  readonly who: string | null
  readonly account: string | null
  readonly caseId: string | null
  readonly claimId: string | null
  readonly applicationId: string | null
  readonly identifier: string | null
  readonly grantId: string | null
  readonly messageId: string | null
  readonly reviewId: string | null
}

const entries = prepare<{ person: string; before: string; most: number }, BellEntry>(
  (p) => sql<BellEntry>`
    select m.id, m.kind, m.category, m.queued_at as at, m.read_at is null as unread, m.request_id as "requestId",
      r.reference, coalesce(r.account_name, a.name) as account, m.payload ->> 'caseId' as "caseId",
      m.payload ->> 'claimId' as "claimId", m.payload ->> 'applicationId' as "applicationId",
      a.identifier, m.payload ->> 'grantId' as "grantId", m.payload ->> 'messageId' as "messageId",
      m.payload ->> 'reviewId' as "reviewId",
      nullif(trim(coalesce(nullif(r.profile ->> 'preferredFirstName', ''), r.profile ->> 'firstName', '') || ' '
        || coalesce(r.profile ->> 'lastName', '')), '') as who
    from mails m
    left join access_requests r on r.account_id = m.account_id and r.id = m.request_id
    left join accounts a on a.id = coalesce((m.payload ->> 'accountId')::uuid, m.account_id)
    where m.person_id = ${p.person}::uuid and m.id < ${p.before}::uuid and ${stillTold(p.person)}
    order by m.id desc limit ${p.most}::int`,
)

const newest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** What somebody was told within ninety days and still may know of, newest first, before an entry. */
export function bellOf(
  db: Database,
  person: PersonId,
  page: { before: string | null; most: number },
): Promise<BellEntry[]> {
  return entries(db, { person, before: page.before ?? newest, most: page.most })
}
