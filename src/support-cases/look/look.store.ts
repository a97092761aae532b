import { sql } from 'kysely'
import { record } from '../../event-log/index.ts'
import type { AccountId, CaseId, PersonId, RequestId } from '../../kernel/id.ts'
import { done } from '../../kernel/outcome.ts'
import { type Database, prepare, transact } from '../../platform/db/index.ts'

/** What an agent looks at: a request of an account, or a case. */
export type Looked = {
  readonly accountId: AccountId
  readonly requestId: RequestId | null
  readonly caseId: CaseId | null
}

const look = prepare<{ account: string; subject: string; person: string }, { subject: string }>(
  (p) => sql<{ subject: string }>`
    insert into support_looks as l (account_id, subject_id, person_id)
    values (${p.account}::uuid, ${p.subject}::uuid, ${p.person}::uuid)
    on conflict (account_id, subject_id, person_id) do update set looked_at = app_now()
      where l.looked_at <= app_now() - interval '10 minutes'
    returning l.subject_id as subject`,
)

/**
 * Records that an agent looked at a request or a case, where its account sees it. The same page again within ten
 * minutes is the same look. True when it was recorded.
 */
export async function recordLook(db: Database, agent: PersonId, looked: Looked): Promise<boolean> {
  const { accountId, requestId, caseId } = looked
  const subject = caseId ?? requestId
  if (subject === null) return false
  const kept = await transact(db, async (tx) => {
    const [row] = await look(tx, { account: accountId, subject, person: agent })
    if (!row) return done(false)
    await record(tx, {
      type: caseId === null ? 'access-request.viewed-by-support' : 'case.viewed',
      account: accountId,
      actor: agent,
      ...(requestId === null ? {} : { request: requestId }),
      facts: caseId === null ? {} : { caseId },
    })
    return done(true)
  })
  return kept.ok && kept.value
}
