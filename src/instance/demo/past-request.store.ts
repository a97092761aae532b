import { codeOf, isCustom } from '../../accounts/domain/roles.ts'
import { sql } from 'kysely'
import type { Given } from '../../accounts/domain/rights.ts'
import type { Ask, Profile, Stage, Status } from '../../access-requests/domain/request.ts'
import type { AccountId, DecisionId, PersonId, RequestId } from '../../kernel/id.ts'
import type { Tx } from '../../platform/db/index.ts'

/** A request as it was when it was sent. */
export type SentRequest = {
  readonly accountId: AccountId
  readonly id: RequestId
  readonly reference: string
  readonly by: PersonId
  readonly ask: Ask
  readonly reason: string
  readonly accountName: string
  readonly profile: Profile
  readonly stage: Stage
  readonly submittedAt: Date
  readonly dueAt: Date
  readonly expiresAt: Date
  readonly previous: RequestId | null
}

/** Writes a request of the past, open. */
export async function insertRequest(tx: Tx, request: SentRequest): Promise<void> {
  const { scope, role, endsAt } = request.ask
  await tx
    .insertInto('access_requests')
    .values({
      account_id: request.accountId,
      id: request.id,
      reference: request.reference,
      requester_id: request.by,
      beneficiary_id: request.by,
      status: 'PENDING',
      stage: request.stage,
      ask_scope: scope.kind,
      ask_virtual_account_ids: scope.kind === 'VIRTUAL' ? [...scope.virtualAccountIds] : [],
      ask_role: role && codeOf(role),
      ask_custom_role_id: role !== null && isCustom(role) ? role.id : null,
      ask_custom_role_version: role !== null && isCustom(role) ? role.version : null,
      ask_ends_at: endsAt,
      reason: request.reason,
      account_name: request.accountName,
      profile: JSON.stringify(request.profile),
      previous_request_id: request.previous,
      submitted_at: request.submittedAt,
      due_at: request.dueAt,
      expires_at: request.expiresAt,
    })
    .execute()
}

type Which = { readonly accountId: AccountId; readonly id: RequestId }

/** Writes that an approver has opened the request. */
export async function insertView(tx: Tx, { accountId, id }: Which, by: PersonId): Promise<void> {
  await sql`insert into views (account_id, request_id, person_id, version) values (${accountId}, ${id}, ${by}, 1)`.execute(
    tx,
  )
  await sql`update access_requests set first_viewed_at = app_now()
    where account_id = ${accountId} and id = ${id}`.execute(tx)
}

/** Writes the first reminder by hand. */
export async function insertReminder(
  tx: Tx,
  { accountId, id }: Which,
  sent: { by: PersonId; recipients: number },
): Promise<void> {
  await sql`insert into reminders (account_id, request_id, kind, n, sent_by, recipients, reminded_at)
    values (${accountId}, ${id}, 'BY_HAND', 1, ${sent.by}, ${sent.recipients}, app_now())`.execute(tx)
  await sql`update access_requests
    set reminders_by_hand = 1, last_reminded_at = app_now(), last_reminded_by_hand_at = app_now()
    where account_id = ${accountId} and id = ${id}`.execute(tx)
}

/** Writes that nobody answered in time. */
export async function makeOverdue(tx: Tx, { accountId, id }: Which): Promise<void> {
  await sql`update access_requests set stage = 'OVERDUE' where account_id = ${accountId} and id = ${id}`.execute(
    tx,
  )
}

/** Writes the end of a request. */
export async function settle(tx: Tx, { accountId, id }: Which, status: Status): Promise<void> {
  await sql`update access_requests
    set status = ${status}, version = version + 1, status_changes = status_changes + 1, settled_at = app_now(),
      next_step = null, next_step_at = null
    where account_id = ${accountId} and id = ${id}`.execute(tx)
}

/** Writes a final decision: what was given, or why it was declined. */
export async function insertDecision(
  tx: Tx,
  { accountId, id }: Which,
  decision: {
    id: DecisionId
    by: PersonId
    note: string
    given: Given | null
    code: string | null
  },
): Promise<void> {
  const { given } = decision
  await sql`insert into decisions (account_id, id, request_id, decided_by, verdict, final, request_version, role, scope,
      virtual_account_ids, ends_at, code, note, decided_at)
    values (${accountId}, ${decision.id}, ${id}, ${decision.by}, ${given ? 'APPROVE' : 'DECLINE'}, true, 1,
      ${given?.role ?? null}, ${given?.scope.kind ?? null},
      ${given?.scope.kind === 'VIRTUAL' ? given.scope.virtualAccountIds : []}::uuid[], ${given?.endsAt ?? null},
      ${decision.code}, ${decision.note}, app_now())`.execute(tx)
}

/** Writes the first question to the requester. */
export async function insertQuestion(
  tx: Tx,
  { accountId, id }: Which,
  asked: { by: PersonId; text: string },
): Promise<void> {
  await sql`insert into questions (account_id, request_id, n, asked_by, text, asked_at)
    values (${accountId}, ${id}, 1, ${asked.by}, ${asked.text}, app_now())`.execute(tx)
  // To the requester and back.
  await sql`update access_requests set version = version + 2, status_changes = status_changes + 2
    where account_id = ${accountId} and id = ${id}`.execute(tx)
}

/** Writes their answer to it. */
export async function insertAnswer(
  tx: Tx,
  { accountId, id }: Which,
  said: { by: PersonId; text: string },
): Promise<void> {
  await sql`update questions set answered_by = ${said.by}, answer = ${said.text}, answered_at = app_now()
    where account_id = ${accountId} and request_id = ${id} and n = 1`.execute(tx)
}

/** Writes that what a request gave has come to its end. */
export async function markExpired(tx: Tx, { accountId, id }: Which): Promise<void> {
  await sql`update grants set expired_at = greatest(ends_at, app_now())
    where account_id = ${accountId} and request_id = ${id} and revoked_at is null`.execute(tx)
}
