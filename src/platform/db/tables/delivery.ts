import type { Generated } from 'kysely'
import type { At } from './columns.ts'

/** What a mail is about, as its recipient chooses how to get it. */
export type Category =
  | 'decision-needed'
  | 'reminder'
  | 'own-request'
  | 'conversation'
  | 'access'
  | 'support'
  | 'security'
  | 'operator'

/** What became of mails, what people chose, and what came back. */
export type DeliveryTables = {
  mail_answers: {
    account_id: string
    mail_id: string
    n: number
    outcome: 'ACCEPTED' | 'DEFERRED' | 'BOUNCED' | 'SUPPRESSED' | 'AWAY' | 'RESENT'
    response: string
    answered_at: At
  }
  mail_preferences: {
    person_id: string
    category: Exclude<Category, 'security'> | 'digest'
    choice: 'AT_ONCE' | 'DAILY' | 'OFF'
    chosen_at: Generated<Date>
  }
  inbound_mails: { message_id: string; kind: 'bounce' | 'case'; received_at: At }
}
