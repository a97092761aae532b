import { sql } from 'kysely'
import { timingOf } from '../../accounts/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { EscalateFacts } from '../domain/escalating.ts'
import type { PersonId } from '../../kernel/id.ts'
import type { StoredRequest } from '../requests.row.ts'

const first = prepare<{ account: string; request: string }, { at: Date | null }>(
  (p) => sql<{ at: Date | null }>`
    select min(m.reminded_at) as at from reminders m
    where m.account_id = ${p.account}::uuid and m.request_id = ${p.request}::uuid`,
)

/** What it hangs on whether a request can be passed on to support. */
export async function escalationFacts(
  db: Database | Tx,
  { accountId, id }: Pick<StoredRequest, 'accountId' | 'id'>,
): Promise<EscalateFacts> {
  const [row] = await first(db, { account: accountId, request: id })
  const { calendar } = await timingOf(db, accountId)
  return { firstRemindedAt: row?.at ?? null, calendar }
}

/** The same for whoever looks at the request; null when it is not theirs, or does not wait for its administrators. */
export async function escalationFor(
  db: Database,
  viewer: { readonly personId: PersonId },
  request: StoredRequest,
): Promise<EscalateFacts | null> {
  const isTheirs = request.requesterId === viewer.personId
  if (request.accountStatus === 'SUSPENDED') return null
  if (!isTheirs || request.status !== 'PENDING' || request.stage === 'WITH_SUPPORT') return null
  return escalationFacts(db, request)
}
