import { sql } from 'kysely'
import { type Database, prepare } from '../../platform/db/index.ts'
import type { Category } from '../../platform/mailer/index.ts'

/** Which mails a list shows. */
export const shows = ['all', 'waiting', 'deferred', 'bounced', 'given-up', 'suppressed', 'accepted'] as const
/** One of them. */
export type Show = (typeof shows)[number]

/** A mail in the operator's list. */
export type MailRow = {
  readonly id: string
  readonly kind: string
  readonly address: string
  readonly state: 'QUEUED' | 'ACCEPTED' | 'DEFERRED' | 'BOUNCED' | 'SUPPRESSED'
  readonly gaveUp: boolean
  readonly heldUntil: Date | null
  readonly attempts: number
  readonly response: string | null
  readonly queuedAt: Date
  /** When it is tried next; null when it is not. */
  readonly nextAt: Date | null
}

const columns = sql`
  m.id, m.kind, m.address, m.state, m.gave_up_at is not null as "gaveUp", m.held_until as "heldUntil", m.attempts,
  m.response, m.queued_at as "queuedAt", (
    select j.run_at from jobs j
    where j.account_id = m.account_id and j.kind = 'mail' and j.key = m.id::text and j.failed_at is null
      and m.state in ('QUEUED', 'DEFERRED')
  ) as "nextAt"`

type Page = { readonly show: string; readonly find: string; readonly before: string; readonly most: number }

const mails = prepare<Page, MailRow>(
  (p) => sql<MailRow>`
    select ${columns} from mails m
    where m.id < ${p.before}::uuid and (${p.find} = '' or m.address = ${p.find})
      and case ${p.show}
        when 'all' then true
        when 'waiting' then m.state = 'QUEUED'
        when 'deferred' then m.state = 'DEFERRED'
        when 'bounced' then m.state = 'BOUNCED' and m.gave_up_at is null
        when 'given-up' then m.gave_up_at is not null and m.state = 'BOUNCED'
        when 'suppressed' then m.state = 'SUPPRESSED'
        else m.state = 'ACCEPTED' end
    order by m.id desc limit ${p.most}::int`,
)

const newest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Mails, newest first, before one of them; `find` is a whole address. */
export function mailsBefore(
  db: Database,
  page: { show: Show; find: string; before: string; most: number },
): Promise<MailRow[]> {
  return mails(db, { ...page, before: page.before === '' ? newest : page.before })
}

/** One mail, with all that became of it. */
export type WholeMail = MailRow & {
  readonly category: Category | null
  readonly messageId: string
  readonly requestId: string | null
  readonly reference: string | null
  readonly settledAt: Date | null
  readonly digestId: string | null
  readonly history: readonly { readonly outcome: Outcome; readonly response: string; readonly at: string }[]
}

/** How a try went. */
export type Outcome = 'ACCEPTED' | 'DEFERRED' | 'BOUNCED' | 'SUPPRESSED' | 'AWAY' | 'RESENT'

/** One mail with its history, newest try first; undefined when there is none. */
export async function findWholeMail(db: Database, id: string): Promise<WholeMail | undefined> {
  const { rows } = await sql<WholeMail>`
    select ${columns}, m.category, m.message_id as "messageId", m.request_id as "requestId", r.reference,
      m.settled_at as "settledAt", m.digest_id as "digestId", coalesce((
        select jsonb_agg(jsonb_build_object('outcome', h.outcome, 'response', h.response, 'at', h.answered_at)
          order by h.n desc)
        from mail_answers h where h.account_id = m.account_id and h.mail_id = m.id), '[]') as history
    from mails m left join access_requests r on r.account_id = m.account_id and r.id = m.request_id
    where m.id = ${id}::uuid`.execute(db)
  return rows[0]
}
