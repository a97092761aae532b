import { sql } from 'kysely'
import type { Given } from '../../accounts/domain/rights.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { nameOf } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { DeclineCode } from '../domain/request.ts'

/** What was decided on a request, for telling people about it. */
export type Decision = {
  readonly by: PersonId
  readonly byName: string
  readonly final: boolean
  readonly at: Date
  /** What was given; null when it was declined. */
  readonly given: Given | null
  readonly code: DeclineCode | null
  /** The words that the requester reads. */
  readonly note: string
  readonly isBlocked: boolean
  /** Until when, if not for ever. */
  readonly blockedUntil: Date | null
}

type Row = {
  by: PersonId
  firstName: string
  lastName: string
  preferredFirstName: string
  address: string
  final: boolean
  at: Date
  role: Given['role'] | null
  scope: 'ACCOUNT' | 'VIRTUAL' | null
  virtualAccountIds: VirtualAccountId[]
  endsAt: Date | null
  code: DeclineCode | null
  note: string
  isBlocked: boolean
  blockedUntil: Date | null
}

const decisions = prepare<{ account: string; request: string }, Row>(
  (p) => sql<Row>`
    select d.decided_by as by, by.first_name as "firstName", by.last_name as "lastName",
      by.preferred_first_name as "preferredFirstName", by.address, d.final, d.decided_at as at, d.role, d.scope,
      d.virtual_account_ids as "virtualAccountIds", d.ends_at as "endsAt", d.code, d.note,
      d.block_until is not null as "isBlocked",
      case when isfinite(d.block_until) then d.block_until end as "blockedUntil"
    from decisions d join people by on by.id = d.decided_by
    where d.account_id = ${p.account}::uuid and d.request_id = ${p.request}::uuid
    order by d.final desc, d.decided_at desc, d.id desc limit 1`,
)

/** The final decision on a request, else the last first approval; undefined when there is none. */
export async function readDecision(
  db: Database | Tx,
  which: { readonly accountId: AccountId; readonly id: RequestId },
): Promise<Decision | undefined> {
  const [row] = await decisions(db, { account: which.accountId, request: which.id })
  if (!row) return undefined
  const {
    role,
    scope,
    virtualAccountIds,
    endsAt,
    firstName,
    lastName,
    preferredFirstName,
    address,
    ...rest
  } = row
  return {
    ...rest,
    byName: nameOf({ firstName, lastName, preferredFirstName, address }),
    given: role && {
      role,
      endsAt,
      scope: scope === 'ACCOUNT' ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
    },
  }
}
