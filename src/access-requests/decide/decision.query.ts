import { sql } from 'kysely'
import type { Given } from '../../accounts/domain/rights.ts'
import type { AccountId, PersonId, RequestId, VirtualAccountId } from '../../kernel/id.ts'
import { decidedRole, nameOf } from '../../people/index.ts'
import { type Database, prepare, type Tx } from '../../platform/db/index.ts'
import type { RuleId } from '../../rules/domain/rule.ts'
import type { DeclineCode } from '../domain/request.ts'

/** What was decided on a request, for telling people about it. */
export type Decision = {
  /** Who decided; null where a rule did. */
  readonly by: PersonId | null
  readonly byName: string
  /** The rule that decided; null where somebody did. */
  readonly rule: { readonly id: RuleId; readonly version: number } | null
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
  by: PersonId | null
  rule: Decision['rule']
  firstName: string | null
  lastName: string | null
  preferredFirstName: string | null
  address: string | null
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
      by.preferred_first_name as "preferredFirstName", by.address, d.final, d.decided_at as at, ${decidedRole('d')} as role, d.scope,
      d.virtual_account_ids as "virtualAccountIds", d.ends_at as "endsAt", d.code, d.note,
      b.id is not null as "isBlocked",
      case when isfinite(b.blocked_until) then b.blocked_until end as "blockedUntil",
      case when d.rule_id is not null then json_build_object('id', d.rule_id, 'version', d.rule_version) end as rule
    from decisions d left join people by on by.id = d.decided_by
    left join blocks b on b.account_id = d.account_id and b.decision_id = d.id and b.lifted_at is null
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
    byName: nameOf({
      firstName: firstName ?? '',
      lastName: lastName ?? '',
      preferredFirstName: preferredFirstName ?? '',
      address: address ?? '',
    }),
    given: role && {
      role,
      endsAt,
      scope: scope === 'ACCOUNT' ? { kind: 'ACCOUNT' } : { kind: 'VIRTUAL', virtualAccountIds },
    },
  }
}
