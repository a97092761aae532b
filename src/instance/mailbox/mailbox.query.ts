import { sql } from 'kysely'
import type { Database } from '../../platform/db/index.ts'

/** A mail as the mailbox lists it. */
export type MailLine = { id: string; address: string; recipient: string; subject: string; receivedAt: Date }
/** A mail opened. */
export type OpenMail = MailLine & { headers: Record<string, string>; text: string; html: string }

/** Fifty mails, newest first, after the one named by `before`. */
export async function listMails(db: Database, before: string | null): Promise<MailLine[]> {
  const { rows } = await sql<MailLine>`
    select id, address, recipient, subject, received_at as "receivedAt" from mailbox
    where ${before}::uuid is null or id < ${before}::uuid order by id desc limit 51`.execute(db)
  return rows
}

/** One mail. */
export async function findMail(db: Database, id: string): Promise<OpenMail | undefined> {
  const { rows } = await sql<OpenMail>`
    select id, address, recipient, subject, received_at as "receivedAt", headers, text, html from mailbox where id = ${id}`.execute(
    db,
  )
  return rows[0]
}
