import { sql } from 'kysely'
import type { AccountId, CaseId, RequestId } from '../../kernel/id.ts'
import type { Database } from '../../platform/db/index.ts'

/** The case with this reference, as support writes it. */
export async function caseNamed(db: Database, reference: string): Promise<CaseId | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where('reference', '=', reference.trim().toUpperCase())
    .executeTakeFirst()
  return row?.id as CaseId | undefined
}

/** The access request with this reference. */
export async function requestNamed(db: Database, reference: string): Promise<RequestId | undefined> {
  const row = await db
    .selectFrom('access_requests')
    .select('id')
    .where('reference', '=', reference.trim().toUpperCase())
    .executeTakeFirst()
  return row?.id as RequestId | undefined
}

/** A request that waits, by its reference. */
export type WaitingRequest = {
  readonly reference: string
  readonly status: 'PENDING' | 'INFO_REQUESTED'
  readonly submittedAt: Date
  readonly dueAt: Date
  /** Whom it is for. */
  readonly address: string
}

/** The requests that wait in an account, the oldest first. */
export async function openRequestsIn(db: Database, account: AccountId): Promise<WaitingRequest[]> {
  const { rows } = await sql<WaitingRequest>`
    select r.reference, r.status, r.submitted_at as "submittedAt", r.due_at as "dueAt", p.address
    from access_requests r join people p on p.id = r.beneficiary_id
    where r.account_id = ${account}::uuid and r.status in ('PENDING', 'INFO_REQUESTED')
    order by r.submitted_at, r.id limit 5000`.execute(db)
  return rows
}
