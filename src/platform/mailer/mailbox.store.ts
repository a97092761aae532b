import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import type { Database } from '../db/index.ts'
import { type Mailbox, messageOf, type Transport } from './transport.ts'

/** Keeps mail in the database, where a page shows it: for the demo, which has no mail server. */
export function mailboxTransport(db: Database, from: Mailbox): Transport {
  return {
    async hand(mail, letter, envelope) {
      const message = messageOf(mail, letter, from, envelope)
      const headers = {
        From: `${from.name} <${from.address}>`,
        'Message-ID': mail.messageId,
        ...envelope.headers,
        ...(letter.replyTo ? { 'Reply-To': letter.replyTo } : {}),
        ...(message.references ? { References: String(message.references) } : {}),
      }
      await db
        .insertInto('mailbox')
        .values({
          id: newId(),
          message_id: mail.messageId,
          address: mail.address,
          recipient: letter.toName ?? '',
          subject: letter.subject,
          headers: JSON.stringify(headers),
          text: String(message.text),
          html: String(message.html),
        })
        .onConflict((clash) => clash.column('message_id').doNothing())
        .execute()
      await sql`delete from mailbox where received_at < app_now() - interval '60 days'`.execute(db)
      return { kind: 'accepted', response: '250 kept in the mailbox page' }
    },
    close() {},
  }
}
