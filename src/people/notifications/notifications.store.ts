import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import type { Choice, Chosen } from '../../platform/mailer/index.ts'

/** What somebody chose, kind by kind; what is missing is the default. */
export async function chosenBy(
  db: Database | Tx,
  person: PersonId,
): Promise<Readonly<Partial<Record<Chosen, Choice>>>> {
  const rows = await db
    .selectFrom('mail_preferences')
    .select(['category', 'choice'])
    .where('person_id', '=', person)
    .execute()
  return Object.fromEntries(rows.map(({ category, choice }) => [category, choice]))
}

/** Keeps what somebody chose for one kind; false when it was so already, or there is nobody any more. */
export async function writeChoice(
  tx: Tx,
  person: PersonId,
  { kind, choice }: { kind: Chosen; choice: Choice },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into mail_preferences (person_id, category, choice)
    select id, ${kind}, ${choice} from people where id = ${person}::uuid and status <> 'ERASED'
    on conflict (person_id, category) do update set choice = excluded.choice, chosen_at = app_now()
      where mail_preferences.choice <> excluded.choice`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

/** Marks what the bell says about a request as read: whoever opens its page needs no longer be told. */
export async function readNoticesOf(
  db: Database,
  person: PersonId,
  request: { readonly accountId: string; readonly id: string },
): Promise<void> {
  await sql`update mails set read_at = app_now()
    where account_id = ${request.accountId}::uuid and request_id = ${request.id}::uuid
      and person_id = ${person}::uuid and read_at is null`.execute(db)
}
