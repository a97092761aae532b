import type { ColumnType, Generated } from 'kysely'
import type { At, AtOrNull, Json } from './columns.ts'
import type { Category } from './delivery.ts'

/** The event log, jobs and mails. */
export type LogTables = {
  installation: { sole: Generated<boolean>; demo: boolean; created_at: At }
  chain_heads: { account_id: string; seq: number; hash: Buffer; previous_hash: Generated<Buffer> }
  events: {
    account_id: string
    seq: Generated<number>
    id: string
    occurred_at: At
    body: string
    previous_hash: Generated<Buffer>
    hash: Generated<Buffer>
    type: ColumnType<string, never, never>
    actor_id: ColumnType<string | null, never, never>
    request_id: ColumnType<string | null, never, never>
  }
  event_details: {
    account_id: string
    event_id: string
    person_id: string
    salt: string
    content: Json<Record<string, unknown>>
  }
  jobs: {
    account_id: string
    id: string
    kind: string
    key: string
    payload: ColumnType<Record<string, unknown>, string | undefined, string>
    run_at: At
    attempts: Generated<number>
    lease_until: AtOrNull
    token: string | null
    failed_at: AtOrNull
    last_error: string | null
    created_at: At
  }
  mails: {
    account_id: string
    id: string
    event_id: string | null
    request_id: string | null
    kind: string
    n: Generated<number>
    person_id: string | null
    address: string
    locale: string
    message_id: string
    payload: ColumnType<Record<string, unknown>, string | undefined, string>
    state: Generated<'QUEUED' | 'ACCEPTED' | 'DEFERRED' | 'BOUNCED' | 'SUPPRESSED'>
    attempts: Generated<number>
    response: string | null
    queued_at: At
    settled_at: AtOrNull
    category: Category | null
    held_until: AtOrNull
    digest_id: string | null
    gave_up_at: AtOrNull
    read_at: AtOrNull
  }
  mailbox: {
    id: string
    message_id: string
    address: string
    recipient: string
    subject: string
    headers: Json<Record<string, string>>
    text: string
    html: string
    received_at: At
  }
}
