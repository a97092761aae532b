import type { CaseId, RequestId } from '../../kernel/id.ts'
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
