import { type RawBuilder, sql } from 'kysely'
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
  readonly category: Category | null
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
  m.id, m.kind, m.category, m.address, m.state, m.gave_up_at is not null as "gaveUp", m.held_until as "heldUntil", m.attempts,
  m.response, m.queued_at as "queuedAt", (
    select j.run_at from jobs j
    where j.account_id = m.account_id and j.kind = 'mail' and j.key = m.id::text and j.failed_at is null
      and m.state in ('QUEUED', 'DEFERRED')
  ) as "nextAt"`

// Each its own statement, so that the few that need looking after are found among the many by an index.
const conditions: Readonly<Record<Show, RawBuilder<boolean>>> = {
  all: sql`true`,
  waiting: sql`m.state = 'QUEUED'`,
  deferred: sql`m.state in ('DEFERRED', 'BOUNCED') and m.state = 'DEFERRED'`,
  bounced: sql`m.state in ('DEFERRED', 'BOUNCED') and m.state = 'BOUNCED' and m.gave_up_at is null`,
  'given-up': sql`m.state in ('DEFERRED', 'BOUNCED') and m.state = 'BOUNCED' and m.gave_up_at is not null`,
  suppressed: sql`m.state = 'SUPPRESSED'`,
  accepted: sql`m.state = 'ACCEPTED'`,
}

type Page = { readonly before: string; readonly most: number }

function statement(show: Show) {
  const condition = conditions[show]
  return {
    everybody: prepare<Page, MailRow>(
      (p) => sql<MailRow>`
        select ${columns} from mails m where m.id < ${p.before}::uuid and ${condition}
        order by m.id desc limit ${p.most}::int`,
    ),
    one: prepare<Page & { find: string }, MailRow>(
      (p) => sql<MailRow>`
        select ${columns} from mails m
        where m.address = ${p.find} and m.id < ${p.before}::uuid and ${condition}
        order by m.id desc limit ${p.most}::int`,
    ),
  }
}

const statements = new Map(shows.map((show) => [show, statement(show)] as const))
const newest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Mails, newest first, before one of them; `find` is a whole address, or nothing. */
export async function mailsBefore(
  db: Database,
  { show, find, before, most }: { show: Show; find: string; before: string; most: number },
): Promise<MailRow[]> {
  const page = { before: before === '' ? newest : before, most }
  const asked = statements.get(show)
  if (!asked) return []
  return find === '' ? asked.everybody(db, page) : asked.one(db, { ...page, find })
}

/** One mail, with all that became of it. */
export type WholeMail = MailRow & {
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
    select ${columns}, m.message_id as "messageId", m.request_id as "requestId", r.reference,
      m.settled_at as "settledAt", m.digest_id as "digestId", coalesce((
        select jsonb_agg(jsonb_build_object('outcome', h.outcome, 'response', h.response, 'at', h.answered_at)
          order by h.n desc)
        from mail_answers h where h.account_id = m.account_id and h.mail_id = m.id), '[]') as history
    from mails m left join access_requests r on r.account_id = m.account_id and r.id = m.request_id
    where m.id = ${id}::uuid`.execute(db)
  return rows[0]
}
