import { sql } from 'kysely'
import type { Database } from '../platform/db/index.ts'

/** Forgets what has had its time: old links, ended sessions, counted attempts, texts kept for a sign-in, keys of calls. */
export async function forgetOldTraces(db: Database): Promise<void> {
  await sql`delete from links where greatest(expires_at, created_at) < app_now() - interval '7 days'`.execute(
    db,
  )
  await sql`delete from auth.session
    where "expiresAt" < app_now() - interval '7 days' or "endedAt" < app_now() - interval '7 days'`.execute(
    db,
  )
  await sql`delete from mail_answers where answered_at < app_now() - interval '400 days'`.execute(db)
  await sql`delete from spent_states where spent_at < app_now() - interval '1 day'`.execute(db)
  await sql`delete from limits where window_start < app_now() - interval '1 day'`.execute(db)
  await sql`delete from idempotency_keys where created_at < app_now() - interval '7 days'`.execute(db)
  await sql`delete from drafts where form like 'held:%' and updated_at < app_now() - interval '7 days'`.execute(
    db,
  )
}
