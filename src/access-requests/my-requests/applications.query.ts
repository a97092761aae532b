import { sql } from 'kysely'
import type { PersonId } from '../../kernel/id.ts'
import { type Database, prepare } from '../../platform/db/index.ts'

/** A new account that somebody asked for, in a line. */
export type AskedAccount = {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly identifier: string
  readonly status:
    | 'CHECKING'
    | 'ACTION_NEEDED'
    | 'AWAITING_NOMINEE'
    | 'ACTIVE'
    | 'DECLINED'
    | 'WITHDRAWN'
    | 'EXPIRED'
  readonly submittedAt: Date
}

const asked = prepare<{ person: string }, AskedAccount>(
  (p) => sql<AskedAccount>`
    select a.id, a.reference, a.name, a.identifier, a.status, a.submitted_at as "submittedAt"
    from account_applications a where a.requester_id = ${p.person}::uuid
    order by a.id desc limit 5`,
)

/** The last five new accounts that somebody asked for. */
export function askedAccountsOf(db: Database, person: PersonId): Promise<AskedAccount[]> {
  return asked(db, { person })
}
