import { sql } from 'kysely'
import type { Entry } from '../../event-log/index.ts'
import { consequences } from '../../event-log/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import { type ClockColumns, insertingClocks, type TimeColumns } from '../clocks.store.ts'

/** A request on its way into the database. */
export type NewRequest = TimeColumns &
  ClockColumns & {
    readonly request: string
    readonly reference: string
    readonly requester: string
    /** Whose access it is, and who sends it. */
    readonly beneficiary: string
    readonly stage: string
    readonly scope: string
    readonly virtualAccounts: readonly string[]
    readonly named: string
    readonly role: string | null
    /** The role of the account’s own, where it is one, and its version. */
    readonly ownRole: string | null
    readonly ownRoleVersion: number | null
    readonly endsAt: Date | null
    readonly reason: string
    readonly profile: string
    readonly previous: string | null
    /** A rule has declined it, and a person is to decide. */
    readonly pastRules: boolean
    readonly submittedAt: Date
    /** Names the form that was sent, and the hash of what it said. */
    readonly key: string
    readonly fingerprint: Buffer
  }

const send = prepare<NewRequest & Entry, { id: string | null }>(
  (p) => sql<{ id: string | null }>`
    with target as (
      select a.id, a.name from accounts a where a.id = ${p.account}::uuid and a.status = 'ACTIVE'
      for key share
    ), inserted as (
      insert into access_requests (account_id, id, reference, requester_id, beneficiary_id, status, stage, ask_scope,
        ask_virtual_account_ids, ask_named, ask_role, ask_custom_role_id, ask_custom_role_version, ask_ends_at, reason, account_name, profile,
        previous_request_id, past_rules, submitted_at, due_at, expires_at, clock_from, working_days_spent, clock_stopped_at,
        clock_stopped_for, clock_round, next_step, next_step_at)
      select target.id, ${p.request}::uuid, ${p.reference}, ${p.requester}::uuid, ${p.beneficiary}::uuid, 'PENDING',
        ${p.stage}, ${p.scope}, ${p.virtualAccounts}::uuid[], ${p.named}, ${p.role}, ${p.ownRole}::uuid,
        ${p.ownRoleVersion}::int, ${p.endsAt}::timestamptz,
        ${p.reason}, target.name, ${p.profile}::jsonb, ${p.previous}::uuid,
        ${p.pastRules}::boolean, ${p.submittedAt}::timestamptz,
        ${p.dueAt}::timestamptz, ${p.expiresAt}::timestamptz, ${p.clockFrom}::timestamptz, ${p.workingDaysSpent}::int,
        ${p.clockStoppedAt}::timestamptz, ${p.clockStoppedFor}::text, ${p.clockRound}::int, ${p.nextStep}::text,
        ${p.nextStepAt}::timestamptz
      from target
      on conflict (account_id, beneficiary_id) where status in ('PENDING', 'INFO_REQUESTED') do nothing
      returning account_id, id
    ), recorded as (
      insert into events (account_id, id, body)
      select account_id, ${p.event}::uuid, ${p.body} from inserted
      returning seq
    ), clocked as (${insertingClocks(p, sql`inserted`)}
    ), ${consequences(p)}, kept as (
      insert into idempotency_keys (person_id, key, fingerprint, account_id, object_id, answer)
      select ${p.beneficiary}::uuid, ${p.key}, ${p.fingerprint}::bytea, account_id, id, '{}' from inserted
      on conflict do nothing
    ), cleared as (
      delete from drafts
      where person_id = ${p.beneficiary}::uuid and ${p.requester}::uuid = ${p.beneficiary}::uuid
        and form = 'submit' and exists (select from inserted)
    )
    select (select id from inserted) as id`,
)

/**
 * Waits for whoever suspends, closes or merges the account. Writes the request, its event with what it brings along, its key, and takes the draft away, in one statement. False
 * when the account is no longer active or another request is open by now.
 */
export async function sendRequest(db: Database | Tx, request: NewRequest & Entry): Promise<boolean> {
  const [row] = await send(db, request)
  return row?.id != null
}
